// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.Literal;
import io.audiencebridge.domain.identity.RecipientId;

/** Conditions over ids: numbers stand as they are, UUIDs as text. */
final class Keyset {
    private Keyset() {}

    /** An id that came off the wire as a number or a UUID, as a value in an expression. */
    static String literal(String id) {
        return isNumber(id) ? id : Literal.text(id);
    }

    /**
     * Rows behind the id given. UNVERIFIED for UUIDs: that their textual order is the order in which the server gives them.
     */
    static String after(String expression, long high, long low) {
        return expression + " > " + literal(RecipientId.text(high, low));
    }

    /** Whether the id is one of 64 bits, not a UUID. */
    static boolean isNumber(long high, long low) {
        return high == low >> 63;
    }

    static boolean isNumber(String id) {
        return id.matches("-?[0-9]{1,19}");
    }
}
