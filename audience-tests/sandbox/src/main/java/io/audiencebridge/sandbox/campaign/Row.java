// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of a schema as a query sees it. */
interface Row {
    /** The text of a column that the schema has; empty for null. */
    String column(String name);

    /** The record behind a link that the schema has; null if it leads nowhere. */
    default @Nullable Row link(String name) {
        return null;
    }

    /** The records of a collection that the schema has. */
    default List<? extends Row> collection(String name) {
        return List.of();
    }
}
