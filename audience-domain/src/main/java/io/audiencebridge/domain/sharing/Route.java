// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/** Who carries the members (SEMANTICS S22). */
public enum Route {
    /** The bridge reads and writes them itself, and accounts for every person. */
    BRIDGE,
    /** The system's own workflows carry them; the bridge orders, watches and reports what they tell. */
    SYSTEM
}
