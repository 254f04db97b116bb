// SPDX-License-Identifier: Apache-2.0

/** A file exchange in a bucket. */
@SuppressWarnings("module") // the name ends as the store's does
module io.audiencebridge.adapter.storages3 {
    requires transitive io.audiencebridge.domain;
    requires jdk.net; // for the HTTP client beneath, which has no descriptor to ask for it
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.apache5;
    requires software.amazon.awssdk.identity.spi;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.retries;
    requires software.amazon.awssdk.retries.api;
    requires software.amazon.awssdk.services.s3;
    requires software.amazon.awssdk.utils;
    requires static org.immutables.value.annotations;
    requires static transitive org.jspecify;

    exports io.audiencebridge.adapter.storages3;

    provides io.audiencebridge.domain.spi.engine.FileExchangeFactory with
            io.audiencebridge.adapter.storages3.S3ExchangeFactory;
}
