// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

/** What a finding does to the sharing; the worst first. */
public enum Severity {
    /** Nobody, or nobody new, arrives while it stands. */
    BLOCKS,
    /** Fewer people arrive, or later, than could. */
    WEAKENS,
    /** Nothing is wrong; whoever reads the result should know it. */
    INFORMS
}
