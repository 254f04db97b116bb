// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;

/**
 * The recipient whose rows are being read; filled anew for each one. With {@code byVisitorId} the old cookie values among the keys are left out, unless
 * nothing else is there (SEMANTICS S10). Not thread-safe.
 */
final class Person {
    private final boolean byVisitorId;
    private final KeyTexts keys = new KeyTexts();
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

    /** Has the key at {@code index} of {@code row}, if there is one. */
    void key(Row row, int index) {
        keys.add(row, index);
    }

    /** Forgets whoever it was. */
    void leave() {
        there = false;
    }

    /** Hands its rows on, one a key, one in all if there is no key, and leaves. */
    void emit(TextKeysBuilder rows) {
        byte marks = optedOut ? TextKeys.OPTED_OUT : 0;
        if (keys.size() == 0) {
            rows.recipient(high, low).keyless(marks);
        } else if (!byVisitorId || emitVisitorIds(rows, marks) == 0) {
            emitOthers(rows, marks);
        }
        leave();
    }

    private int emitVisitorIds(TextKeysBuilder rows, byte marks) {
        int emitted = 0;
        for (int key = 0; key < keys.size(); key++) {
            if (keys.isEcid(key)) {
                emit(key, rows, marks);
                emitted++;
            }
        }
        return emitted;
    }

    /** All of them, or of old cookie values the first alone. */
    private void emitOthers(TextKeysBuilder rows, byte marks) {
        int last = byVisitorId ? 1 : keys.size();
        for (int key = 0; key < last; key++) {
            emit(key, rows, marks);
        }
    }

    private void emit(int key, TextKeysBuilder rows, byte marks) {
        rows.recipient(high, low).key(keys.text(), keys.start(key), keys.end(key), marks);
    }
}
