// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/** How sure it is that a visitor is the person of a declared id (SEMANTICS S24). Source: ID service, "Customer IDs and Authentication States". */
public enum LinkState {
    /** Nobody signed in: a click in an e-mail, which may have been forwarded. */
    UNKNOWN,
    /** Signed in now. */
    AUTHENTICATED,
    /** Was signed in before. */
    LOGGED_OUT
}
