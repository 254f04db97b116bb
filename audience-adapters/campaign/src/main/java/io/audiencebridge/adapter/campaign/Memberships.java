// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Condition;
import io.audiencebridge.adapter.campaign.soap.MarkupWriter;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/**
 * Puts recipients into one list and takes them out. Both may be repeated: a membership that is there already is written over, and a deletion by condition
 * finds nothing the second time.
 */
final class Memberships {
    private static final String ELEMENT = "rcpGrpRel";

    /** UNVERIFIED: that the relation may be found by its two columns; they are its key in the data model. */
    private static final String KEY = "[@" + ListMembers.GROUP + "],[@" + ListMembers.RECIPIENT + "]";

    private static final String RECIPIENT = "[@" + ListMembers.RECIPIENT + "]";
    private final CampaignSoap soap;
    private final String listId;

    Memberships(CampaignSoap soap, String listId) {
        this.soap = soap;
        this.listId = listId;
    }

    /** Puts in the first {@code count} recipients of the two arrays. */
    Either<BridgeError, Boolean> add(long[] high, long[] low, int count, Call call) {
        return soap.writeCollection(
                ListMembers.SCHEMA,
                out -> {
                    out.open(ELEMENT).attribute("xtkschema", ListMembers.SCHEMA);
                    for (int i = 0; i < count; i++) {
                        membership(RecipientId.text(high[i], low[i]), out);
                    }
                    out.close();
                },
                call);
    }

    /** Takes out the first {@code count} recipients of the two arrays. */
    Either<BridgeError, Boolean> remove(long[] high, long[] low, int count, Call call) {
        StringBuilder among = new StringBuilder();
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        boolean numbers = true;
        for (int i = 0; i < count; i++) {
            among.append(i == 0 ? "" : ", ").append(Keyset.literal(RecipientId.text(high[i], low[i])));
            numbers &= Keyset.isNumber(high[i], low[i]);
            least = Math.min(least, low[i]);
            greatest = Math.max(greatest, low[i]);
        }
        Vector<Condition> range = numbers
                ? Vector.of(Condition.of(RECIPIENT + " >= " + least), Condition.of(RECIPIENT + " <= " + greatest))
                : Vector.empty();
        return soap.deleteCollection(
                ListMembers.SCHEMA,
                Vector.of(ListMembers.of(listId))
                        .appendAll(range)
                        .append(Condition.of(RECIPIENT + " IN (" + among + ")")),
                call);
    }

    private void membership(String recipient, MarkupWriter out) {
        out.open(ELEMENT)
                .attribute("_operation", "insertOrUpdate")
                .attribute("_key", KEY)
                .attribute(ListMembers.GROUP, listId)
                .attribute(ListMembers.RECIPIENT, recipient)
                .close();
    }
}
