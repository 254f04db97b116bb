// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.trials.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the matrix found, as a table and as figures. */
final class Report {
    private final List<Verdict> verdicts;

    Report(List<Verdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /** Whether there is nothing else, nothing late and nothing spent beyond its budget. */
    boolean holds() {
        return verdicts.stream()
                .noneMatch(verdict -> verdict.end() == Verdict.End.OTHER || verdict.late() || verdict.overspent());
    }

    /** Prints calls, table, what else there was, and figures. */
    void print(Figures figures, Map<Use, List<Site>> sites) {
        sites.forEach((use, calls) -> {
            figures.say(use.title() + ": " + calls.size() + " calls");
            calls.forEach(call -> figures.say("    " + call.ordinal() + " " + call.told()));
        });
        figures.say("\nrecovered / clear error / anything else");
        figures.say(row("", Stream.of(Use.values()).map(Use::title)));
        for (Fault fault : Fault.values()) {
            figures.say(row(fault.title(), Stream.of(Use.values()).map(use -> counts(use, fault))));
        }
        verdicts.stream().filter(Report::isRemarkable).forEach(verdict -> figures.say("\n" + remark(verdict)));
        figures.say("");
        figures.figure("cells", verdicts.size());
        figures.figure("recovered", count(Verdict.End.RECOVERED));
        figures.figure("clear", count(Verdict.End.CLEAR));
        figures.figure("other", count(Verdict.End.OTHER));
        figures.figure("late", verdicts.stream().filter(Verdict::late).count());
        figures.figure("overspent", verdicts.stream().filter(Verdict::overspent).count());
    }

    private static boolean isRemarkable(Verdict verdict) {
        return verdict.end() == Verdict.End.OTHER || verdict.late() || verdict.overspent();
    }

    private static String remark(Verdict verdict) {
        String late = verdict.late() ? " LATE" : "";
        String overspent = verdict.overspent() ? " OVERSPENT" : "";
        return verdict.end() + late + overspent + " " + verdict.cell().told() + ": " + verdict.detail();
    }

    private static String row(String title, Stream<String> columns) {
        return columns.map(column -> String.format(Locale.ROOT, "%10s", column))
                .collect(Collectors.joining("", String.format(Locale.ROOT, "%-34s", title), ""));
    }

    private String counts(Use use, Fault fault) {
        List<Verdict> those = verdicts.stream()
                .filter(verdict -> verdict.cell().use() == use && verdict.cell().fault() == fault)
                .toList();
        return those.isEmpty()
                ? "-"
                : Stream.of(Verdict.End.values())
                        .map(end -> Long.toString(
                                those.stream().filter(each -> each.end() == end).count()))
                        .collect(Collectors.joining("/"));
    }

    private long count(Verdict.End end) {
        return verdicts.stream().filter(verdict -> verdict.end() == end).count();
    }
}
