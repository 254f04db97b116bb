// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.RecordKey;
import io.audiencebridge.adapter.campaign.soap.Row;
import org.jspecify.annotations.Nullable;

/** Where in a row the answer to a {@link PersonQuery} stands. */
final class PersonColumns {
    private final String id;
    private final String[] flags;
    private final @Nullable String own;

    PersonColumns(PersonQuery query) {
        this.id = query.id();
        this.flags = query.flags().toJavaArray(String[]::new);
        this.own = query.key().map(FieldPath::lastStep).getOrNull();
    }

    /** Reads the recipient's id; false when it is none. */
    boolean read(Row row, RecordKey key) {
        return key.read(row, id);
    }

    /** Takes over what a row says of {@code person}. A server that does not rename keeps the key at its own place. */
    void read(Row row, Person person) {
        for (String flag : flags) {
            if (row.isTrue(flag)) {
                person.optedOut();
            }
        }
        String last = own;
        for (int i = 0; last != null && i < row.size(); i++) {
            if (row.path(i).equals(PersonQuery.KEY) || row.path(i).endsWith(last)) {
                person.key(row, i);
            }
        }
    }
}
