// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

/** Keys encrypted already: hexadecimal digits of whole blocks, lower case only, since Audience Manager's ids are case-sensitive. */
final class EncryptedKeys implements KeyTranslator {
    private static final int DIGITS_OF_BLOCK = 32;

    @Override
    public int translate(byte[] text, int from, int to, byte[] out) {
        int length = to - from;
        if (length == 0
                || length > LONGEST
                || length % DIGITS_OF_BLOCK != 0
                || !HashedKeys.hexadecimal(text, from, to)) {
            return INVALID;
        }
        System.arraycopy(text, from, out, 0, length);
        return length;
    }
}
