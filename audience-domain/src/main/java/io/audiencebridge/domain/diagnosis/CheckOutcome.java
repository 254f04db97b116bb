// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.system.ConnectionName;

/** What became of looking at one precondition. */
public sealed interface CheckOutcome {
    /** Which precondition. */
    Precondition precondition();

    /** At which connection. */
    ConnectionName connection();

    /**
     * It holds.
     *
     * @param seen what was seen, in a sentence
     */
    record Met(Precondition precondition, ConnectionName connection, String seen) implements CheckOutcome {}

    /**
     * It does not hold, or there is something to know.
     *
     * @param finding what
     */
    record Found(Finding finding) implements CheckOutcome {
        @Override
        public Precondition precondition() {
            return finding.precondition();
        }

        @Override
        public ConnectionName connection() {
            return finding.connection();
        }
    }

    /**
     * It could not be looked at: no call shows it, or the call was refused.
     *
     * @param because why, and how the reader can look, in a sentence
     */
    record Unseen(Precondition precondition, ConnectionName connection, String because) implements CheckOutcome {}
}
