// SPDX-License-Identifier: Apache-2.0

/** Sign-in to Adobe IMS. */
module io.audiencebridge.adapter.ims {
    requires transitive io.audiencebridge.domain;
    requires transitive io.audiencebridge.adapter.http;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.ims;
    exports io.audiencebridge.adapter.ims.client;

    provides io.audiencebridge.domain.spi.engine.TokenSourceFactory with
            io.audiencebridge.adapter.ims.ImsTokenSourceFactory;
}
