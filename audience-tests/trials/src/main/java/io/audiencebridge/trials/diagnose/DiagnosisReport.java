// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import io.audiencebridge.trials.Figures;
import java.util.List;

/** What the trial prints, and whether it held. */
final class DiagnosisReport {
    /** Of the broken set-ups whose break can be seen, at least so many of a hundred must be named first. */
    private static final int NEEDED_PERCENT = 93;

    private final List<Verdict> verdicts;

    DiagnosisReport(List<Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    /** One line for a set-up. */
    static void row(Figures figures, Verdict verdict) {
        figures.say((verdict.right() ? "right  " : "WRONG  ") + verdict.setUp().row() + " ("
                + verdict.setUp().journey() + ")");
        figures.say("       said: " + verdict.said());
        verdict.falselyBlocked()
                .appendAll(verdict.blamedBeside())
                .forEach(finding -> figures.say("       and blamed " + finding.precondition() + ": " + finding.seen()));
    }

    /** The figures. */
    void summary(Figures figures) {
        figures.figure("set-ups", verdicts.size());
        figures.figure("healthy", count(SetUp.Expectation.HEALTHY));
        figures.figure("unseen", count(SetUp.Expectation.UNSEEN));
        figures.figure("blamed-beside", blamedBeside());
        figures.say("figure diagnosed " + diagnosed() + " of " + count(SetUp.Expectation.NAMED));
        figures.figure("falsely-blocked", falselyBlocked());
    }

    /** Whether enough was named and nothing healthy was blamed. */
    boolean holds() {
        return diagnosed() * 100 >= count(SetUp.Expectation.NAMED) * NEEDED_PERCENT
                && falselyBlocked() == 0
                && blamedBeside() == 0;
    }

    private long diagnosed() {
        return of(SetUp.Expectation.NAMED).stream().filter(Verdict::right).count();
    }

    private long falselyBlocked() {
        return verdicts.stream()
                .filter(verdict -> verdict.falselyBlocked().nonEmpty())
                .count();
    }

    private long blamedBeside() {
        return verdicts.stream()
                .filter(verdict -> verdict.blamedBeside().nonEmpty())
                .count();
    }

    private long count(SetUp.Expectation expectation) {
        return of(expectation).size();
    }

    private List<Verdict> of(SetUp.Expectation expectation) {
        return verdicts.stream()
                .filter(verdict -> verdict.setUp().expectation() == expectation)
                .toList();
    }
}
