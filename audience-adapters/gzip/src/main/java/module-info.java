// SPDX-License-Identifier: Apache-2.0

/** Files packed by gzip. */
module io.audiencebridge.adapter.gzip {
    requires transitive io.audiencebridge.domain;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.gzip;

    provides io.audiencebridge.domain.spi.engine.CodecFactory with
            io.audiencebridge.adapter.gzip.GzipCodecFactory;
}
