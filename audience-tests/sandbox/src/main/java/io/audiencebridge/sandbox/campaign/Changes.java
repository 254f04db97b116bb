// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every change of the tables that a caller can make, with what the database guards: unique keys, foreign keys, times. Source: campaign.md, section 3.3. */
final class Changes {
    /** Columns that the server writes itself, whatever a caller says. */
    private static final Set<String> SERVERS_OWN =
            Set.of("@id", "@created", "@lastModified", "@domain", "extension", Schema.COMPUTED);

    private final CampaignData data;
    private final Undo undo = new Undo();

    Changes(CampaignData data) {
        this.data = data;
    }

    /** Runs as one transaction. */
    void all(Runnable work) {
        undo.all(work);
    }

    /** Writes a new record; an empty id takes the next number. */
    Row create(Schema schema, String id, Map<String, String> columns) {
        check(schema, columns);
        return switch (schema) {
            case RECIPIENT -> newRecipient(id, columns);
            case RELATION -> newRelation(columns);
            case TRACKING_LOG, WORKFLOW_LOG, OWN_TABLE ->
                throw SoapFault.inMethod("XSV-350023 Cannot save a document of type '" + schema.id() + "'.");
            default -> newEntry(schema, id, columns);
        };
    }

    private Row newRecipient(String id, Map<String, String> columns) {
        String number = id.isEmpty() ? Long.toString(data.nextNumber()) : id;
        if (data.recipients().get(number) != null) {
            throw SoapFault.notUnique("nmsrecipient_id");
        }
        Recipient recipient = new Recipient(number, data, data.now());
        writable(columns).forEach(recipient::set);
        data.recipients().put(recipient);
        undo.note(() -> data.recipients().remove(recipient));
        return recipient;
    }

    private Row newRelation(Map<String, String> columns) {
        RecipientGroup group = data.group(columns.getOrDefault("@group-id", ""));
        if (group == null) {
            throw SoapFault.noParent("nmsrcpgrprel_group");
        }
        Recipient recipient = data.recipients().get(columns.getOrDefault("@recipient-id", ""));
        if (recipient == null) {
            throw SoapFault.noParent("nmsrcpgrprel_recipient");
        }
        if (!group.add(recipient.id())) {
            throw SoapFault.notUnique("nmsrcpgrprel_id");
        }
        undo.note(() -> group.remove(recipient.id()));
        touch(group);
        return new Relation(group, recipient.id(), data.recipientTable());
    }

    private Row newEntry(Schema schema, String id, Map<String, String> columns) {
        if (!id.isEmpty() && !Ids.isNumber(id)) {
            throw SoapFault.inMethod("XTK-170036 '" + id + "' is no id of '" + schema.id() + "'.");
        }
        long number = id.isEmpty() ? data.nextNumber() : Long.parseLong(id);
        if (data.find(schema, Long.toString(number)) != null) {
            throw SoapFault.notUnique(schema.uniqueIndex().replaceFirst("_.*", "_id"));
        }
        Entry entry = schema == Schema.GROUP ? new RecipientGroup(number, data) : new Entry(schema, number, data);
        write(entry, columns);
        Defaults.fill(entry, data.now());
        requireUnique(entry, entry.column(schema.key()));
        data.put(entry);
        undo.note(() -> data.remove(entry));
        return entry;
    }

    /** Writes columns of a record that is there. */
    void set(Row row, Map<String, String> columns) {
        if (row instanceof Recipient recipient) {
            check(Schema.RECIPIENT, columns);
            change(recipient, columns);
        } else if (row instanceof Entry entry) {
            check(entry.schema(), columns);
            change(entry, columns);
        }
    }

    private void change(Recipient recipient, Map<String, String> columns) {
        Recipient.Snapshot before = recipient.snapshot();
        data.recipients().change(recipient, () -> {
            writable(columns).forEach(recipient::set);
            recipient.changed(data.now());
        });
        undo.note(() -> data.recipients().change(recipient, () -> recipient.restore(before)));
    }

    private void change(Entry entry, Map<String, String> columns) {
        String key = entry.schema().key();
        String wanted = columns.getOrDefault(key, entry.column(key));
        if (!wanted.equals(entry.column(key))) {
            requireUnique(entry, wanted);
        }
        Map<String, String> before = entry.snapshot();
        data.remove(entry);
        write(entry, columns);
        entry.set("@lastModified", Texts.time(data.now()));
        data.put(entry);
        undo.note(() -> {
            data.remove(entry);
            entry.restore(before);
            data.put(entry);
        });
    }

    private void requireUnique(Entry entry, String key) {
        Entry other = entry.schema().key().isEmpty() ? null : data.named(entry.schema(), key);
        if (other != null && other != entry) {
            throw SoapFault.notUnique(entry.schema().uniqueIndex());
        }
    }

    private static void write(Entry entry, Map<String, String> columns) {
        writable(columns)
                .forEach((column, value) -> entry.set(
                        column, entry.schema().type(column) == ColumnType.SECRET ? Secrets.stored(value) : value));
    }

    private static Map<String, String> writable(Map<String, String> columns) {
        Map<String, String> writable = new java.util.LinkedHashMap<>(columns);
        writable.keySet().removeAll(SERVERS_OWN);
        return writable;
    }

    /** The columns must exist, and what they link to must too. */
    private void check(Schema schema, Map<String, String> columns) {
        columns.forEach((column, value) -> {
            if (!schema.has(column)) {
                throw SoapFault.unknownPath(column, schema.id());
            }
            String link = column.startsWith("@") && column.endsWith("-id")
                    ? column.substring(1, column.length() - "-id".length())
                    : "";
            Schema target = schema.links().get(link);
            if (schema != Schema.RELATION
                    && target != null
                    && !Set.of("", "0").contains(value)
                    && data.find(target, value) == null) {
                throw SoapFault.noParent(schema.id().replace(":", "").toLowerCase(java.util.Locale.ROOT) + "_" + link);
            }
        });
    }

    void delete(Row row) {
        if (row instanceof Relation relation) {
            remove(relation.group(), relation.recipientId());
        } else if (row instanceof Recipient recipient) {
            List.copyOf(data.groups()).forEach(group -> remove(group, recipient.id()));
            List<TrackingLog> logs = recipient.logs();
            data.logs().removeAll(logs);
            data.recipients().remove(recipient);
            undo.note(() -> {
                data.recipients().put(recipient);
                logs.forEach(data.logs()::putBack);
            });
        } else if (row instanceof Entry entry) {
            requireUnused(entry);
            data.remove(entry);
            undo.note(() -> data.put(entry));
        } else {
            throw SoapFault.inMethod("XSV-350023 Such a document cannot be deleted.");
        }
    }

    private void remove(RecipientGroup group, String recipientId) {
        if (group.remove(recipientId)) {
            undo.note(() -> group.add(recipientId));
            touch(group);
        }
    }

    private void requireUnused(Entry entry) {
        @Nullable
        String user = entry.schema() == Schema.FOLDER
                        && data.groups().stream().anyMatch(group -> group.is("@folder-id", entry.column("@id")))
                ? "nmsgroup_folder"
                : entry.schema() == Schema.DATA_SOURCE
                                && data.groups().stream()
                                        .anyMatch(group -> group.is("@amcDataSource-id", entry.column("@id")))
                        ? "nmsgroup_amcdatasource"
                        : null;
        if (user != null) {
            throw SoapFault.noParent(user);
        }
    }

    private void touch(RecipientGroup group) {
        String before = group.column("@lastModified");
        group.set("@lastModified", Texts.time(data.now()));
        undo.note(() -> group.set("@lastModified", before));
    }
}
