// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code GET /state} shows: the tables, without secrets and without the recipients themselves. */
final class CampaignStates {
    private static final Map<String, Schema> SHOWN = Map.of(
            "amcDataSources", Schema.DATA_SOURCE,
            "externalAccounts", Schema.EXTERNAL_ACCOUNT,
            "workflows", Schema.WORKFLOW,
            "workflowLogs", Schema.WORKFLOW_LOG,
            "folders", Schema.FOLDER);

    private CampaignStates() {}

    static Map<String, Object> of(CampaignData data) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("recipients", data.recipientTable().size());
        state.put("trackingLogs", data.logs().all().size());
        state.put("lists", lists(data));
        SHOWN.forEach((key, schema) -> state.put(
                key, data.entries(schema).stream().map(CampaignStates::record).toList()));
        return state;
    }

    private static List<Map<String, Object>> lists(CampaignData data) {
        List<Map<String, Object>> lists = new ArrayList<>();
        data.groups().forEach(group -> {
            Map<String, Object> list = new LinkedHashMap<>(record(group));
            list.put("members", List.copyOf(group.members()));
            lists.add(list);
        });
        return lists;
    }

    /** The columns that hold something, without the {@code @}. */
    private static Map<String, Object> record(Entry entry) {
        Map<String, Object> columns = new LinkedHashMap<>();
        entry.schema().columns().stream()
                .sorted()
                .filter(column -> entry.schema().type(column) != ColumnType.SECRET)
                .filter(column -> entry.schema().type(column) != ColumnType.XML)
                .filter(column -> !entry.column(column).isEmpty())
                .forEach(column -> columns.put(column.replace("@", ""), entry.column(column)));
        return columns;
    }
}
