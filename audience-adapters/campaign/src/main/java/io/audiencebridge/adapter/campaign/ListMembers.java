// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Condition;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Who is in a list, without keys. */
final class ListMembers implements MemberReader {
    /** The relation of recipients and lists: one row a membership. */
    static final String SCHEMA = "nms:rcpGrpRel";

    /** Its two columns. UNVERIFIED when writing; seen when reading. */
    static final String GROUP = "group-id";

    static final String RECIPIENT = "recipient-id";

    private final CampaignSettings settings;
    private final CampaignSoap soap;
    private final RecipientLists lists;

    ListMembers(CampaignSettings settings, CampaignSoap soap, RecipientLists lists) {
        this.settings = settings;
        this.soap = soap;
        this.lists = lists;
    }

    @Override
    public Either<BridgeError, MemberFeed> members(AudienceRef audience, DataSource dataSource, Call call) {
        return lists.find(audience, call)
                .map(list -> new PersonQuery(
                        SCHEMA, RECIPIENT, Option.none(), false, Vector.empty(), Vector.of(of(list.id()))))
                .flatMap(query -> PersonSource.open(soap, query, settings.pageSize(), call))
                .map(MemberFeed.Ready::new);
    }

    /** Memberships of the list with that id. */
    static Condition of(String listId) {
        return Condition.of("[@" + GROUP + "] = " + Keyset.literal(listId));
    }
}
