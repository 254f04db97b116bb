// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.lists.Relation;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/** Counts recipients and tracking logs on the server; no row of them travels but a bounded sample of logs. */
final class PeopleQueries {
    private static final String RECIPIENTS = "nms:recipient";

    /** UNVERIFIED name, as everywhere in this adapter. */
    private static final String LOGS = "nms:trackingLogRcp";

    private static final XPath ID = XPath.of("@id");
    private static final XPath SOURCE = XPath.of("@sourceId");
    private static final XPath DATE = XPath.of("@logDate");

    private final CampaignSoap soap;

    PeopleQueries(CampaignSoap soap) {
        this.soap = soap;
    }

    /** Recipients of the list, or of the instance, that fulfil the condition. A list with a table of its own is counted as the whole instance is. */
    Either<BridgeError, Long> recipients(Option<CampaignList> list, Option<Condition> condition, Call call) {
        Seq<Condition> conditions = list.filter(each -> each.kind() == CampaignList.Kind.RECIPIENTS)
                .map(each -> Condition.exists(Relation.LINK, Relation.of(each.id())))
                .toVector()
                .appendAll(condition);
        return soap.count(Query.on(RECIPIENTS).conditions(conditions).build(), call);
    }

    /** All tracking logs. */
    Either<BridgeError, Long> logs(Call call) {
        return soap.count(Query.on(LOGS).build(), call);
    }

    /** Tracking logs from before the moment. */
    Either<BridgeError, Long> logsBefore(Instant moment, Call call) {
        return soap.count(
                Query.on(LOGS)
                        .where(Condition.lessThan(DATE, Literal.of(moment)))
                        .build(),
                call);
    }

    /** What the newest or the oldest logs hold as sources. */
    Either<BridgeError, SourceCount> sources(boolean newest, int most, Call call) {
        Query.Builder query = Query.on(LOGS).select(Vector.of(ID, SOURCE)).limit(most);
        SourceCount count = new SourceCount();
        return soap.select(
                        (newest ? query.orderByDescending(ID) : query.orderBy(ID)).build(),
                        row -> count.take(row.text("sourceId")),
                        call)
                .map(read -> count);
    }
}
