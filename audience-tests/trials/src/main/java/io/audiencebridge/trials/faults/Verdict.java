// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

/**
 * How a cell ended.
 *
 * @param cell which
 * @param end how
 * @param detail what is to be told of it
 * @param late whether a call outlived its deadline by more than a tenth
 * @param overspent whether a request went out more often than its settings allow
 */
record Verdict(Cell cell, End end, String detail, boolean late, boolean overspent) {
    /** The ends. */
    enum End {
        /** The use case ended as if nothing had happened. */
        RECOVERED,
        /** It stopped with a clear error, and went on to the same end once the fault was gone. */
        CLEAR,
        /** Anything else. */
        OTHER
    }
}
