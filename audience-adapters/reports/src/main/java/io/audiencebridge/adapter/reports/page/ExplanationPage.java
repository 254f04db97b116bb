// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.diagnosis.Explanation;
import io.vavr.collection.Vector;

/** Why one person is in, or not. */
final class ExplanationPage {
    private ExplanationPage() {}

    static String of(Explanation explanation) {
        Markup answer = el("section")
                .attr("aria-label", "The answer")
                .with(el("p").of("callout").with(Markup.said(explanation.because())));
        return Shell.page(
                "Explanation",
                headline(explanation),
                JourneyPage.lead(explanation.subject(), explanation.at()),
                Vector.of(
                        answer,
                        Parts.section(
                                "The facts, in order",
                                el("ol").of("chain")
                                        .with(Vector.ofAll(explanation.facts()).map(ExplanationPage::fact)))));
    }

    /** The answer. */
    static String headline(Explanation explanation) {
        return switch (explanation.verdict()) {
            case IN -> "The person is in";
            case OUT -> "The person is not in";
            case ON_THE_WAY -> "The person is on the way";
            case UNDECIDED -> "The facts at hand do not decide it";
        };
    }

    private static Markup fact(Explanation.Fact fact) {
        return el("li").with(
                        el("p").of("quiet").with(Parts.code(fact.where())), el("p").with(Markup.said(fact.told())));
    }
}
