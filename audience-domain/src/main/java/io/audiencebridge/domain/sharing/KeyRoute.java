// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/** How the recipients' keys come to be matched with an audience. */
public enum KeyRoute {
    /** Only the recipients who have one of the audience's keys are asked for. */
    LOOK_UP,
    /** Every recipient is read, row by row. */
    SCAN,
    /** Every recipient is read, out of a file that the system extracts. */
    EXTRACT,
    /** What changed is read, and the rest comes from a kept copy. */
    KEPT_INDEX
}
