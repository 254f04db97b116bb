// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Severity;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What was said about a set-up.
 *
 * @param setUp what was made
 * @param diagnosis all that was said
 */
record Verdict(SetUp setUp, Diagnosis diagnosis) {
    /** The first thing that was said to do harm. */
    Option<Finding> first() {
        return Vector.ofAll(diagnosis.findings()).find(finding -> finding.severity() != Severity.INFORMS);
    }

    /** What was said to block although it does not: all of it in a healthy set-up, and in one whose break nobody can see. */
    Seq<Finding> falselyBlocked() {
        return setUp.expectation() == SetUp.Expectation.NAMED ? Vector.empty() : blocking();
    }

    /** What was said to block beside the cause, in a set-up that is broken in one way: a part that is well was blamed. */
    Seq<Finding> blamedBeside() {
        return setUp.expectation() == SetUp.Expectation.NAMED && !setUp.isPair()
                ? blocking().reject(finding -> isCause(finding.precondition().name()))
                : Vector.empty();
    }

    /** Whether the diagnosis did what it must. */
    boolean right() {
        return switch (setUp.expectation()) {
            case NAMED ->
                first().exists(finding -> isCause(finding.precondition().name()));
            case HEALTHY -> blocking().isEmpty();
            case UNSEEN -> blocking().isEmpty() && diagnosis.unseen().exists(this::isCause);
        };
    }

    private Seq<Finding> blocking() {
        return Vector.ofAll(diagnosis.findings()).filter(finding -> finding.severity() == Severity.BLOCKS);
    }

    private boolean isCause(CheckOutcome.Unseen unseen) {
        return isCause(unseen.precondition().name());
    }

    private boolean isCause(String name) {
        return setUp.causes().contains(name);
    }

    /** What was said first, for people. */
    String said() {
        return first().map(finding -> finding.severity() + " " + finding.precondition() + ": " + finding.seen())
                .getOrElse(() -> setUp.expectation() == SetUp.Expectation.UNSEEN
                        ? diagnosis
                                .unseen()
                                .find(this::isCause)
                                .map(unseen -> "unseen " + unseen.precondition() + ": " + unseen.because())
                                .getOrElse("nothing")
                        : "nothing that harms");
    }
}
