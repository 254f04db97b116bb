// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

/** Visitor ids: exactly 38 decimal digits; an old {@code uuid230} cookie value is none (SEMANTICS S10). */
final class VisitorKeys implements KeyTranslator {
    @Override
    public int translate(byte[] text, int from, int to, byte[] out) {
        if (to - from != Ecid.DIGITS) {
            return INVALID;
        }
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return INVALID;
            }
        }
        System.arraycopy(text, from, out, 0, Ecid.DIGITS);
        return Ecid.DIGITS;
    }
}
