// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.ListedRun;
import io.audiencebridge.domain.sharing.RunKind;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.engine.RunFilter;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a run of any kind is about, as its record's facts say it. */
final class RunFacts {
    private static final String KIND = "kind";
    private static final String SOURCE = "dataSource.id";
    private static final String LIST_CONNECTION = "list.connection";
    private static final String AUDIENCE_CONNECTION = "audience.connection";
    private static final String TO = "to";
    private static final String INTO = "into";
    private static final String LIST = "list";
    private static final String AUDIENCE = "audience";

    private static final Map<String, RunKind> KINDS =
            Map.of("share", RunKind.SHARE, "import", RunKind.IMPORT, "receive", RunKind.RECEIVE, "sync", RunKind.SYNC);

    private RunFacts() {}

    static Option<RunKind> kind(Map<String, String> facts) {
        return Option.of(facts.get(KIND)).flatMap(kind -> Option.of(KINDS.get(kind)));
    }

    /** The kind as it is written down; {@code import} where a run of old says nothing. */
    static String kindOf(Map<String, String> facts) {
        return word(kind(facts).getOrElse(RunKind.IMPORT));
    }

    static ListedRun listed(RunRecord record, FreshnessPolicy policy) {
        Map<String, String> facts = record.facts();
        return ListedRun.builder()
                .receipt(Receipts.of(record, policy))
                .kind(kind(facts).toJavaOptional())
                .source(first(facts, LIST_CONNECTION, AUDIENCE_CONNECTION).map(ConnectionName::new))
                .target(first(facts, TO, INTO).map(ConnectionName::new))
                .list(first(facts, LIST, ListChange.LIST_ID))
                .audience(first(facts, AUDIENCE, ShareSteps.AUDIENCE_ID))
                .dataSource(
                        facts.containsKey(SOURCE) ? OptionalLong.of(Facts.number(facts, SOURCE)) : OptionalLong.empty())
                .started(record.started())
                .updated(record.updated())
                .build();
    }

    /** What {@code query} asks of a run's facts. */
    static List<RunFilter.Fact> wanted(RunQuery query) {
        List<RunFilter.Fact> wanted = new ArrayList<>();
        query.kind().ifPresent(kind -> wanted.add(new RunFilter.Fact(Set.of(KIND), word(kind))));
        query.connection()
                .ifPresent(name -> wanted.add(
                        new RunFilter.Fact(Set.of(LIST_CONNECTION, AUDIENCE_CONNECTION, TO, INTO), name.value())));
        query.list().ifPresent(list -> wanted.add(new RunFilter.Fact(Set.of(LIST, ListChange.LIST_ID), list)));
        query.audience()
                .ifPresent(
                        audience -> wanted.add(new RunFilter.Fact(Set.of(AUDIENCE, ShareSteps.AUDIENCE_ID), audience)));
        return wanted;
    }

    private static String word(RunKind kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> first(Map<String, String> facts, String name, String otherwise) {
        return Optional.ofNullable(facts.get(name)).or(() -> Optional.ofNullable(facts.get(otherwise)));
    }
}
