// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.inboundwrite;

import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The same visitor ids on every side: random ones from a fixed seed. */
record Members(int count) {
    /** Behind each id in a row: the trait that its owner gets. */
    static final String SIGNAL = "\td_sid=2345678\n";

    static final long TRAIT = 2_345_678;
    static final long DATA_SOURCE = 14_016;

    private static final long SEED = 20_261_126;
    private static final int DIGITS = 38;

    /** As the bridge hands members on: in batches of bytes. */
    List<TextKeys> batches() {
        List<TextKeys> batches = new ArrayList<>();
        TextKeysBuilder rows = new TextKeysBuilder();
        each(id -> {
            rows.key(id, 0, DIGITS, (byte) 0);
            if (rows.isFull()) {
                batches.add(rows.build());
            }
        });
        if (rows.size() > 0) {
            batches.add(rows.build());
        }
        return batches;
    }

    /** As people hold ids. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(count);
        each(id -> texts.add(new String(id, StandardCharsets.US_ASCII)));
        return texts;
    }

    private void each(Consumer<byte[]> taking) {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] id = new byte[DIGITS];
        for (int member = 0; member < count; member++) {
            for (int i = 0; i < DIGITS; i++) {
                id[i] = (byte) ('0' + random.nextInt(10));
            }
            taking.accept(id);
        }
    }
}
