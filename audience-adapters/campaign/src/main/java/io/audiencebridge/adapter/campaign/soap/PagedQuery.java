// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;

/**
 * A query made ready to be read in pages.
 *
 * @param query with the columns and the order that its pages need
 * @param byKey whether pages follow each other by the key
 */
record PagedQuery(Query query, boolean byKey) {
    static PagedQuery of(Query query) {
        boolean rowsAreRecords = query.groups().isEmpty() && !query.distinct();
        List<Query.Order> orders = query.orders();
        boolean ofKey = orders.size() == 1 && orders.get(0).term().equals(query.key());
        if (rowsAreRecords && (orders.isEmpty() || ofKey)) {
            Query.Builder keyed = Query.on(query.schema()).from(query);
            withKey(query, keyed);
            return new PagedQuery((orders.isEmpty() ? keyed.orderBy(query.key()) : keyed).build(), true);
        }
        return new PagedQuery(rowsAreRecords ? decided(query) : query, false);
    }

    Either<BridgeError, Rows> open(CampaignSoap soap, int pageSize, Call call) {
        Succession succession = byKey
                ? new ByKey(
                        query.key(),
                        !query.orders().isEmpty() && query.orders().get(0).descending())
                : new ByLine();
        return RowStream.open(soap, query, succession, pageSize, call);
    }

    private static void withKey(Query query, Query.Builder keyed) {
        XPath key = query.key();
        if (!query.columns().contains(new Query.Column(key, Optional.empty()))) {
            keyed.select(key);
        }
    }

    /** Among records that are equal in the order asked for, the key decides, or lines would mean nothing. */
    private static Query decided(Query query) {
        return Query.on(query.schema()).from(query).orderBy(query.key()).build();
    }
}
