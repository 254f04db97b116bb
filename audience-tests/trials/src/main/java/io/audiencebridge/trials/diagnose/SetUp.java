// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import java.util.Set;

/**
 * A sharing that is healthy but for what is broken in it.
 *
 * @param row the documented row that it is named after, and in a word what is wrong, such as {@code campaign P5: no external account}
 * @param journey what is shared
 * @param broken how it is broken
 * @param causes the names of the preconditions that are the true cause: whichever of them is said first is right; none for a healthy one
 * @param expectation what the diagnosis must do with it
 */
record SetUp(String row, Journey journey, Break broken, Set<String> causes, Expectation expectation) {
    /** How the names of those begin that are broken in two ways. */
    static final String PAIR = "pair: ";

    /** What a diagnosis must do. */
    enum Expectation {
        /** Name a cause before everything else that harms. */
        NAMED,
        /** Find nothing that blocks. */
        HEALTHY,
        /** Say that it was not seen, under one of the causes' names, and blame nothing that is healthy: no call shows it. */
        UNSEEN
    }

    /** Whether it is broken in two ways. */
    boolean isPair() {
        return row.startsWith(PAIR);
    }

    /** One that is broken. */
    static SetUp broken(String row, Journey journey, Break broken, String... causes) {
        return new SetUp(row, journey, broken, Set.of(causes), Expectation.NAMED);
    }

    /** One that is broken in a way that no call shows. */
    static SetUp unseen(String row, Journey journey, Break broken, String... causes) {
        return new SetUp(row, journey, broken, Set.of(causes), Expectation.UNSEEN);
    }

    /** One with which all is well. */
    static SetUp healthy(String row, Journey journey, Break differing) {
        return new SetUp(row, journey, differing, Set.of(), Expectation.HEALTHY);
    }

    /** One that is broken in two ways at once; {@code causes} are those that come first on the members' way. */
    static SetUp both(SetUp first, SetUp second, String... causes) {
        return new SetUp(
                PAIR + first.row() + " + " + second.row(),
                first.journey(),
                first.broken().and(second.broken()),
                Set.of(causes),
                Expectation.NAMED);
    }
}
