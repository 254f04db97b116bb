// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.stream.Stream;

/** The records of a collection of a record. */
final class Joins {
    private Joins() {}

    static Stream<? extends Row> rows(Row row, String collection, CampaignData data) {
        if (row instanceof Recipient recipient && collection.equals("rcpGrpRel")) {
            return data.groupTable().values().stream()
                    .filter(group -> group.members().contains(recipient.id()))
                    .map(group -> new Relation(group, recipient.id(), data.recipientTable()));
        }
        return row.collection(collection).stream();
    }
}
