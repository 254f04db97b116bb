// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import io.audiencebridge.sandbox.SeedRecipient;
import java.util.List;
import java.util.stream.IntStream;

/** As many people as wanted, one visitor id each, made as they are asked for. */
final class Crowd {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Crowd() {}

    static Iterable<SeedRecipient> of(int count) {
        return () -> IntStream.rangeClosed(1, count)
                .mapToObj(number ->
                        new SeedRecipient(Integer.toString(number), "", "", List.of(visitorId(number)), false))
                .iterator();
    }

    /** Two halves of 19 digits that look like anything. */
    static String visitorId(int number) {
        return "%019d%019d".formatted((number * ODD) >>> 1, ((number + 1) * ODD * ODD) >>> 1);
    }
}
