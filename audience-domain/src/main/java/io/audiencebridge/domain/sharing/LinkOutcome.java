// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/** What became of a link. */
public enum LinkOutcome {
    /** The system has taken it. */
    LINKED,
    /** The same link was made before and still holds; nothing was sent. */
    ALREADY_LINKED,
    /** The visitor must not be followed; nothing was linked. */
    OPTED_OUT,
    /** The request carries no visitor id of this organisation; nothing was sent. */
    NO_VISITOR
}
