// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Questions to any schema that the operator may read.
 *
 * <p>Left of every call: {@code InvalidRequest} for a query that cannot be, with all its mistakes, and for a name that the instance does not know. Blocks; safe
 * for use by several threads. Source: {@code xtk:queryDef}, method ExecuteQuery.
 */
public interface CampaignQueries {
    /**
     * All rows, page by page. The first page is asked for at once.
     *
     * <p>In the order of the key, either way, each page begins behind the last key of the one before, so that records that come or go meanwhile shift
     * nothing: a record that is there all the time is told exactly once. Keys are numbers, negative ones too, or UUIDs. Where an instance refuses to
     * compare UUIDs, pages follow each other by line, each beginning with the record that ended the one before; where that is gone, some lines earlier.
     * In another order, in groups and with {@link Query#distinct()} pages follow each other by line alone, and what changes meanwhile can shift them.
     *
     * <p>The time of {@code options} is that of the whole reading.
     */
    Either<BridgeError, Rows> select(Query query, CallOptions options);

    /** How many records meet the conditions. */
    Either<BridgeError, Long> count(Query query, CallOptions options);

    /** The first row; left {@code NotFound} if there is none. The row may be kept. */
    Either<BridgeError, Row> get(Query query, CallOptions options);

    /** The first row, if there is one. The row may be kept. */
    Either<BridgeError, Option<Row>> getIfExists(Query query, CallOptions options);
}
