// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

/** Whether bytes are text in UTF-8. */
final class Utf8Check {
    private static final int LAST = 0x10FFFF;

    private Utf8Check() {}

    static boolean isText(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int more = following(bytes[at] & 0xff);
            if (more < 0 || at + more >= to || !continues(bytes, at, more)) {
                return false;
            }
            at += more + 1;
        }
        return true;
    }

    private static int following(int first) {
        if (first < 0x80) {
            return 0;
        }
        if (first < 0xC2 || first > 0xF4) {
            return -1;
        }
        return first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    }

    /** Also refuses surrogates and characters that were written longer than need be. */
    private static boolean continues(byte[] bytes, int at, int more) {
        int point = bytes[at] & (0x3F >> more);
        for (int i = at + 1; i <= at + more; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
            point = (point << 6) | (bytes[i] & 0x3F);
        }
        boolean overlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        return !overlong && !surrogate && point <= LAST;
    }
}
