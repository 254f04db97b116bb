// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/** What a run does. */
public enum RunKind {
    /** Exports a list as a shared audience. */
    SHARE,
    /** Imports a shared audience into a list. */
    IMPORT,
    /** Brings a Platform audience into a list. */
    RECEIVE,
    /** Tells in bulk which ids are one person's. */
    SYNC
}
