// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.contractkit.NamesApplicationContract;
import io.audiencebridge.domain.spi.engine.NamesApplication;
import io.audiencebridge.domain.system.Secret;

final class S3NamesApplicationTest extends NamesApplicationContract<S3Settings> {
    @Override
    protected NamesApplication<S3Settings> factory() {
        return new S3ExchangeFactory();
    }

    @Override
    protected S3Settings unnamed() {
        return S3Settings.builder()
                .bucket("acme-inbound")
                .accessKey("AKIDEXAMPLE")
                .secretKey(Secret.of("wJalr-example"))
                .partBytes(7 << 20)
                .build();
    }

    @Override
    protected S3Settings naming(S3Settings settings, String application) {
        return S3Settings.builder().from(settings).applicationName(application).build();
    }
}
