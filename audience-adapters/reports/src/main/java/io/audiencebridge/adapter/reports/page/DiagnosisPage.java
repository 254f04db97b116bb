// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Severity;
import io.vavr.Tuple;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Why an audience is empty: the cause first, then the rest, the forecast, and what holds. */
final class DiagnosisPage {
    private DiagnosisPage() {}

    static String of(Diagnosis diagnosis) {
        return Shell.page(
                "Diagnosis",
                headline(diagnosis),
                JourneyPage.lead(diagnosis.subject(), diagnosis.at()),
                Vector.of(
                        summary(diagnosis),
                        findings(diagnosis),
                        Markup.all(Option.ofOptional(diagnosis.forecast()).map(ForecastSection::of)),
                        unseen(diagnosis.unseen()),
                        met(diagnosis)));
    }

    /** What it comes to, in one sentence. */
    static String headline(Diagnosis diagnosis) {
        long blocks = count(diagnosis, Severity.BLOCKS);
        long weakens = count(diagnosis, Severity.WEAKENS);
        if (blocks > 0) {
            return blocks == 1 ? "One thing blocks this sharing" : Figures.count(blocks) + " things block this sharing";
        }
        return weakens == 0
                ? "Nothing blocks this sharing"
                : "Nothing blocks this sharing, and "
                        + (weakens == 1 ? "one thing weakens it" : Figures.count(weakens) + " things weaken it");
    }

    private static long count(Diagnosis diagnosis, Severity severity) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static Seq<CheckOutcome.Met> holds(Diagnosis diagnosis) {
        return Vector.ofAll(diagnosis.outcomes())
                .filter(CheckOutcome.Met.class::isInstance)
                .map(CheckOutcome.Met.class::cast);
    }

    private static Markup summary(Diagnosis diagnosis) {
        return el("section")
                .attr("aria-label", "Summary")
                .with(Parts.figures(Vector.of(
                        Tuple.of("Block it", Figures.count(count(diagnosis, Severity.BLOCKS))),
                        Tuple.of("Weaken it", Figures.count(count(diagnosis, Severity.WEAKENS))),
                        Tuple.of("To know", Figures.count(count(diagnosis, Severity.INFORMS))),
                        Tuple.of("Hold", Figures.count(holds(diagnosis).size())),
                        Tuple.of(
                                "Could not be seen",
                                Figures.count(diagnosis.unseen().size())))));
    }

    private static Markup findings(Diagnosis diagnosis) {
        return Parts.section(
                "Findings",
                Vector.ofAll(diagnosis.findings())
                        .zipWithIndex()
                        .map(each ->
                                finding(each._1(), each._2() == 0 && each._1().severity() == Severity.BLOCKS)));
    }

    private static Markup finding(Finding finding, boolean cause) {
        Markup marks = el("p").of("marks")
                .with(
                        Parts.badge(word(finding.severity()), sign(finding.severity())),
                        cause ? el("span", "The cause").of("badge cause") : Markup.none(),
                        el("span", certainty(finding.certainty())).of("quiet"),
                        el("span")
                                .of("quiet")
                                .with(
                                        Markup.text("at "),
                                        Parts.code(finding.connection().value()),
                                        Markup.text(" · "),
                                        Parts.code(finding.precondition().name())));
        return el("article")
                .of("finding " + sign(finding.severity()).styleClass())
                .with(
                        marks,
                        el("h3").with(Markup.said(finding.seen())),
                        el("dl").with(
                                        term("What to do", Markup.said(finding.remedy()))
                                                .of("remedy"),
                                        term("Expected", Markup.said(finding.expected())),
                                        term(
                                                "Documented",
                                                Markup.said(
                                                        finding.precondition().fact()),
                                                el("cite")
                                                        .of("quiet")
                                                        .with(Markup.said(finding.precondition()
                                                                .source())))));
    }

    private static Markup term(String name, Markup... inside) {
        return el("div").with(el("dt", name), el("dd").with(Vector.of(inside).intersperse(Markup.text(" "))));
    }

    private static Markup unseen(Seq<CheckOutcome.Unseen> outcomes) {
        return outcomes.isEmpty()
                ? Markup.none()
                : Parts.section(
                        "Could not be seen",
                        el("p", "No call shows these, or the call was refused. Look at them yourself.")
                                .of("quiet"),
                        el("ul").of("checks")
                                .with(outcomes.map(outcome -> check(outcome, Sign.UNSEEN, outcome.because()))));
    }

    private static Markup met(Diagnosis diagnosis) {
        Seq<CheckOutcome.Met> holds = holds(diagnosis);
        return holds.isEmpty()
                ? Markup.none()
                : Parts.section(
                        "What holds",
                        el("details")
                                .with(
                                        el("summary", Figures.number(holds.size(), "precondition", "preconditions")),
                                        el("ul").of("checks")
                                                .with(holds.map(
                                                        outcome -> check(outcome, Sign.GOOD, outcome.seen())))));
    }

    private static Markup check(CheckOutcome outcome, Sign sign, String told) {
        return el("li").of(sign.styleClass())
                .with(
                        sign.drawn(),
                        el("div")
                                .with(
                                        el("p").with(Markup.said(told)),
                                        el("p").of("quiet")
                                                .with(
                                                        Markup.text("at "),
                                                        Parts.code(outcome.connection()
                                                                .value()),
                                                        Markup.text(" · "),
                                                        Parts.code(outcome.precondition()
                                                                .name()),
                                                        Markup.text(" · "),
                                                        Markup.said(outcome.precondition()
                                                                .fact()))));
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case BLOCKS -> "Blocks";
            case WEAKENS -> "Weakens";
            case INFORMS -> "To know";
        };
    }

    private static Sign sign(Severity severity) {
        return switch (severity) {
            case BLOCKS -> Sign.BAD;
            case WEAKENS -> Sign.WARNING;
            case INFORMS -> Sign.NOTE;
        };
    }

    /** How sure, in words. */
    static String certainty(Certainty certainty) {
        return switch (certainty) {
            case SEEN -> "seen";
            case LIKELY -> "likely";
            case POSSIBLE -> "possible";
        };
    }
}
