// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.vavr.control.Option;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Says how a forecast was measured and what it cannot know.
 *
 * @param members how members were drawn
 * @param recipients how recipients were drawn; none when they were looked up only
 * @param budget how much might be read
 */
record Trust(SampleFacts members, Option<SampleFacts> recipients, SampleBudget budget) {
    private static final double TELLING = 0.00095;

    String sentence(
            long rows, OptionalLong all, long people, OptionalLong everybody, Option<Long> looked, boolean counted) {
        StringBuilder told = new StringBuilder("Members: read ");
        told.append(read(rows, all, "rows", members)).append(". ");
        looked.forEach(keys -> told.append("Recipients: ")
                .append(number(keys))
                .append(" of those keys were looked up, so that nobody who has one is missed. "));
        recipients.forEach(facts -> told.append(looked.isDefined() ? "For near misses also read " : "Recipients: read ")
                .append(read(people, everybody, "people", facts))
                .append(". "));
        told.append(
                looked.isDefined() || recipients.exists(SampleFacts::whole)
                        ? "Each row read is known to match or not"
                        : "Matches are pairs that met by chance in two samples, so a low rate is known roughly only");
        told.append(counted ? "; nothing is estimated." : "; intervals hold at " + percent(budget.confidence()) + ".");
        caveats(told, looked);
        return told.toString();
    }

    private void caveats(StringBuilder told, Option<Long> looked) {
        if (!members.whole() && !members.fair()) {
            told.append(
                    " Members were not drawn by chance: if those read differ from the others, the truth may lie outside the intervals.");
        }
        if (looked.isEmpty() && recipients.exists(facts -> !facts.whole() && !facts.fair())) {
            told.append(
                    " Recipients were not drawn by chance: if those read differ from the others, the truth may lie outside the intervals.");
        }
        if (!members.whole() && members.total().isPresent() && members.totalError() > 0) {
            told.append(" How many members there are is itself estimated, to within ")
                    .append(percent(members.totalError()))
                    .append('.');
        }
        if (!members.whole() && members.total().isEmpty()) {
            told.append(" How many members there are is unknown, so the list's size has no upper limit.");
        }
        if (looked.isEmpty()
                && recipients.exists(facts -> !facts.whole() && facts.total().isEmpty())) {
            told.append(" How many recipients there are is unknown, so the rate has no upper limit.");
        }
        if (!members.whole()) {
            told.append(" A key that occurs in several rows counts each time.");
        }
    }

    private static String read(long read, OptionalLong all, String unit, SampleFacts facts) {
        String how = facts.how().isEmpty() ? "" : " " + facts.how();
        if (facts.whole()) {
            return "all " + number(read) + " " + unit + how;
        }
        return number(read)
                + (all.isPresent()
                        ? " of " + number(all.getAsLong()) + " " + unit + " ("
                                + percent((double) read / Math.max(1, all.getAsLong())) + ")"
                        : " " + unit)
                + how;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < TELLING ? "%.4f%%" : "%.1f%%", share * 100);
    }
}
