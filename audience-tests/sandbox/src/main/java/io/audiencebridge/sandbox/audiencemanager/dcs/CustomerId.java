// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import java.util.List;
import java.util.Optional;

/**
 * A declared id as a call carries it. The separator is U+0001; the literal text {@code %01} counts too, as clients encode
 * it once too often. Source: audience-manager.md, section 6.1.
 *
 * @param namespace the data source's number or its integration code, as written
 * @param id the id
 * @param authentication how the visitor stands to it
 */
record CustomerId(String namespace, String id, Authentication authentication) {
    /** Source: audience-manager.md, section 1.2. */
    enum Authentication {
        UNKNOWN,
        AUTHENTICATED,
        LOGGED_OUT
    }

    /** Reads the text of a parameter; empty if parts are missing, blank, or more than three. */
    static Optional<CustomerId> read(String text) {
        List<String> parts = List.of(text.split("\u0001|%01", -1));
        if (parts.size() < 2
                || parts.size() > 3
                || parts.get(0).isBlank()
                || parts.get(1).isBlank()) {
            return Optional.empty();
        }
        String state = parts.size() == 3 ? parts.get(2) : "0";
        return state.matches("[0-2]")
                ? Optional.of(
                        new CustomerId(parts.get(0), parts.get(1), Authentication.values()[Integer.parseInt(state)]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "CustomerId[" + namespace + "]";
    }
}
