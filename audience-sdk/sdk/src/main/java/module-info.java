// SPDX-License-Identifier: Apache-2.0

/** The face: a builder, two doors, runs. Factories of settings are found as services. */
module io.audiencebridge.sdk {
    requires transitive io.audiencebridge.domain;
    requires org.slf4j;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.sdk;

    uses io.audiencebridge.domain.spi.connector.ConnectorFactory;
    uses io.audiencebridge.domain.spi.engine.CipherFactory;
    uses io.audiencebridge.domain.spi.engine.CodecFactory;
    uses io.audiencebridge.domain.spi.engine.EngineFactory;
    uses io.audiencebridge.domain.spi.engine.FileExchangeFactory;
    uses io.audiencebridge.domain.spi.engine.HomeFactory;
    uses io.audiencebridge.domain.spi.engine.JournalFactory;
    uses io.audiencebridge.domain.spi.engine.RecipientIndexFactory;
    uses io.audiencebridge.domain.spi.engine.ReportFactory;
    uses io.audiencebridge.domain.spi.engine.TokenSourceFactory;
}
