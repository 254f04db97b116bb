// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.MembershipWatch;
import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SandboxCampaignRules;
import io.audiencebridge.sandbox.SandboxList;
import io.audiencebridge.sandbox.SandboxWorkflow;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.campaign.workflow.Ending;
import io.audiencebridge.sandbox.campaign.workflow.WorkflowEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables past the wire. */
final class CampaignControls implements SandboxCampaign {
    private final CampaignData data;
    private final Changes changes;
    private final WorkflowEngine engine;

    CampaignControls(CampaignData data, WorkflowEngine engine) {
        this.data = data;
        this.changes = new Changes(data);
        this.engine = engine;
    }

    /** Does something under the tables' lock, after what fell due; what the database refuses is a wrong argument. */
    private <T> T locked(Supplier<T> work) {
        synchronized (data) {
            engine.run(data.now());
            try {
                return work.get();
            } catch (SoapFault refused) {
                throw new IllegalArgumentException(refused.detail(), refused);
            }
        }
    }

    private void change(Runnable work) {
        locked(() -> {
            changes.all(work);
            return true;
        });
    }

    @Override
    public String allRecipientsList() {
        return locked(() -> {
            Entry all = data.named(Schema.GROUP, CampaignData.ALL);
            if (all == null) {
                throw new IllegalArgumentException("The list '" + CampaignData.ALL + "' was deleted");
            }
            return all.column("@id");
        });
    }

    @Override
    public List<SandboxList> lists() {
        return locked(() -> data.groups().stream().map(RecipientGroup::asList).toList());
    }

    @Override
    public String addList(String label, Collection<String> recipientIds) {
        return locked(() -> newList(label, "0", recipientIds));
    }

    @Override
    public String addOwnTableList(String label, Collection<String> recipientIds) {
        return locked(() -> newList(label, RecipientGroup.OWN_TABLE, recipientIds));
    }

    private String newList(String label, String type, Collection<String> recipientIds) {
        recipientIds.forEach(this::recipient);
        RecipientGroup group =
                (RecipientGroup) changes.create(Schema.GROUP, "", Map.of("@label", label, "@type", type));
        group.replace(recipientIds);
        return Long.toString(group.number());
    }

    @Override
    public void bindList(String listId, SharedAudience audience) {
        change(() -> {
            Entry source = data.named(Schema.DATA_SOURCE, audience.dataSource());
            if (source == null) {
                throw new IllegalArgumentException("There is no data source '" + audience.dataSource() + "'");
            }
            changes.set(
                    list(listId),
                    Map.of(
                            "@isAMC", "1",
                            "@sharedAudience", audience.name(),
                            "@aamMappingId", audience.segmentId(),
                            "@amcDataSource-id", source.column("@id")));
        });
    }

    /** Changes what a list's record says, such as its type. */
    void changeList(String listId, Map<String, String> columns) {
        change(() -> changes.set(list(listId), columns));
    }

    @Override
    public void deleteList(String listId) {
        change(() -> changes.delete(list(listId)));
    }

    @Override
    public MembershipWatch watchMembers(String listId, Collection<String> recipientIds) {
        return locked(() -> {
            Watch watch = new Watch(recipientIds);
            list(listId).watch(watch);
            return watch;
        });
    }

    @Override
    public List<SeedRecipient> recipients() {
        return locked(() ->
                data.recipientTable().values().stream().map(Recipient::asSeed).toList());
    }

    @Override
    public void addRecipient(SeedRecipient recipient) {
        change(() -> data.addAll(List.of(recipient)));
    }

    @Override
    public void changeRecipient(String recipientId, Map<String, String> columns) {
        change(() -> changes.set(recipient(recipientId), columns));
    }

    @Override
    public void deleteRecipient(String recipientId) {
        change(() -> changes.delete(recipient(recipientId)));
    }

    @Override
    public void addClick(String recipientId, String visitorId, Instant at) {
        change(() -> data.logs().add(recipient(recipientId), visitorId, at));
    }

    @Override
    public int purgeTrackingLogs(Instant before) {
        return locked(() -> data.logs().remove(log -> log.at().isBefore(before)));
    }

    @Override
    public List<Map<String, String>> records(String schema) {
        return locked(() -> data.entries(Schema.named(schema)).stream()
                .map(CampaignControls::record)
                .toList());
    }

    private static Map<String, String> record(Entry entry) {
        Map<String, String> columns = new LinkedHashMap<>();
        entry.schema().columns().stream().sorted().forEach(column -> columns.put(column, entry.column(column)));
        return columns;
    }

    @Override
    public String save(String schema, Map<String, String> columns) {
        return locked(() -> {
            Schema of = Schema.named(schema);
            String id = columns.getOrDefault("@id", "");
            Row found = id.isEmpty() ? data.named(of, columns.getOrDefault(of.key(), "")) : data.find(of, id);
            if (found == null) {
                return changes.create(of, id, columns).column("@id");
            }
            changes.set(found, columns);
            return found.column("@id");
        });
    }

    @Override
    public void remove(String schema, String name) {
        change(() -> {
            Entry found = data.named(Schema.named(schema), name);
            if (found == null) {
                throw new IllegalArgumentException("There is no '" + name + "' in " + schema);
            }
            changes.delete(found);
        });
    }

    @Override
    public List<SandboxWorkflow> workflows() {
        return locked(
                () -> data.entries(Schema.WORKFLOW).stream().map(this::workflow).toList());
    }

    @Override
    public SandboxWorkflow workflow(String idOrName) {
        return locked(() -> {
            @Nullable Row numbered = data.find(Schema.WORKFLOW, idOrName);
            @Nullable Entry found = numbered instanceof Entry entry ? entry : data.named(Schema.WORKFLOW, idOrName);
            if (found == null) {
                throw new IllegalArgumentException("There is no workflow '" + idOrName + "'");
            }
            return workflow(found);
        });
    }

    private SandboxWorkflow workflow(Entry entry) {
        String id = entry.column("@id");
        List<SandboxWorkflow.Line> log = new ArrayList<>();
        data.entries(Schema.WORKFLOW_LOG).stream()
                .filter(row -> row.is("@workflow-id", id))
                .forEach(row -> log.add(new SandboxWorkflow.Line(
                        Times.instant(row.column("@logDate")),
                        row.column("@activity"),
                        Integer.parseInt(row.column("@logType")),
                        row.column("@message"))));
        return new SandboxWorkflow(
                id,
                entry.column("@internalName"),
                Integer.parseInt(entry.column("@state")),
                entry.is("@failed", "1"),
                log);
    }

    @Override
    public String addWorkflow(String internalName, Ending ending) {
        return locked(() -> {
            engine.behave(internalName, ending);
            return changes.create(Schema.WORKFLOW, "", Map.of("@internalName", internalName))
                    .column("@id");
        });
    }

    @Override
    public SandboxCampaignRules rules() {
        return locked(data::rules);
    }

    @Override
    public void rules(SandboxCampaignRules rules) {
        locked(() -> {
            data.rules(rules);
            return true;
        });
    }

    private RecipientGroup list(String id) {
        RecipientGroup group = data.group(id);
        if (group == null) {
            throw new IllegalArgumentException("There is no list with the id '" + id + "'");
        }
        return group;
    }

    private Recipient recipient(String id) {
        Recipient recipient = data.recipients().get(id);
        if (recipient == null) {
            throw new IllegalArgumentException("There is no recipient with the id '" + id + "'");
        }
        return recipient;
    }
}
