package org.tabularium.store.s3;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.tabularium.store.RefusedException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// What S3, the network or the set-up refuses, in words that say what to do. Retries are over by then: the AWS client has tried
/// as often as it is set up to
/// (`AWS_RETRY_MODE`, `AWS_MAX_ATTEMPTS`).
final class S3Refusal {

    private static final String NO_CREDENTIALS = "Unable to load credentials";
    private static final int FORBIDDEN = 403;
    private static final int MOVED = 301;
    private static final int SERVER = 500;

    private S3Refusal() {}

    /// @param what was attempted, e.g. `read studies/A/adsl.xpt`
    static RefusedException of(String what, String bucket, SdkException e) {
        return new RefusedException("cannot %s in the bucket %s: %s".formatted(what, bucket, why(e)), e);
    }

    private static String why(SdkException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof AwsServiceException service) {
            return why(service);
        }
        if (message.startsWith(NO_CREDENTIALS)) {
            Optional<String> profile = AwsProfile.missing();
            if (profile.isPresent()) {
                return profile.get();
            }
            return message.toLowerCase(Locale.ROOT).contains("expired")
                    ? "the AWS credentials have expired; sign in again (aws sso login), or renew what AWS_SESSION_TOKEN holds"
                    : "no AWS credentials are set; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException host -> {
                    return "there is no host " + host.getMessage() + "; check the network, AWS_REGION and AWS_ENDPOINT_URL";
                }
                case ConnectException _,NoRouteToHostException _,SocketTimeoutException _ -> {
                    return "S3 cannot be reached (" + cause.getMessage() + "); check the network and AWS_ENDPOINT_URL";
                }
                default -> {}
            }
        }
        return message;
    }

    private static String why(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
        return switch (code) {
            case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired" ->
                "the AWS credentials have expired; sign in again (aws sso login), or renew what AWS_SESSION_TOKEN holds";
            case "InvalidToken" -> "AWS does not accept the session token; check AWS_SESSION_TOKEN, or sign in again";
            case "InvalidAccessKeyId" -> "AWS does not know the access key; check AWS_ACCESS_KEY_ID or the profile";
            case "SignatureDoesNotMatch" ->
                "the secret key does not belong to the access key; check AWS_SECRET_ACCESS_KEY or the profile";
            case "RequestTimeTooSkewed" -> "this machine's clock is wrong by more than 15 minutes; set it";
            case "NoSuchBucket" -> "there is no such bucket";
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                "the bucket lies in another region; set AWS_REGION to it";
            default -> why(e.statusCode(), e);
        };
    }

    private static String why(int status, AwsServiceException e) {
        if (status == FORBIDDEN) {
            return "these AWS credentials may not do so; ask for the permission (" + said(e) + ")";
        }
        if (status == MOVED) {
            return "the bucket lies in another region; set AWS_REGION to it";
        }
        return status >= SERVER ? "S3 is busy or out of order; try again later (" + said(e) + ")" : said(e);
    }

    private static String said(AwsServiceException e) {
        String message = e.awsErrorDetails() == null ? e.getMessage() : e.awsErrorDetails().errorMessage();
        return message == null || message.isBlank() ? "status " + e.statusCode() : message;
    }
}
