// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.util.List;
import java.util.Map;

/**
 * A recipient to start with.
 *
 * @param id Campaign's id of the recipient: a decimal number, or a UUID as on some v8 deployments
 * @param email the e-mail address; empty if there is none
 * @param declaredId the customer's own id of the person; empty if there is none
 * @param visitorIds what the recipient's tracking logs hold, in their order: mostly Experience Cloud ids
 * @param optedOut whether the recipient is on the denylist
 * @param columns further columns by their xpath, such as {@code @firstName}, {@code @blackListEmail} or {@code location/@city}
 */
public record SeedRecipient(
        String id,
        String email,
        String declaredId,
        List<String> visitorIds,
        boolean optedOut,
        Map<String, String> columns) {
    /** Copies the visitor ids and the columns. */
    public SeedRecipient {
        visitorIds = List.copyOf(visitorIds);
        columns = Map.copyOf(columns);
    }

    /** A recipient without further columns. */
    public SeedRecipient(String id, String email, String declaredId, List<String> visitorIds, boolean optedOut) {
        this(id, email, declaredId, visitorIds, optedOut, Map.of());
    }
}
