// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Comparator;

/** Ids as Campaign orders them: numbers by value, negative ones first; texts, as UUIDs are, after them by their characters. */
final class Ids {
    static final Comparator<String> ORDER = Ids::compare;

    private Ids() {}

    static boolean isNumber(String id) {
        int from = id.startsWith("-") ? 1 : 0;
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

    private static boolean isPlain(String number) {
        return number.charAt(0) > '0';
    }
}
