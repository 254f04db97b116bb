// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * The table that a list of type 1 keeps its members in. Its layout stands in the list's {@code extension}: a link to the recipients, joined by the column that
 * holds their ids. Source: an answer recorded in the tests of Adobe's own client.
 */
public final class OwnTable {
    private static final String RECIPIENTS = "nms:recipient";

    private OwnTable() {}

    /** The schema by which the table of the list with that id is read. */
    static String schema(String listId) {
        return "temp:group:" + listId;
    }

    /** The schema by which {@code list} is read. */
    public static String schema(CampaignList list) {
        return schema(list.id());
    }

    /** The name of the attribute that holds the recipient's id. Left: {@code InvalidRequest} when the list is not one of recipients. */
    public static Either<BridgeError, String> recipient(CampaignSoap soap, CampaignList list, Call call) {
        String[] column = {""};
        Query layout = Query.on(RecipientLists.SCHEMA)
                .select(RecipientLists.ID, XPath.of("extension"))
                .where(Condition.equal(RecipientLists.ID, Keyset.literal(list.id())))
                .limit(1)
                .build();
        return soap.select(layout, row -> column[0] = joinedBy(row), call)
                .flatMap(
                        read -> column[0].matches("@[^/]+")
                                        && XPath.parse(column[0]).isRight()
                                ? Either.right(column[0].substring(1))
                                : Either.left(
                                        BridgeError.InvalidRequest.of(
                                                "list",
                                                list.id()
                                                        + " keeps its members in a table of its own that is not linked to the recipients; use a list of recipients")));
    }

    /** The source of the join of the link to the recipients; the row's values come in the order of the document. */
    private static String joinedBy(Row row) {
        boolean linked = false;
        for (int i = 0; i < row.size(); i++) {
            if (row.path(i).endsWith("/target")) {
                linked = row.value(i).equals(RECIPIENTS);
            } else if (linked && row.path(i).endsWith("/join/xpath-src")) {
                return row.value(i);
            }
        }
        return "";
    }
}
