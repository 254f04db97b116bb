// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The recipient whose rows are being read; filled anew for each one. With {@code byVisitorId} the old cookie values among the keys are left out, unless
 * nothing else is there (SEMANTICS S10). Not thread-safe.
 */
final class Person {
    private final boolean byVisitorId;
    private final Set<String> keys = new LinkedHashSet<>();
    private long high;
    private long low;
    private boolean optedOut;
    private boolean there;

    Person(boolean byVisitorId) {
        this.byVisitorId = byVisitorId;
    }

    /** Whether it is somebody, and that one. */
    boolean is(long idHigh, long idLow) {
        return there && high == idHigh && low == idLow;
    }

    boolean isThere() {
        return there;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    void begin(long idHigh, long idLow) {
        high = idHigh;
        low = idLow;
        there = true;
        optedOut = false;
        keys.clear();
    }

    void optedOut() {
        optedOut = true;
    }

    void key(String key) {
        if (!key.isEmpty()) {
            keys.add(key);
        }
    }

    /** Forgets whoever it was. */
    void leave() {
        there = false;
    }

    /** Hands its rows on, one a key, one in all if there is no key, and leaves. */
    void emit(TextKeysBuilder rows) {
        byte marks = optedOut ? TextKeys.OPTED_OUT : 0;
        if (keys.isEmpty()) {
            rows.recipient(high, low).keyless(marks);
        }
        for (String key : byVisitorId && keys.size() > 1 ? visitorIds() : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            rows.recipient(high, low).key(text, 0, text.length, marks);
        }
        leave();
    }

    private Iterable<String> visitorIds() {
        List<String> valid = new ArrayList<>(keys.size());
        for (String key : keys) {
            if (isEcid(key)) {
                valid.add(key);
            }
        }
        return valid.isEmpty() ? List.of(keys.iterator().next()) : valid;
    }

    private static boolean isEcid(String key) {
        boolean digits = key.length() == Ecid.DIGITS;
        for (int i = 0; digits && i < key.length(); i++) {
            digits = key.charAt(i) >= '0' && key.charAt(i) <= '9';
        }
        return digits;
    }
}
