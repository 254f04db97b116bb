// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.util.List;

/**
 * A recipient to start with.
 *
 * @param id Campaign's id of the recipient: a decimal number, or a UUID as on some v8 deployments
 * @param email the e-mail address; empty if there is none
 * @param declaredId the customer's own id of the person; empty if there is none
 * @param visitorIds what the recipient's tracking logs hold, in their order: mostly Experience Cloud ids
 * @param optedOut whether the recipient is on the denylist
 */
public record SeedRecipient(String id, String email, String declaredId, List<String> visitorIds, boolean optedOut) {
    /** Copies the visitor ids. */
    public SeedRecipient {
        visitorIds = List.copyOf(visitorIds);
    }
}
