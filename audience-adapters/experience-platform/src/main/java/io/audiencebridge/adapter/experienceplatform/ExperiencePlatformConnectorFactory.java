// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.files.ExportFiles;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.ConnectorFactory;
import io.vavr.control.Either;

/** Connects to the files that Experience Platform's destinations write. */
public final class ExperiencePlatformConnectorFactory implements ConnectorFactory<ExperiencePlatformSettings> {
    /** A factory, for {@code ServiceLoader}. */
    public ExperiencePlatformConnectorFactory() {}

    @Override
    public Class<ExperiencePlatformSettings> settings() {
        return ExperiencePlatformSettings.class;
    }

    @Override
    public Either<BridgeError, Connector> connect(ExperiencePlatformSettings settings, ConnectorContext context) {
        return Either.right(new ExperiencePlatformConnector(new DeliveredExports(new ExportFiles(context))));
    }
}
