// SPDX-License-Identifier: Apache-2.0

/** A complete connector and infrastructure without any outside world. */
module io.audiencebridge.adapter.inmemory {
    requires transitive io.audiencebridge.domain;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.inmemory;
}
