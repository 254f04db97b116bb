// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.Ecid;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.UUID;

/**
 * A visitor id as foreign text holds it. Read strictly it is an Experience Cloud id of 38 digits; read leniently it may be whatever Adobe's browser library lets pass:
 * hexadecimal digits and hyphens. Prints itself masked.
 *
 * @param text the id as it was written, leading zeros included
 */
public record VisitorId(String text) {
    /** Longer text is no id, however it is read. */
    private static final int LONGEST = 128;

    /** The id of {@code ecid}. */
    public static VisitorId of(Ecid ecid) {
        return new VisitorId(ecid.digits());
    }

    /** Reads an id; left when it is none in that way of reading. The violation does not repeat the text. */
    public static Either<Violation, VisitorId> parse(String text, Reading reading) {
        if (reading == Reading.STRICT) {
            return Ecid.parse(text).map(VisitorId::of);
        }
        boolean isTaken =
                !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(VisitorId::mayBePart);
        return isTaken
                ? Either.right(new VisitorId(text))
                : Either.left(new Violation(
                        "visitor id",
                        "must be 1 to " + LONGEST + " hexadecimal digits or hyphens; this text of " + text.length()
                                + " characters is something else"));
    }

    /**
     * A new id made on this side, from a random UUID, as Adobe's mobile SDK does when the service cannot be reached. The service takes it as it is; two visitors get the
     * same one as seldom as two UUIDs meet.
     */
    public static Ecid generated(UUID random) {
        return new Ecid(magnitude(random.getMostSignificantBits()), magnitude(random.getLeastSignificantBits()));
    }

    /** Whether {@code text} says that there is no id because the visitor has opted out. */
    static boolean saysOptedOut(String text) {
        return text.equals("NONE") || text.equals("NOTARGET");
    }

    /** The Experience Cloud id; none when the text is not one, which only lenient reading lets happen. */
    public Option<Ecid> ecid() {
        return Ecid.parse(text).toOption();
    }

    @Override
    public String toString() {
        return "VisitorId[hidden]";
    }

    /** Without its sign; the smallest number has none in a signed long and is right as an unsigned one. */
    private static long magnitude(long half) {
        return half < 0 ? -half : half;
    }

    private static boolean mayBePart(int character) {
        return (character < 128 && Character.digit(character, 16) >= 0) || character == '-';
    }
}
