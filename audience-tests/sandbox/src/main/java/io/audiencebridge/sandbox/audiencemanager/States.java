// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.files.BatchFiles;
import io.audiencebridge.sandbox.audiencemanager.files.InboundFile;
import io.audiencebridge.sandbox.audiencemanager.files.OutboundFile;
import io.audiencebridge.sandbox.audiencemanager.files.Receipt;
import io.audiencebridge.sandbox.audiencemanager.profiles.MemberIds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The share of {@code GET /state}. Members are collections that make their texts while they are written. */
final class States {
    private States() {}

    static Map<String, Object> of(Company company, BatchFiles files) {
        Map<String, Object> state = new LinkedHashMap<>();
        List<Map<String, Object>> segments = new ArrayList<>();
        company.segments().all().forEach(segment -> segments.add(segment(company, segment)));
        state.put("segments", segments);
        state.put(
                "inboundFiles",
                files.inbound().files().stream().map(States::inbound).toList());
        state.put(
                "outboundFiles",
                files.outbound().files().stream().map(States::outbound).toList());
        state.put("outboundFilesOnTheWay", files.onTheWay());
        state.put(
                "receipts", files.receipts().all().stream().map(States::receipt).toList());
        return state;
    }

    private static Map<String, Object> receipt(Receipt receipt) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("at", receipt.at().toString());
        view.put("dataSourceId", receipt.dataSource());
        view.put("files", receipt.keys());
        view.put("counters", receipt.counters());
        view.put("eml", receipt.mail());
        return view;
    }

    private static Map<String, Object> inbound(InboundFile file) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", file.key());
        view.put("status", file.status().name());
        if (!file.reason().isEmpty()) {
            view.put("reason", file.reason());
        }
        view.put("arrived", file.arrived().toString());
        file.processedAt().ifPresent(at -> view.put("processed", at.toString()));
        view.put("counters", file.counters());
        return view;
    }

    private static Map<String, Object> outbound(OutboundFile file) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", file.key());
        view.put("destinationId", file.destination());
        view.put("dataSourceId", file.dataSource());
        view.put("mode", file.full() ? "full" : "iter");
        view.put("written", file.writtenAt().toString());
        view.put("arrived", file.arrivedAt().toString());
        view.put("rows", file.rows());
        return view;
    }

    private static Map<String, Object> segment(Company company, ObjectNode segment) {
        Map<String, Object> view = new LinkedHashMap<>();
        for (String member : List.of("sid", "name", "segmentRule", "mergeRuleDataSourceId", "status")) {
            view.put(member, segment.path(member));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        long sid = segment.path("sid").asLong();
        for (long source : company.profiles().dataSources()) {
            BitSet numbers = company.population().members(sid, source);
            if (!numbers.isEmpty()) {
                members.put(
                        Long.toString(source), new MemberIds(company.profiles().ids(source), numbers));
            }
        }
        view.put("members", members);
        return view;
    }
}
