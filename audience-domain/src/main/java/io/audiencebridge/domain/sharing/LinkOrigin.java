// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/** How it came to be known that a visitor is a recipient; it decides the link's state (SEMANTICS S24): the wrong one writes to a stranger's profile when a mail is forwarded. */
public enum LinkOrigin {
    /** The visitor clicked in an e-mail that the recipient got. */
    EMAIL_CLICK(LinkState.UNKNOWN),
    /** The visitor signed in as the recipient. */
    LOGIN(LinkState.AUTHENTICATED),
    /** The visitor signed out, and was the recipient until then. */
    LOGOUT(LinkState.LOGGED_OUT);

    private final LinkState state;

    LinkOrigin(LinkState state) {
        this.state = state;
    }

    /** The state of a link that is known so. */
    public LinkState state() {
        return state;
    }
}
