// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A list as Campaign holds it ({@code nms:group}).
 *
 * @param id its number, as text
 * @param label its title, for people
 * @param description what it is for, possibly empty
 * @param folder the label of its folder, possibly empty
 * @param modified when it was changed last
 * @param type 0 where members stand in the relation table; other types keep a table of their own
 */
record RecipientList(
        String id, String label, String description, String folder, Optional<Instant> modified, String type) {
    static RecipientList of(Row row) {
        return new RecipientList(
                row.text("id"),
                row.text("label"),
                row.text("desc").strip(),
                row.text("folder/label"),
                instant(row.text("lastModified")),
                row.text("type"));
    }

    /** Whether its members stand in the relation table of recipients. */
    boolean isOfRelations() {
        return type.isEmpty() || type.equals("0");
    }

    /** Whether its label contains {@code text}, case ignored. */
    boolean isLabelledLike(String text) {
        return label.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** Campaign writes UTC with a space between date and time. */
    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text.replace(' ', 'T')));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
