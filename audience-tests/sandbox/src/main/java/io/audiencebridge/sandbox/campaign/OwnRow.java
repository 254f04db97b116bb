// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list's own table.
 *
 * @param id the id of the recipient that it targets
 * @param recipients where the recipient is found if asked for
 */
record OwnRow(String id, Map<String, Recipient> recipients) implements Row {
    @Override
    public String column(String column) {
        return column.equals("@id") ? id : "";
    }

    @Override
    public @Nullable Row link(String name) {
        return name.equals("target") ? recipients.get(id) : null;
    }
}
