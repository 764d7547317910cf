package org.tabularium.store.s3;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.Header;
import software.amazon.awssdk.http.SdkHttpRequest;

/// Small objects are sent at once. The client asks before each whether it may (`Expect: 100-continue`) and waits for the answer,
/// one way more than the object itself takes; a refusal, which the question is for, spares a large one from being sent in vain.
final class UnaskedPuts implements ExecutionInterceptor {

    private static final String QUESTION = "Expect";
    private static final long LARGE = 1 << 20;

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        boolean small = request.firstMatchingHeader(Header.CONTENT_LENGTH).filter(length -> Long.parseLong(length) < LARGE)
                .isPresent();
        return small && request.firstMatchingHeader(QUESTION).isPresent()
                ? request.toBuilder().removeHeader(QUESTION).build()
                : request;
    }
}
