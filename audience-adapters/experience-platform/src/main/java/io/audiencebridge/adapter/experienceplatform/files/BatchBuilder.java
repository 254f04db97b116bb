// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.MembershipBatch;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.util.Arrays;

/** Fills one batch of rows and their times after the other. Not thread-safe. */
final class BatchBuilder {
    private final TextKeysBuilder keys = new TextKeysBuilder();
    private final long[] times = new long[TextKeysBuilder.USUAL_ROWS];

    boolean isFull() {
        return keys.isFull();
    }

    int size() {
        return keys.size();
    }

    void add(byte[] text, int from, int to, byte marks, long time) {
        times[keys.size()] = time;
        keys.key(text, from, to, marks);
    }

    void reject() {
        times[keys.size()] = MembershipBatch.UNTIMED;
        keys.keyless(TextKeys.UNDECIDABLE);
    }

    /** The batch filled so far; the builder starts anew. */
    MembershipBatch build() {
        long[] filled = Arrays.copyOf(times, keys.size());
        return new MembershipBatch(keys.build(), filled);
    }
}
