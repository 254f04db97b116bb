// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.util.Collection;
import java.util.List;

/** What the Campaign emulator holds, without the wire. Safe for use by several threads. */
public interface SandboxCampaign {
    /** The id of the seeded list that holds every recipient the sandbox started with. */
    String allRecipientsList();

    /** The recipient lists, oldest first. */
    List<SandboxList> lists();

    /**
     * Adds a list with members.
     *
     * @return its id
     * @throws IllegalArgumentException if a recipient does not exist
     */
    String addList(String label, Collection<String> recipientIds);

    /** Every recipient, in the order of their ids. */
    List<SeedRecipient> recipients();
}
