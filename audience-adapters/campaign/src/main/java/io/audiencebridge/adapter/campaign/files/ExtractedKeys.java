// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.util.Arrays;

/**
 * The keys of the recipient whose rows are being read, one after the other in one array; filled anew for each recipient, so that no row makes an object. With
 * {@code byVisitorId} the old cookie values among the keys are left out, unless nothing else is there (SEMANTICS S10). Not thread-safe.
 */
final class ExtractedKeys {
    private final boolean byVisitorId;
    private byte[] text = new byte[256];
    private int[] ends = new int[8];
    private int count;
    private boolean there;
    private long high;
    private long low;
    private boolean optedOut;

    ExtractedKeys(boolean byVisitorId) {
        this.byVisitorId = byVisitorId;
    }

    /** Whether it is somebody, and that one. */
    boolean is(long idHigh, long idLow) {
        return there && high == idHigh && low == idLow;
    }

    boolean isThere() {
        return there;
    }

    /** Whether numbers ascend from the one held to the one given; of UUIDs nobody knows the order. */
    boolean isBefore(long idHigh, long idLow) {
        boolean numbers = high == low >> 63 && idHigh == idLow >> 63;
        return !numbers || low < idLow;
    }

    void begin(long idHigh, long idLow) {
        high = idHigh;
        low = idLow;
        there = true;
        optedOut = false;
        count = 0;
    }

    void optedOut() {
        optedOut = true;
    }

    /** Adds a key that is not there yet; none of zero length is one. */
    void key(byte[] source, int length) {
        if (length == 0 || isHeld(source, length)) {
            return;
        }
        int start = start(count);
        if (start + length > text.length) {
            text = Arrays.copyOf(text, Math.max(start + length, text.length * 2));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        System.arraycopy(source, 0, text, start, length);
        ends[count++] = start + length;
    }

    /** Hands the recipient's rows on, one a key, one in all if there is no key. */
    void emit(TextKeysBuilder rows) {
        byte marks = optedOut ? TextKeys.OPTED_OUT : 0;
        there = false;
        if (count == 0) {
            rows.recipient(high, low).keyless(marks);
            return;
        }
        boolean visitorsOnly = byVisitorId && hasVisitorId();
        int emitted = 0;
        for (int i = 0; i < count; i++) {
            boolean wanted = visitorsOnly ? isVisitorId(i) : !byVisitorId || emitted == 0;
            if (wanted) {
                rows.recipient(high, low).key(text, start(i), ends[i], marks);
                emitted++;
            }
        }
    }

    private boolean isHeld(byte[] source, int length) {
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(text, start(i), ends[i], source, 0, length)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasVisitorId() {
        for (int i = 0; i < count; i++) {
            if (isVisitorId(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isVisitorId(int key) {
        boolean digits = ends[key] - start(key) == Ecid.DIGITS;
        for (int i = start(key); digits && i < ends[key]; i++) {
            digits = text[i] >= '0' && text[i] <= '9';
        }
        return digits;
    }

    private int start(int key) {
        return key == 0 ? 0 : ends[key - 1];
    }
}
