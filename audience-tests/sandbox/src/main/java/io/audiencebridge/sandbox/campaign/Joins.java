// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.List;

/** The records of a collection of a record; a link is one of at most one. */
final class Joins {
    private Joins() {}

    static List<? extends Row> rows(Row row, String collection, CampaignData data) {
        if (collection.equals("rcpGrpRel") && row instanceof Recipient recipient) {
            return data.groups().stream()
                    .filter(group -> !group.hasOwnTable() && group.members().contains(recipient.id()))
                    .map(group -> new Relation(group, recipient.id(), data.recipientTable()))
                    .toList();
        }
        if (collection.equals("rcpGrpRel") && row instanceof RecipientGroup group) {
            return group.hasOwnTable()
                    ? List.of()
                    : group.members().stream()
                            .map(id -> new Relation(group, id, data.recipientTable()))
                            .toList();
        }
        Row link = row.link(collection);
        return link == null ? row.collection(collection) : List.of(link);
    }
}
