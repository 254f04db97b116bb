// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignQueries;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Row;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Asks the instance what a typed query says, once it is sound. */
record TypedQueries(CampaignSettings settings, CampaignSoap soap) implements CampaignQueries {
    @Override
    public Either<BridgeError, Rows> select(Query query, CallOptions options) {
        return sound(query, QueryCheck.ofSelect(query))
                .flatMap(asked ->
                        soap.with(options).rows(asked, asked.pageSize().orElse(settings.pageSize()), options.begin()));
    }

    @Override
    public Either<BridgeError, Long> count(Query query, CallOptions options) {
        return sound(query, QueryCheck.ofAny(query))
                .flatMap(asked -> soap.with(options).count(asked, options.begin()));
    }

    @Override
    public Either<BridgeError, Row> get(Query query, CallOptions options) {
        return sound(query, QueryCheck.ofSelect(query))
                .flatMap(asked -> soap.with(options).first(asked, options.begin()))
                .map(row -> row);
    }

    @Override
    public Either<BridgeError, Option<Row>> getIfExists(Query query, CallOptions options) {
        return sound(query, QueryCheck.ofSelect(query))
                .flatMap(asked -> soap.with(options).firstIfThere(asked, options.begin()))
                .map(found -> found.map(row -> row));
    }

    private static Either<BridgeError, Query> sound(Query query, Seq<Violation> violations) {
        return violations.isEmpty()
                ? Either.right(query)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }
}
