// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import org.jspecify.annotations.Nullable;

/** A row of the relation table: this recipient is in that list. */
record Relation(RecipientGroup group, Recipient recipient) implements Row {
    @Override
    public String column(String column) {
        return switch (column) {
            case "@group-id" -> group.column("@id");
            case "@recipient-id" -> recipient.id();
            default -> "";
        };
    }

    @Override
    public @Nullable Row link(String name) {
        return switch (name) {
            case "group" -> group;
            case "recipient" -> recipient;
            default -> null;
        };
    }
}
