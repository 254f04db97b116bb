// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.util.List;

final class S3ExchangeFactoryTest extends FactoryContract<S3Settings> {
    private static final String SECRET = "wJalr-0815-4711";

    @Override
    protected Class<?> port() {
        return FileExchangeFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return S3ExchangeFactory.class;
    }

    @Override
    protected Class<S3Settings> settings() {
        return new S3ExchangeFactory().settings();
    }

    @Override
    protected S3Settings sound() {
        return settings("acme-inbound", 5 << 20);
    }

    @Override
    protected S3Settings broken() {
        return settings("No_Bucket", 1000);
    }

    @Override
    protected List<String> mistakes() {
        return List.of("bucket", "partBytes");
    }

    @Override
    protected List<String> secrets() {
        return List.of(SECRET);
    }

    @Override
    protected Either<BridgeError, ?> open(S3Settings settings) {
        return new S3ExchangeFactory().open(settings);
    }

    private static S3Settings settings(String bucket, int partBytes) {
        return S3Settings.builder()
                .bucket(bucket)
                .accessKey("AKIDEXAMPLE")
                .secretKey(Secret.of(SECRET))
                .partBytes(partBytes)
                .build();
    }
}
