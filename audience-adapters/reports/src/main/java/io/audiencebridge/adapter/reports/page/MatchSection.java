// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import static io.audiencebridge.adapter.reports.page.Markup.el;

import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.vavr.collection.Vector;

/** By which route members were, or would be, matched, why, and what the others would take. */
final class MatchSection {
    private MatchSection() {}

    static Markup of(MatchPlan plan) {
        Markup sentence = el("p").with(Markup.text(said(plan.route()) + ", because "), Parts.sentence(plan.because()));
        return Markup.all(el("h3", "How they are matched"), sentence, took(plan), estimates(plan));
    }

    private static Markup took(MatchPlan plan) {
        return plan.took().isEmpty()
                ? Markup.none()
                : el(
                        "p",
                        "It took " + Figures.duration(plan.took().get())
                                + (plan.rows().isPresent()
                                        ? " for " + Figures.count(plan.rows().getAsLong()) + " rows of recipients"
                                        : "")
                                + ".");
    }

    private static Markup estimates(MatchPlan plan) {
        return plan.estimates().isEmpty()
                ? Markup.none()
                : Tables.table(
                        "What each route would take",
                        Vector.of(
                                Tables.column("Route"),
                                Tables.numbers("Calls"),
                                Tables.numbers("Rows"),
                                Tables.numbers("Sent"),
                                Tables.numbers("Time")),
                        Vector.ofAll(plan.estimates())
                                .map(estimate -> Tables.row(
                                        Markup.text(name(estimate.route())),
                                        Tables.count(estimate.calls()),
                                        Tables.count(estimate.rows()),
                                        Tables.number(Figures.bytes(estimate.bytes())),
                                        Tables.number(Figures.duration(estimate.time())))));
    }

    private static String said(KeyRoute route) {
        return switch (route) {
            case LOOK_UP -> "By asking for the recipients who have the members’ ids";
            case SCAN -> "By reading all recipients";
            case EXTRACT -> "By an extract of all recipients";
            case KEPT_INDEX -> "By a kept copy of all recipients and what changed since";
        };
    }

    private static String name(KeyRoute route) {
        return switch (route) {
            case LOOK_UP -> "Look up";
            case SCAN -> "Scan";
            case EXTRACT -> "Extract";
            case KEPT_INDEX -> "Kept copy";
        };
    }
}
