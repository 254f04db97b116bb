// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

/** What goes wrong with messages that are pushed. */
public enum SandboxPushFault {
    /** Signed under a key that nobody was given. */
    OTHER_KEY,
    /** Without a signature. */
    UNSIGNED,
    /** With a token that nobody gave out, though it signed in. */
    OTHER_TOKEN,
    /** Changed on the way, after it was signed. */
    ALTERED,
    /** Half a message, properly signed. */
    CUT,
    /** Filled up with 2 MiB of blanks, properly signed. */
    HUGE,
    /** Sent again though it was taken, as batches repeat what was sent in real time. */
    TWICE
}
