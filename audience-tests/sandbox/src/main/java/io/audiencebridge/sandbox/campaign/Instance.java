// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.campaign.workflow.Outside;
import io.audiencebridge.sandbox.ims.ImsClient;

/**
 * What a Campaign instance starts with and what is around it.
 *
 * @param people the recipients; read at every reset
 * @param firstId the number of the first record that it makes; may be negative, as on old instances
 * @param operator who may sign in natively
 * @param ims the IMS client of the external account
 * @param inbound the folder that Audience Manager takes files from, as an account's server names it
 * @param outbound the bucket that Audience Manager writes to, likewise
 * @param outside what workflows reach
 */
public record Instance(
        Iterable<SeedRecipient> people,
        int firstId,
        Operator operator,
        ImsClient ims,
        String inbound,
        String outbound,
        Outside outside) {
    /** Who may sign in natively. */
    public record Operator(String login, String password) {}
}
