// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.campaign.workflow.Database;
import io.audiencebridge.sandbox.campaign.workflow.LogLine;
import io.audiencebridge.sandbox.campaign.workflow.States;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables as workflows see them. */
final class WorkflowTables implements Database {
    private final CampaignData data;

    WorkflowTables(CampaignData data) {
        this.data = data;
    }

    @Override
    public void asAt(Instant at, Runnable work) {
        data.asAt(at, work);
    }

    @Override
    public List<WorkflowRow> workflows() {
        return data.entries(Schema.WORKFLOW).stream().map(WorkflowTables::row).toList();
    }

    @Override
    public Optional<WorkflowRow> workflow(String idOrName) {
        return Optional.ofNullable(entry(Schema.WORKFLOW, idOrName)).map(WorkflowTables::row);
    }

    private @Nullable Entry entry(Schema schema, String idOrName) {
        return data.find(schema, idOrName) instanceof Entry numbered ? numbered : data.named(schema, idOrName);
    }

    private static WorkflowRow row(Entry entry) {
        return new WorkflowRow(
                entry.number(),
                entry.column("@internalName"),
                Integer.parseInt(entry.column("@state")),
                entry.is("@failed", "1"),
                entry.is("@production", "1"));
    }

    @Override
    public void state(long workflow, int state, boolean failed) {
        set(workflow, "@state", Integer.toString(state));
        set(workflow, "@failed", failed ? "1" : "0");
        set(workflow, "@lastModified", Texts.time(data.now()));
    }

    @Override
    public void processed(long workflow, Instant at) {
        set(workflow, "@processDate", Texts.time(at));
    }

    @Override
    public void next(long workflow, Optional<Instant> at) {
        set(workflow, "@nextProcessingDate", at.map(Texts::time).orElse(""));
    }

    private void set(long workflow, String column, String value) {
        if (data.find(Schema.WORKFLOW, Long.toString(workflow)) instanceof Entry entry) {
            entry.set(column, value);
        }
    }

    @Override
    public WorkflowRow spawn(WorkflowRow model) {
        Entry entry = new Entry(Schema.WORKFLOW, data.nextNumber(), data);
        Entry of = java.util.Objects.requireNonNull(entry(Schema.WORKFLOW, Long.toString(model.id())));
        entry.set("@internalName", model.internalName() + "_" + entry.number());
        entry.set("@label", of.column("@label"));
        entry.set("@folder-id", of.column("@folder-id"));
        entry.set("@state", Integer.toString(States.EDITED));
        Defaults.fill(entry, data.now());
        data.put(entry);
        return row(entry);
    }

    @Override
    public void log(long workflow, LogLine line) {
        Entry row = new Entry(Schema.WORKFLOW_LOG, data.nextNumber(), data);
        row.set("@workflow-id", Long.toString(workflow));
        row.set("@activity", line.activity());
        row.set("@logDate", Texts.time(line.at()));
        row.set("@logType", Integer.toString(line.type()));
        row.set("@message", line.message());
        row.set("@error", line.type() == 0 ? "1" : "0");
        data.put(row);
    }

    @Override
    public List<BoundList> boundLists() {
        return data.groups().stream()
                .filter(group -> group.is("@isAMC", "1") && group.is("@deleteStatus", "0"))
                .filter(group -> !group.column("@aamMappingId").isEmpty())
                .map(group -> new BoundList(
                        group.column("@id"), group.column("@aamMappingId"), group.column("@amcDataSource-id")))
                .toList();
    }

    @Override
    public Optional<AmcDataSource> dataSource(String nameOrId) {
        return Optional.ofNullable(entry(Schema.DATA_SOURCE, nameOrId))
                .map(source -> new AmcDataSource(
                        source.column("@name"),
                        number(source.column("@dataSourceId")),
                        number(source.column("@aamDestinationId")),
                        source.column("@reconciliationKey"),
                        source.column("@hashAlgorithm"),
                        source.is("@type", "visitor")));
    }

    private static long number(String text) {
        return Values.number(text).longValue();
    }

    @Override
    public Optional<Account> account(String name) {
        return Optional.ofNullable(data.named(Schema.EXTERNAL_ACCOUNT, name))
                .map(account -> new Account(
                        account.is("@active", "1"),
                        account.column("@server"),
                        account.column("@awsKey"),
                        Secrets.decrypt(account.column("@awsSecret")).orElse("")));
    }

    @Override
    public boolean hasList(String list) {
        return data.group(list) != null;
    }

    @Override
    public int size(String list) {
        RecipientGroup group = data.group(list);
        return group == null ? 0 : group.members().size();
    }

    @Override
    public boolean people(String list, String key, Consumer<Person> consumer) {
        if (!hasKey(key)) {
            return false;
        }
        Path path = Path.of(key, Schema.RECIPIENT);
        RecipientGroup group = data.group(list);
        if (group == null) {
            data.recipientTable().values().forEach(recipient -> consumer.accept(person(recipient, path)));
        } else {
            group.members().forEach(id -> {
                Recipient recipient = data.recipients().get(id);
                if (recipient != null) {
                    consumer.accept(person(recipient, path));
                }
            });
        }
        return true;
    }

    @Override
    public boolean hasKey(String key) {
        try {
            Path.of(key, Schema.RECIPIENT);
            return true;
        } catch (SoapFault unknown) {
            return false;
        }
    }

    private Person person(Recipient recipient, Path path) {
        Stream<Tuple> tuples = path.collection() == null
                ? Stream.of(new Tuple(recipient, null))
                : Joins.rows(recipient, path.collection(), data).stream().map(row -> new Tuple(recipient, row));
        return new Person(
                recipient.id(),
                tuples.map(path::valueIn)
                        .filter(key -> !key.isEmpty())
                        .distinct()
                        .toList());
    }

    @Override
    public boolean isSet(String recipient, Collection<String> flags) {
        Recipient found = data.recipients().get(recipient);
        return found != null
                && flags.stream().anyMatch(flag -> found.column(flag).equals("1"));
    }

    @Override
    public List<String> unknownColumns(Collection<String> flags) {
        return flags.stream().filter(flag -> !Schema.RECIPIENT.has(flag)).toList();
    }

    @Override
    public void replace(String list, Collection<String> recipients) {
        RecipientGroup group = data.group(list);
        if (group != null) {
            group.replace(recipients);
            group.set("@lastModified", Texts.time(data.now()));
        }
    }

    @Override
    public Optional<Boolean> add(String list, String recipient) {
        RecipientGroup group = data.group(list);
        return group == null || data.recipients().get(recipient) == null
                ? Optional.empty()
                : Optional.of(touched(group, group.add(recipient)));
    }

    @Override
    public Optional<Boolean> remove(String list, String recipient) {
        RecipientGroup group = data.group(list);
        return group == null || data.recipients().get(recipient) == null
                ? Optional.empty()
                : Optional.of(touched(group, group.remove(recipient)));
    }

    private boolean touched(RecipientGroup group, boolean changed) {
        if (changed) {
            group.set("@lastModified", Texts.time(data.now()));
        }
        return changed;
    }
}
