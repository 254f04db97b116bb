// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

/**
 * Declared ids that travel as they are. Refused: what Audience Manager's grammar cannot carry (white space, control characters, {@code :} and
 * {@code %3A}), and what looks like an e-mail address or an international phone number, since those must not travel plain.
 *
 * <p>Source: Audience Manager, "Inbound data file contents"; SEMANTICS S18.
 */
final class PlainKeys implements KeyTranslator {
    private static final int FEWEST_PHONE_DIGITS = 8;

    @Override
    public int translate(byte[] text, int from, int to, byte[] out) {
        int length = to - from;
        if (length == 0 || length > LONGEST || uncarriable(text, from, to) || looksLikePhone(text, from, to)) {
            return INVALID;
        }
        System.arraycopy(text, from, out, 0, length);
        return length;
    }

    private static boolean uncarriable(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            int character = text[i];
            if ((character >= 0 && character <= ' ') || character == 0x7f || character == ':' || character == '@') {
                return true;
            }
            if (character == '%' && i + 2 < to && text[i + 1] == '3' && (text[i + 2] | 0x20) == 'a') {
                return true;
            }
        }
        return !Utf8.isAscii(text, from, to)
                && (!Utf8.isValid(text, from, to) || Utf8.hasWhiteSpaceOrControl(text, from, to));
    }

    private static boolean looksLikePhone(byte[] text, int from, int to) {
        if (text[from] != '+' || to - from <= FEWEST_PHONE_DIGITS) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
