// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * For how many members the engine in memory has room.
 *
 * @param most rows of members, beside those known by fingerprints
 * @param megabytes that it may take
 * @param whole whether whole keys are held, for proof
 */
record MemberRoom(long most, long megabytes, boolean whole) {
    private static final int BYTES_PER_MEMBER = 40;
    private static final int BYTES_PER_WHOLE_KEY = 400;

    /** The room for {@code task} in {@code budget} bytes. */
    static MemberRoom of(MatchTask task, long budget) {
        boolean whole = Proof.needsWholeKeys(task);
        long most = budget / (whole ? BYTES_PER_WHOLE_KEY : BYTES_PER_MEMBER)
                - task.keptMembers().size();
        return new MemberRoom(most, budget >> 20, whole);
    }

    /** Right: so many may fit. Left: they do not, which is known before one is read. */
    Either<BridgeError, Long> expected(long members) {
        return members <= most
                ? Either.right(members)
                : Either.left(BridgeError.InvalidRequest.of(
                        "engine",
                        "some " + members + " members are expected, and the engine in memory has room for " + most
                                + " in the " + megabytes + " MiB that it may take" + cure()));
    }

    /** There turned out to be more. */
    BridgeError tooMany() {
        return BridgeError.LocalFailure.of(
                "More than " + most + " keys are to be matched, for which the engine in memory has no room" + cure());
    }

    /** No other engine compares whole keys. */
    private String cure() {
        return whole
                ? "; proof holds whole keys, which no other engine does: give the JVM more heap, or leave proof out, which takes a tenth"
                : "; give the JVM more heap, or use an engine that works out of core: audience-adapter-engine-duckdb on one machine, audience-adapter-engine-spark on a cluster";
    }
}
