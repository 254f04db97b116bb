// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/**
 * How sure it is that the declared id is that of the person at the device. An id sync happens in every state; the state decides where new traits go.
 * A click in an e-mail is {@link #UNKNOWN}, only a login is {@link #AUTHENTICATED}, since e-mails are forwarded (SEMANTICS S24). Source: Audience Manager,
 * "Visitor authentication states".
 */
public enum AuthenticationState {
    /** Nobody knows: traits go to the device's profile. */
    UNKNOWN(0),
    /** The person has logged in: traits go to the person's profile. */
    AUTHENTICATED(1),
    /** The person has logged out: traits go to the device's profile. */
    LOGGED_OUT(2);

    private final int number;

    AuthenticationState(int number) {
        this.number = number;
    }

    /** As calls write it. */
    public int number() {
        return number;
    }
}
