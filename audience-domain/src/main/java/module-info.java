// SPDX-License-Identifier: Apache-2.0

/** The pure core of the Audience Bridge: JDK, Vavr and annotations, nothing else. */
@SuppressWarnings("module") // the sdk is compiled later and named here, so that nobody else sees the services
module io.audiencebridge.domain {
    requires transitive io.vavr;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.audiencebridge.domain.audience;
    exports io.audiencebridge.domain.call;
    exports io.audiencebridge.domain.diagnosis;
    exports io.audiencebridge.domain.error;
    exports io.audiencebridge.domain.identity;
    exports io.audiencebridge.domain.member;
    exports io.audiencebridge.domain.reconcile;
    exports io.audiencebridge.domain.service to
            io.audiencebridge.sdk;
    exports io.audiencebridge.domain.sharing;
    exports io.audiencebridge.domain.spi.connector;
    exports io.audiencebridge.domain.spi.engine;
    exports io.audiencebridge.domain.system;
    exports io.audiencebridge.domain.usecase;
}
