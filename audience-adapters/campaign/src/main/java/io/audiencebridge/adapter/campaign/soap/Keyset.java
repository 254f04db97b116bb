// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.domain.identity.RecipientId;

/** Ids of records as values: numbers of 64 bits, or UUIDs, which are texts. */
public final class Keyset {
    private static final String UNIQUE = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private Keyset() {}

    /** An id that came off the wire. */
    public static Literal literal(String id) {
        return isNumber(id) ? Literal.of(Long.parseLong(id)) : Literal.of(id);
    }

    /** The id of these two halves. UNVERIFIED for UUIDs: that they compare in the order in which the server sorts them. */
    public static Literal literal(long high, long low) {
        return isNumber(high, low) ? Literal.of(low) : Literal.of(RecipientId.text(high, low));
    }

    /** Whether the id is one of 64 bits, not a UUID. */
    public static boolean isNumber(long high, long low) {
        return high == low >> 63;
    }

    /** Whether the text is a whole number of 64 bits. */
    public static boolean isNumber(String id) {
        return id.matches("-?[0-9]{1,19}") && RecipientId.parse(id).isRight();
    }

    /** Whether the text is an id of a record: a number or a UUID. */
    public static boolean isId(String text) {
        return isNumber(text) || text.matches(UNIQUE);
    }
}
