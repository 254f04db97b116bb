// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import io.audiencebridge.sandbox.SeedRecipient;
import java.util.ArrayList;
import java.util.List;

/** People with good, several, missing and malformed keys, some of them opted out; in one crowd nobody shares a key, in the other some do. */
final class People {
    private static final int KEYLESS_EVERY = 10;
    private static final int SEVERAL_EVERY = 7;
    private static final int OPTED_OUT_EVERY = 17;
    private static final int MALFORMED_EVERY = 19;
    private static final int SHARED_EVERY = 5;

    private People() {}

    static List<SeedRecipient> withoutSharedKeys(int count) {
        List<SeedRecipient> people = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            people.add(person(number, number));
        }
        return people;
    }

    /** Every fifth person has the keys of the one before. */
    static List<SeedRecipient> withSharedKeys(int count) {
        List<SeedRecipient> people = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            people.add(person(number, number % SHARED_EVERY == 0 ? number - 1 : number));
        }
        return people;
    }

    private static SeedRecipient person(int number, int keysOf) {
        boolean optedOut = number % OPTED_OUT_EVERY == 0;
        String id = Integer.toString(number);
        if (keysOf % KEYLESS_EVERY == 0) {
            return new SeedRecipient(id, "", "", List.of(), optedOut);
        }
        if (keysOf % MALFORMED_EVERY == 0) {
            return new SeedRecipient(id, "no-mail-address", "two words", List.of("12345"), optedOut);
        }
        List<String> visitorIds = keysOf % SEVERAL_EVERY == 0
                ? List.of(visitorId(keysOf, 1), visitorId(keysOf, 2))
                : List.of(visitorId(keysOf, 1));
        return new SeedRecipient(
                id, "Person" + keysOf + "@Example.com", "CRM-%08d".formatted(keysOf), visitorIds, optedOut);
    }

    private static String visitorId(int person, int which) {
        return "0%036d%d".formatted(person, which);
    }
}
