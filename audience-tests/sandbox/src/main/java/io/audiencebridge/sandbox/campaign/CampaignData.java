// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SandboxList;
import io.audiencebridge.sandbox.SeedRecipient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables. Every access holds this object's lock; a SOAP call holds it from its first read to its last written byte. */
final class CampaignData implements SandboxCampaign {
    private static final long FIRST_NUMBER = 2001;

    private final Iterable<SeedRecipient> people;
    private final InstantSource clock;
    private final NavigableMap<String, Recipient> recipients = new TreeMap<>(Ids.ORDER);
    private final List<TrackingLog> logs = new ArrayList<>();
    private final NavigableMap<Long, RecipientGroup> groups = new TreeMap<>();
    private long nextNumber;

    CampaignData(Iterable<SeedRecipient> people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
        reset();
    }

    synchronized void reset() {
        recipients.clear();
        logs.clear();
        groups.clear();
        nextNumber = FIRST_NUMBER;
        people.forEach(this::addRecipient);
        RecipientGroup all = addGroup(nextNumber(), "allRecipients", "All recipients");
        all.members().addAll(recipients.keySet());
    }

    synchronized Recipient addRecipient(SeedRecipient seed) {
        Recipient recipient = new Recipient(seed);
        if (recipients.putIfAbsent(seed.id(), recipient) != null) {
            throw new IllegalArgumentException("There are two recipients with the id '" + seed.id() + "'");
        }
        seed.visitorIds().forEach(visitorId -> click(recipient, visitorId));
        return recipient;
    }

    private void click(Recipient recipient, String sourceId) {
        TrackingLog log = new TrackingLog(logs.size() + 1L, recipient, sourceId, clock.instant());
        logs.add(log);
        recipient.clicked(log);
    }

    /** A new recipient without anything. */
    synchronized Recipient addRecipient(String id) {
        return addRecipient(new SeedRecipient(id, "", "", List.of(), false));
    }

    /** Adds all of them or, if one is there already, none. */
    synchronized void addAll(List<SeedRecipient> seeds) {
        seeds.forEach(seed -> {
            if (recipients.containsKey(seed.id())) {
                throw new IllegalArgumentException("There is a recipient with the id '" + seed.id() + "' already");
            }
        });
        seeds.forEach(this::addRecipient);
    }

    /** A new list; an empty name is made from its number. */
    synchronized RecipientGroup addGroup(long number, String name, String label) {
        RecipientGroup group =
                new RecipientGroup(number, name.isEmpty() ? "LST" + number : name, label, clock.instant());
        groups.put(number, group);
        return group;
    }

    synchronized long nextNumber() {
        return nextNumber++;
    }

    synchronized NavigableMap<String, Recipient> recipientTable() {
        return recipients;
    }

    synchronized List<TrackingLog> logTable() {
        return logs;
    }

    synchronized NavigableMap<Long, RecipientGroup> groupTable() {
        return groups;
    }

    synchronized @Nullable RecipientGroup group(String id) {
        return Ids.isNumber(id) ? groups.get(Long.parseLong(id)) : null;
    }

    synchronized @Nullable Recipient recipient(String id) {
        return recipients.get(id);
    }

    void touch(RecipientGroup group) {
        group.changed(clock.instant());
    }

    /** The rows of the relation table from {@code after} on, in the order of the recipients. */
    Iterator<Row> relations(RecipientGroup group, @Nullable String after) {
        Collection<String> members =
                after == null ? group.members() : group.members().tailSet(after, false);
        return members.stream()
                .<Row>map(id -> new Relation(group, id, recipients))
                .iterator();
    }

    @Override
    public synchronized String allRecipientsList() {
        return Long.toString(FIRST_NUMBER);
    }

    @Override
    public synchronized List<SandboxList> lists() {
        return groups.values().stream().map(RecipientGroup::asList).toList();
    }

    @Override
    public synchronized String addList(String label, Collection<String> recipientIds) {
        recipientIds.forEach(id -> {
            if (!recipients.containsKey(id)) {
                throw new IllegalArgumentException("There is no recipient with the id '" + id + "'");
            }
        });
        RecipientGroup group = addGroup(nextNumber(), "", label);
        group.members().addAll(recipientIds);
        return Long.toString(group.number());
    }

    @Override
    public synchronized List<SeedRecipient> recipients() {
        return recipients.values().stream().map(Recipient::asSeed).toList();
    }

    /** What {@code GET /state} shows. */
    synchronized Map<String, Object> state() {
        List<Map<String, Object>> lists = new ArrayList<>();
        groups.values()
                .forEach(group -> lists.add(Map.of(
                        "id", Long.toString(group.number()),
                        "name", group.name(),
                        "label", group.column("@label"),
                        "members", List.copyOf(group.members()))));
        return Map.of("recipients", recipients.size(), "lists", lists);
    }
}
