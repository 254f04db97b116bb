// SPDX-License-Identifier: Apache-2.0

/** The transport that adapters call their systems by; no surface for anybody else. */
module io.audiencebridge.adapter.http {
    requires transitive io.audiencebridge.domain;
    requires transitive okhttp3;
    requires okio;
    requires org.slf4j;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.http;
}
