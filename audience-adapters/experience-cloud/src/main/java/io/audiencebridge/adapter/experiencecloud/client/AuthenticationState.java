// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** How sure it is that the visitor is the person of a customer id (SEMANTICS S24). Source: ID service, "Customer IDs and Authentication States". */
public enum AuthenticationState {
    /** Nobody signed in here; also after a click in an e-mail, which may have been forwarded. */
    UNKNOWN(0, "ambiguous"),
    /** Signed in now. */
    AUTHENTICATED(1, "authenticated"),
    /** Was signed in before. */
    LOGGED_OUT(2, "loggedOut");

    private final int number;
    private final String word;

    AuthenticationState(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /** The number on the wire of the ID service. */
    public int number() {
        return number;
    }

    /** The word that Experience Platform has for it. */
    public String word() {
        return word;
    }

    /** The state with that number, written without sign or leading zero; none for anything else. */
    public static Option<AuthenticationState> of(String number) {
        return Vector.of(values()).find(state -> Integer.toString(state.number).equals(number));
    }
}
