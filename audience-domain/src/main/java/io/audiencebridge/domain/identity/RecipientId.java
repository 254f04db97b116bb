// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.audiencebridge.domain.error.Violation;
import io.vavr.control.Either;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Campaign's id of a recipient, opaque: a signed number of up to 64 bits, or a UUID on some v8 deployments, held as 128 bits (SEMANTICS S11).
 *
 * <p>A number is sign-extended, so {@code high} is 0 or -1; a UUID whose first half is 0 or -1 is refused because it could not be told apart. Prints
 * itself masked.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record RecipientId(long high, long low) implements Comparable<RecipientId> {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern UNIQUE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The id that is the number {@code value}. */
    public static RecipientId of(long value) {
        return new RecipientId(value >> 63, value);
    }

    /** Reads a number or a UUID; left when it is neither. The violation does not repeat the id. */
    public static Either<Violation, RecipientId> parse(String text) {
        if (NUMBER.matcher(text).matches()) {
            return number(text);
        }
        if (UNIQUE.matcher(text).matches()) {
            UUID unique = UUID.fromString(text);
            long high = unique.getMostSignificantBits();
            return high == 0 || high == -1
                    ? Either.left(wrong("is a UUID whose first half is all zeros or ones"))
                    : Either.right(new RecipientId(high, unique.getLeastSignificantBits()));
        }
        return Either.left(wrong("is neither a whole number nor a UUID"));
    }

    /** The id as the system writes it. */
    public String text() {
        return text(high, low);
    }

    /** The id held in two longs, as the system writes it. */
    public static String text(long high, long low) {
        return high == low >> 63 ? Long.toString(low) : new UUID(high, low).toString();
    }

    @Override
    public int compareTo(RecipientId other) {
        return high == other.high ? Long.compareUnsigned(low, other.low) : Long.compare(high, other.high);
    }

    @Override
    public String toString() {
        return "RecipientId[hidden]";
    }

    private static Either<Violation, RecipientId> number(String text) {
        try {
            return Either.right(of(Long.parseLong(text)));
        } catch (NumberFormatException tooLarge) {
            return Either.left(wrong("is a number beyond 64 bits"));
        }
    }

    private static Violation wrong(String why) {
        return new Violation("recipient id", "A recipient id is a whole number or a UUID; this one " + why);
    }
}
