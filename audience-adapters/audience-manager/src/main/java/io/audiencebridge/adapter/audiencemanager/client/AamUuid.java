// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.Ecid;
import io.vavr.control.Either;

/**
 * Audience Manager's own id of a device (UUID): 38 decimal digits like an {@link Ecid}, from which nothing but its place tells it apart. Prints itself
 * masked. Source: Audience Manager, "Index of IDs".
 */
public final class AamUuid {
    private final Ecid digits;

    private AamUuid(Ecid digits) {
        this.digits = digits;
    }

    /** Reads exactly 38 decimal digits; left when it is anything else. The violation does not repeat the id. */
    public static Either<Violation, AamUuid> parse(CharSequence text) {
        return Ecid.parse(text).bimap(AamUuid::wrong, AamUuid::new);
    }

    /** The 38 digits, leading zeros included. */
    public String digits() {
        return digits.digits();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AamUuid that && that.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "AamUuid[hidden]";
    }

    private static Violation wrong(Violation same) {
        return new Violation(
                "device id", same.message().replace("An Experience Cloud id", "Audience Manager's id of a device"));
    }
}
