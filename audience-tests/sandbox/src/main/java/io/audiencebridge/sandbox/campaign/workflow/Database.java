// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What workflows read and write in the database. Whoever calls it holds the database's lock. */
public interface Database {
    /** A workflow's record: its number and the columns that decide what happens. */
    record WorkflowRow(long id, String internalName, int state, boolean failed, boolean technical) {}

    /** A recipient and the keys that it holds, as they are written; none if it has no such key. */
    record Person(String id, List<String> keys) {}

    /** A list that is bound to an audience of the Experience Cloud: which segment fills it, matched by which data source's record id. */
    record BoundList(String id, String segment, String dataSourceId) {}

    /**
     * An AMC data source.
     *
     * @param number its number in Audience Manager; 0 until it is provisioned
     * @param destination the Audience Manager destination whose files bring its audiences
     * @param key the xpath of the reconciliation key
     * @param hash the hash algorithm of ids on the wire; {@code none} if they travel as they are
     * @param visitors whether ids are visitor ids
     */
    record AmcDataSource(String name, long number, long destination, String key, String hash, boolean visitors) {}

    /** An external account to S3, its secret decrypted; empty if it cannot be. */
    record Account(boolean active, String server, String accessKey, String secret) {}

    /** Does something as at a time: whatever it writes is of that time. */
    void asAt(Instant at, Runnable work);

    /** All workflows, oldest first. */
    List<WorkflowRow> workflows();

    /** The workflow of a number or an internal name. */
    Optional<WorkflowRow> workflow(String idOrName);

    /** Writes a workflow's state. */
    void state(long workflow, int state, boolean failed);

    /** Writes when a workflow did something last. */
    void processed(long workflow, Instant at);

    /** Writes when a workflow does something next; empty if nothing is due. */
    void next(long workflow, Optional<Instant> at);

    /** A new workflow that is like another one. */
    WorkflowRow spawn(WorkflowRow model);

    /** Adds a row to a workflow's log. */
    void log(long workflow, LogLine line);

    /** The lists that are bound to an audience, by number. */
    List<BoundList> boundLists();

    /** The data source of a name or a record id. */
    Optional<AmcDataSource> dataSource(String nameOrId);

    /** The external account of a name. */
    Optional<Account> account(String name);

    /** Whether there is a list of that number. */
    boolean hasList(String list);

    /** How many are in a list; 0 if there is none. */
    int size(String list);

    /** The members of a list, or, of an empty number, all recipients, with their keys at an xpath, in the order of their ids; false if there is no such column. */
    boolean people(String list, String key, Consumer<Person> consumer);

    /** Whether recipients have something at an xpath. */
    boolean hasKey(String key);

    /** Whether one of these columns is set on a recipient; false also for columns that do not exist. */
    boolean isSet(String recipient, Collection<String> flags);

    /** The names among these that are columns of recipients. */
    List<String> unknownColumns(Collection<String> flags);

    /** Replaces a list's members in one step. */
    void replace(String list, Collection<String> recipients);

    /** Puts a recipient into a list; empty if there is no such recipient, else whether it was new. */
    Optional<Boolean> add(String list, String recipient);

    /** Takes a recipient out of a list; empty if there is no such recipient, else whether it was in it. */
    Optional<Boolean> remove(String list, String recipient);

    /** The event variables of a start as they came. */
    record Variables(Map<String, String> values) {
        /** Copies the values. */
        public Variables {
            values = Map.copyOf(values);
        }

        String get(String name) {
            return values.getOrDefault(name, "").strip();
        }
    }
}
