// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import java.util.List;
import java.util.stream.IntStream;

/** A few people of every kind: with one visitor id or two, without, opted out. */
final class People {
    private static final int COUNT = 12;
    private static final int WITHOUT = 5;
    private static final int WITH_TWO = 7;
    private static final int OPTED_OUT = 11;

    private People() {}

    static List<SeedRecipient> all() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(People::person).toList();
    }

    private static SeedRecipient person(int number) {
        List<String> visitors = switch (number) {
            case WITHOUT -> List.of();
            case WITH_TWO -> List.of(visitor(number, 1), visitor(number, 2));
            default -> List.of(visitor(number, 1));
        };
        return new SeedRecipient(
                Integer.toString(number), mail(number), declared(number), visitors, number == OPTED_OUT);
    }

    /** The same person in Experience Platform. */
    static Profile profile(int number) {
        return Profile.of("p" + number).name("First", "Last").email(mail(number));
    }

    static String declared(int number) {
        return "CRM-%08d".formatted(number);
    }

    static String mail(int number) {
        return "person" + number + "@example.com";
    }

    private static String visitor(int number, int which) {
        return "0%036d%d".formatted(number, which);
    }
}
