// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/**
 * The AMC data sources of an instance. Their names on the wire are UNVERIFIED and stand in {@link AmcNames}.
 *
 * <p>Needs the right to read them, usually Administration, and to write them for {@link #save}. Blocks; safe for use by several threads. Source: Campaign
 * Classic, "Configuring shared audiences integration".
 */
public interface AmcDataSources {
    /** All of them, by id. */
    Either<BridgeError, Seq<AmcDataSource>> all(CallOptions options);

    /** The one of that internal name. Left: {@code NotFound}. */
    Either<BridgeError, AmcDataSource> find(String name, CallOptions options);

    /** The one that stands for Audience Manager's data source of that id. Left: {@code NotFound}, {@code Conflict} when several do. */
    Either<BridgeError, AmcDataSource> of(long dataSourceId, CallOptions options);

    /**
     * What it is to this SDK, ready for a request: kind, field, key forms, destination. A key at {@code @email} is taken for an e-mail address, one at
     * {@code @phone} or {@code @mobilePhone} for a phone number, any other as it is. Integration code and merge rule are not known to Campaign; add them
     * with {@code DataSource.builder().from(...)}. Left: {@code InvalidRequest} for one that is not provisioned, or whose hashing is not supported.
     */
    Either<BridgeError, DataSource> describe(AmcDataSource dataSource);

    /** Stores it under its internal name, new or over the one that is there; right: as it is stored. */
    Either<BridgeError, AmcDataSource> save(AmcDataSource dataSource, CallOptions options);
}
