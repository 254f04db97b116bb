// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the relation table: this recipient is in that list. A list of a million is counted without looking anybody up.
 *
 * @param group the list
 * @param recipientId whose row it is
 * @param recipients where the recipient is found if asked for
 */
record Relation(RecipientGroup group, String recipientId, Map<String, Recipient> recipients) implements Row {
    @Override
    public String column(String column) {
        return switch (column) {
            case "@group-id" -> group.column("@id");
            case "@recipient-id" -> recipientId;
            default -> "";
        };
    }

    @Override
    public @Nullable Row link(String name) {
        return switch (name) {
            case "group" -> group;
            case "recipient" -> recipients.get(recipientId);
            default -> null;
        };
    }
}
