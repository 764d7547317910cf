package org.tabularium.store.s3;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.tabularium.cloud.LocalStack;
import org.tabularium.store.ObjectStore;
import org.tabularium.store.ObjectStoreContract;
import software.amazon.awssdk.core.sync.RequestBody;

/// The contract on a bucket with versions, LocalStack's.
class S3ObjectStoreIT extends ObjectStoreContract {

    private static @Nullable LocalStack aws;

    private String bucket = "";

    @BeforeAll
    static void connect() {
        aws = LocalStack.running();
    }

    @BeforeEach
    void bucket() {
        bucket = aws().bucket("contract");
    }

    private static LocalStack aws() {
        return Objects.requireNonNull(aws);
    }

    @Override
    protected ObjectStore store() {
        return new S3ObjectStore(aws().s3(), bucket);
    }

    @Override
    protected void upload(String key, byte[] bytes) throws IOException {
        aws().s3().putObject(b -> b.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }
}
