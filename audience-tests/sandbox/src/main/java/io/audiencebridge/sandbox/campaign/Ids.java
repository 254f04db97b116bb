// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Comparator;

/** Ids as Campaign orders them: numbers by value, negative ones first; texts, as UUIDs are, after them by their characters. */
final class Ids {
    static final Comparator<String> ORDER = Ids::compare;

    private static final int NO_DIGITS = Integer.MIN_VALUE;

    private Ids() {}

    static boolean isNumber(String id) {
        int from = !id.isEmpty() && id.charAt(0) == '-' ? 1 : 0;
        if (id.length() == from || id.length() > 19 + from) {
            return false;
        }
        for (int i = from; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static int compare(String one, String two) {
        int length = one.length();
        if (length == two.length() && length > 0 && length < 19 && isPlain(one) && isPlain(two)) {
            int digits = compareDigits(one, two, length);
            if (digits != NO_DIGITS) {
                return digits;
            }
        }
        boolean number = isNumber(one);
        if (number != isNumber(two)) {
            return number ? -1 : 1;
        }
        return number ? compareNumbers(one, two) : one.compareTo(two);
    }

    /** Compares whole numbers; most are written without a sign or leading zeros, and need not be read. */
    static int compareNumbers(String one, String two) {
        if (isPlain(one) && isPlain(two)) {
            return one.length() == two.length() ? one.compareTo(two) : Integer.compare(one.length(), two.length());
        }
        return Long.compare(Long.parseLong(one), Long.parseLong(two));
    }

    /** The usual case, two numbers of as many digits, at one pass. */
    private static int compareDigits(String one, String two, int length) {
        int difference = 0;
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = two.charAt(i);
            if (a < '0' || a > '9' || b < '0' || b > '9') {
                return NO_DIGITS;
            }
            if (difference == 0) {
                difference = a - b;
            }
        }
        return difference;
    }

    private static boolean isPlain(String number) {
        return number.charAt(0) > '0';
    }
}
