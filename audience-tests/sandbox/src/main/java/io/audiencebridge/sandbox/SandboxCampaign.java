// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import io.audiencebridge.sandbox.campaign.workflow.Ending;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the Campaign emulator holds, without the wire. Safe for use by several threads. Columns are named by their xpath with the {@code @}, such as {@code @email};
 * a wrong schema, column or id is an {@link IllegalArgumentException} that names it.
 */
public interface SandboxCampaign {
    /** The id of the seeded list that holds every recipient the sandbox started with. */
    String allRecipientsList();

    /** The recipient lists, in the order of their ids. */
    List<SandboxList> lists();

    /**
     * Adds a list with members.
     *
     * @return its id
     * @throws IllegalArgumentException if a recipient does not exist
     */
    String addList(String label, Collection<String> recipientIds);

    /**
     * Adds a list with a table of its own (type 1), which is read as {@code temp:group:<id>}.
     *
     * @return its id
     */
    String addOwnTableList(String label, Collection<String> recipientIds);

    /** Binds a list to an audience of the Experience Cloud, as the console's "Create a shared audience" does. */
    void bindList(String listId, SharedAudience audience);

    /** Deletes a list. */
    void deleteList(String listId);

    /** Counts, from now on, who is in a list after every row that anybody writes. */
    MembershipWatch watchMembers(String listId, Collection<String> recipientIds);

    /** Every recipient, in the order of their ids. */
    List<SeedRecipient> recipients();

    /** Adds a recipient, who was created now. */
    void addRecipient(SeedRecipient recipient);

    /** Writes columns of a recipient now, which changes its {@code @lastModified}. */
    void changeRecipient(String recipientId, Map<String, String> columns);

    /** Deletes a recipient with its memberships and tracking logs. */
    void deleteRecipient(String recipientId);

    /** Lets a recipient click: a tracking log with a visitor id. The recipient's {@code @lastModified} stays as it was. */
    void addClick(String recipientId, String visitorId, Instant at);

    /**
     * Purges tracking logs as the clean-up workflow does.
     *
     * @return how many were removed
     */
    int purgeTrackingLogs(Instant before);

    /** The records of one of the smaller schemas, such as {@code nms:amcDataSource}: each column with its value, secrets encrypted. */
    List<Map<String, String>> records(String schema);

    /**
     * Writes a record of one of the smaller schemas, found by its {@code @id} or its name; a new one if there is none.
     *
     * @return its id
     */
    String save(String schema, Map<String, String> columns);

    /**
     * Removes a record of one of the smaller schemas as if it had never been there.
     *
     * @param name its name, internal for a workflow
     */
    void remove(String schema, String name);

    /** The workflows, in the order of their ids. */
    List<SandboxWorkflow> workflows();

    /** The workflow of a number or an internal name. */
    SandboxWorkflow workflow(String idOrName);

    /**
     * Adds a workflow that a customer might have built.
     *
     * @return its id
     */
    String addWorkflow(String internalName, Ending ending);

    /** What documents leave open, and how the emulator reads it. */
    SandboxCampaignRules rules();

    /** Reads what documents leave open in another way, until the next reset. */
    void rules(SandboxCampaignRules rules);

    /**
     * The audience that a list is bound to.
     *
     * @param name the audience's name
     * @param segmentId the number of Audience Manager's segment
     * @param dataSource the name of the AMC data source
     */
    record SharedAudience(String name, String segmentId, String dataSource) {}
}
