// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.adapter.campaign.client.BulkSettings;
import io.audiencebridge.adapter.campaign.integration.ServerClock;
import io.audiencebridge.adapter.campaign.integration.WorkflowCommands;
import io.audiencebridge.adapter.campaign.lists.RecipientLists;
import io.vavr.collection.Map;

/**
 * Where bulk files travel and who works on them.
 *
 * @param settings which workflows, and from which numbers on
 * @param files where the files are
 * @param lists the instance's lists
 * @param workflows its workflows
 * @param clock its clock
 */
public record BulkPlace(
        BulkSettings settings, BulkFiles files, RecipientLists lists, WorkflowCommands workflows, ServerClock clock) {
    /** The files of one order; the name is that of the plain file. */
    BulkStore store(String plain) {
        return new BulkStore(files, plain + "." + files.codec().ending());
    }

    /** One file of one workflow. */
    BulkJob job(String workflow, BulkStore store, Map<String, String> variables) {
        return new BulkJob(workflow, store, workflows, clock, variables);
    }
}
