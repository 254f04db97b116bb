// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.audiencebridge.domain.spi.engine.NamesApplication;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Opens exchanges in buckets. */
public final class S3ExchangeFactory implements FileExchangeFactory<S3Settings>, NamesApplication<S3Settings> {
    /** A factory, for {@code ServiceLoader}. */
    public S3ExchangeFactory() {}

    @Override
    public Class<S3Settings> settings() {
        return S3Settings.class;
    }

    @Override
    public S3Settings named(S3Settings settings, String application) {
        return settings.applicationName().isEmpty()
                ? S3Settings.builder()
                        .from(settings)
                        .applicationName(application)
                        .build()
                : settings;
    }

    @Override
    public Either<BridgeError, FileExchange> open(S3Settings settings) {
        Vector<Violation> violations = SettingsCheck.violations(settings);
        return violations.isEmpty()
                ? Either.right(new S3Exchange(Bucket.open(settings)))
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }
}
