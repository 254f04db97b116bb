// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.SandboxCampaignRules;
import io.audiencebridge.sandbox.SeedRecipient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables. Whoever reads or writes them holds this object's lock; a SOAP call holds it from its first read to its last written byte. Changes go through
 * {@link Changes}.
 */
final class CampaignData {
    /** The name of the list that holds every recipient of the start. */
    static final String ALL = "allRecipients";

    private final Iterable<SeedRecipient> people;
    private final InstantSource clock;
    private final Sequence sequence;
    private final Recipients recipients = new Recipients();
    private final TrackingLogs logs = new TrackingLogs();
    private final EntryTable<RecipientGroup> groups = new EntryTable<>(Schema.GROUP);
    private final Map<Schema, EntryTable<Entry>> tables = new EnumMap<>(Schema.class);
    private SandboxCampaignRules rules = SandboxCampaignRules.standard();
    private @Nullable Instant running;

    CampaignData(Iterable<SeedRecipient> people, InstantSource clock, int firstNumber) {
        this.people = people;
        this.clock = clock;
        sequence = new Sequence(firstNumber);
        List.of(
                        Schema.FOLDER,
                        Schema.OPTION,
                        Schema.FILE_RESOURCE,
                        Schema.DATA_SOURCE,
                        Schema.EXTERNAL_ACCOUNT,
                        Schema.WORKFLOW,
                        Schema.WORKFLOW_LOG)
                .forEach(schema -> tables.put(schema, new EntryTable<>(schema)));
    }

    /** Back to the people and the list of all of them; other records are the business of {@link StartingRecords}. */
    synchronized void reset() {
        recipients.clear();
        logs.clear();
        groups.clear();
        tables.values().forEach(EntryTable::clear);
        sequence.restart();
        rules = SandboxCampaignRules.standard();
        Instant now = now();
        Folders.fill(this);
        people.forEach(seed -> add(seed, now));
        recipients.filledBy(now);
        skipRecipients();
        RecipientGroup all = new RecipientGroup(nextNumber(), this);
        Map.of("@name", ALL, "@label", "All recipients").forEach(all::set);
        Defaults.fill(all, now);
        all.replace(recipients.byId().keySet());
        groups.put(all);
    }

    private void add(SeedRecipient seed, Instant at) {
        Recipient added = Recipient.of(seed, this, at);
        if (!recipients.enter(added)) {
            throw new IllegalArgumentException("There are two recipients with the id '" + seed.id() + "'");
        }
        seed.visitorIds().forEach(visitorId -> logs.add(added, visitorId, at));
    }

    /** Adds all of them or, if one is there already, none. */
    synchronized void addAll(List<SeedRecipient> seeds) {
        seeds.forEach(seed -> {
            if (recipients.get(seed.id()) != null) {
                throw new IllegalArgumentException("There is a recipient with the id '" + seed.id() + "' already");
            }
        });
        seeds.forEach(seed -> add(seed, now()));
    }

    /** The time: the clock's, or while a workflow catches up, the one at which its step fell due. */
    Instant now() {
        return running == null ? clock.instant() : running;
    }

    /** Does something as at its own time. */
    synchronized void asAt(Instant at, Runnable work) {
        Instant before = running;
        running = at;
        try {
            work.run();
        } finally {
            running = before;
        }
    }

    /** Does not try the numbers of a million recipients one by one. */
    private void skipRecipients() {
        String last = recipients.byId().floorKey(Long.toString(Long.MAX_VALUE));
        if (last != null && Ids.isNumber(last) && recipients.get(Integer.toString(sequence.peek())) != null) {
            sequence.skip(Long.parseLong(last));
        }
    }

    /** The next free number of the one sequence. */
    synchronized long nextNumber() {
        long number;
        do {
            number = sequence.next();
        } while (recipients.get(Long.toString(number)) != null
                || groups.byNumber().containsKey(number)
                || isTaken(number));
        return number;
    }

    private boolean isTaken(long number) {
        return tables.values().stream().anyMatch(table -> table.byNumber().containsKey(number));
    }

    SandboxCampaignRules rules() {
        return rules;
    }

    void rules(SandboxCampaignRules changed) {
        rules = changed;
    }

    Recipients recipients() {
        return recipients;
    }

    NavigableMap<String, Recipient> recipientTable() {
        return recipients.byId();
    }

    TrackingLogs logs() {
        return logs;
    }

    Collection<RecipientGroup> groups() {
        return groups.all();
    }

    @Nullable
    RecipientGroup group(String id) {
        return groups.numbered(id);
    }

    /** The records of one of the smaller tables. */
    Collection<? extends Entry> entries(Schema schema) {
        return any(schema).all();
    }

    @Nullable
    Entry named(Schema schema, String name) {
        return any(schema).named(name);
    }

    /** The option of that name; null if there is none. */
    @Nullable
    Entry option(String name) {
        return named(Schema.OPTION, name);
    }

    /** The record of that id; null if there is none. */
    @Nullable
    Row find(Schema schema, String id) {
        return switch (schema) {
            case RECIPIENT -> recipients.get(id);
            case TRACKING_LOG, RELATION, OWN_TABLE -> null;
            default -> any(schema).numbered(id);
        };
    }

    void put(Entry entry) {
        if (entry instanceof RecipientGroup group) {
            groups.put(group);
        } else {
            table(entry.schema()).put(entry);
        }
    }

    void remove(Entry entry) {
        if (entry instanceof RecipientGroup group) {
            groups.remove(group);
        } else {
            table(entry.schema()).remove(entry);
        }
    }

    private EntryTable<? extends Entry> any(Schema schema) {
        return schema == Schema.GROUP ? groups : table(schema);
    }

    private EntryTable<Entry> table(Schema schema) {
        EntryTable<Entry> table = tables.get(schema);
        if (table == null) {
            throw new IllegalArgumentException("Records of " + schema.id() + " are kept elsewhere");
        }
        return table;
    }
}
