// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.WorkflowReport;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What is known of a system's own workflows, as facts of a run record. */
final class WorkflowFacts {
    private static final String ROUTE = "route";
    private static final String LIST = "ordered.list";
    private static final String AT = "ordered.at";
    private static final String SINCE = "ordered.since";
    private static final String ENDED = "workflow.ended";
    private static final String RESULT = "workflow.result";
    private static final String COMPLEMENT = "workflow.complement";

    private WorkflowFacts() {}

    static void write(Route route, Map<String, String> facts) {
        facts.put(ROUTE, route.name());
    }

    /** Journals that were written before there were routes know the bridge's alone. */
    static Route route(Map<String, String> facts) {
        return Route.valueOf(facts.getOrDefault(ROUTE, Route.BRIDGE.name()));
    }

    static boolean isOrdered(Map<String, String> facts) {
        return facts.containsKey(AT);
    }

    /** Since when the order may have been given; written down before it is. */
    static Optional<Instant> since(Map<String, String> facts) {
        return Optional.ofNullable(facts.get(SINCE)).map(Instant::parse);
    }

    static RunRecord since(RunRecord record, Instant time) {
        return Facts.with(record, Map.of(SINCE, time.toString()));
    }

    /** The order was refused: there is nothing to be looked for. */
    static RunRecord refused(RunRecord record) {
        Map<String, String> facts = new TreeMap<>(record.facts());
        facts.remove(SINCE);
        return RunRecord.builder().from(record).facts(facts).build();
    }

    static Map<String, String> write(Ordered ordered) {
        return Map.of(LIST, ordered.list().id(), AT, ordered.at().toString());
    }

    static Ordered ordered(Map<String, String> facts, ConnectionName connection) {
        return new Ordered(
                new AudienceRef(connection, Facts.required(facts, LIST)), Instant.parse(Facts.required(facts, AT)));
    }

    /** When it was ordered, by the system's own clock. */
    static Optional<Instant> orderedAt(Map<String, String> facts) {
        return Optional.ofNullable(facts.get(AT)).map(Instant::parse);
    }

    static Map<String, String> write(WorkflowReport report) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(ENDED, report.ended().toString());
        report.result().ifPresent(people -> facts.put(RESULT, Long.toString(people)));
        report.complement().ifPresent(people -> facts.put(COMPLEMENT, Long.toString(people)));
        return facts;
    }

    static Optional<WorkflowReport> report(Map<String, String> facts) {
        return facts.containsKey(ENDED)
                ? Optional.of(new WorkflowReport(
                        Instant.parse(Facts.required(facts, ENDED)), count(facts, RESULT), count(facts, COMPLEMENT)))
                : Optional.empty();
    }

    private static OptionalLong count(Map<String, String> facts, String name) {
        return facts.containsKey(name) ? OptionalLong.of(Facts.number(facts, name)) : OptionalLong.empty();
    }
}
