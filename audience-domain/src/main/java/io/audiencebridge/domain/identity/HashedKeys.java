// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

/** Keys hashed already: 64 hexadecimal digits, lower case only, since Audience Manager's ids are case-sensitive. */
final class HashedKeys implements KeyTranslator {
    static final int DIGITS = 64;

    @Override
    public int translate(byte[] text, int from, int to, byte[] out) {
        if (to - from != DIGITS || !hexadecimal(text, from, to)) {
            return INVALID;
        }
        System.arraycopy(text, from, out, 0, DIGITS);
        return DIGITS;
    }

    static boolean hexadecimal(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean digit = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
            if (!digit) {
                return false;
            }
        }
        return true;
    }
}
