// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.call;

/** Listens to how far a call has come. Called on the working thread: return quickly, never throw. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = (step, done, total) -> {};

    /**
     * Something moved.
     *
     * @param step the name of the step at work, such as {@code sending members}
     * @param done units done in this step
     * @param total units in this step, or -1 where nobody knows
     */
    void moved(String step, long done, long total);
}
