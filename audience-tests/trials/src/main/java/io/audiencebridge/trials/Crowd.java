// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials;

import io.audiencebridge.sandbox.SeedRecipient;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** As many people as wanted, made as they are asked for: each has a visitor id, a declared id and an e-mail address of its own. Those behind {@code keyed} have none. */
public final class Crowd {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Crowd() {}

    /** People 1 to {@code keyed} with keys, and {@code keyless} more without. */
    public static Iterable<SeedRecipient> of(int keyed, int keyless) {
        return () -> IntStream.rangeClosed(1, keyed + keyless)
                .mapToObj(number -> number <= keyed ? keyed(number) : keyless(number))
                .iterator();
    }

    private static SeedRecipient keyed(int number) {
        return new SeedRecipient(id(number), email(number), declaredId(number), List.of(visitorId(number)), false);
    }

    private static SeedRecipient keyless(int number) {
        return new SeedRecipient(id(number), "", "", List.of(), false);
    }

    /** The recipient's id. */
    public static String id(int number) {
        return Integer.toString(number);
    }

    /** The e-mail address. */
    public static String email(int number) {
        return "person" + number + "@example.com";
    }

    private static String declaredId(int number) {
        return String.format(Locale.ROOT, "CRM-%08d", number);
    }

    /** Two halves of 19 digits that look like anything. */
    public static String visitorId(int number) {
        return String.format(Locale.ROOT, "%019d%019d", (number * ODD) >>> 1, ((number + 1) * ODD * ODD) >>> 1);
    }
}
