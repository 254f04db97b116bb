// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.lists.MemberReading;
import io.audiencebridge.adapter.campaign.lists.OwnTable;
import io.audiencebridge.adapter.campaign.lists.RecipientLists;
import io.audiencebridge.adapter.campaign.lists.Relation;
import io.audiencebridge.adapter.campaign.lists.WholeList;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Who is in a list, without keys: from the relation table, or from the table of the list's own. */
final class ListMembers implements MemberReader, MemberReading {
    private final int pageSize;
    private final CampaignSoap soap;
    private final RecipientLists lists;

    ListMembers(int pageSize, CampaignSoap soap, RecipientLists lists) {
        this.pageSize = pageSize;
        this.soap = soap;
        this.lists = lists;
    }

    @Override
    public Either<BridgeError, MemberFeed> members(AudienceRef audience, DataSource dataSource, Call call) {
        return lists.readable(audience, call)
                .flatMap(list -> open(soap, lists, list, call))
                .map(MemberFeed.Ready::new);
    }

    @Override
    public Either<BridgeError, KeySource> open(CampaignSoap line, RecipientLists among, CampaignList list, Call call) {
        return rows(line, list, call).map(rows -> new WholeList(rows, among, list, call));
    }

    private Either<BridgeError, KeySource> rows(CampaignSoap line, CampaignList list, Call call) {
        return list.kind() == CampaignList.Kind.OWN_TABLE
                ? OwnTable.recipient(line, list, call)
                        .map(id -> query(OwnTable.schema(list), id, Vector.empty()))
                        .flatMap(query -> PersonSource.open(line, query, pageSize, call))
                : PersonSource.open(
                        line,
                        query(Relation.SCHEMA, Relation.RECIPIENT, Vector.of(Relation.of(list.id()))),
                        pageSize,
                        call);
    }

    private static PersonQuery query(String schema, String recipient, Vector<Condition> conditions) {
        return new PersonQuery(schema, recipient, Option.none(), false, Vector.empty(), conditions);
    }
}
