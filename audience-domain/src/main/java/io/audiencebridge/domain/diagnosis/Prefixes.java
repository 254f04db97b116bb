// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What many keys of one side begin with and those of the other do not. Prints nothing of it but its length. */
final class Prefixes {
    private static final int FEWEST_KEYS = 20;

    private static final int MOST_TRIED = 24;
    private static final int FEWEST_DIGITS = 8;

    private final String members;
    private final String recipients;

    private Prefixes(String members, String recipients) {
        this.members = members;
        this.recipients = recipients;
    }

    static Prefixes of(List<String> members, List<String> recipients) {
        String ofMembers = common(members);
        String ofRecipients = common(recipients);
        return new Prefixes(
                ofRecipients.startsWith(ofMembers) ? "" : ofMembers,
                ofMembers.startsWith(ofRecipients) ? "" : ofRecipients);
    }

    /** Lengths to try at the members' side: what follows a prefix may begin alike by chance. The shortest first. */
    int[] ofMembers() {
        return lengths(members);
    }

    /** Lengths to try at the recipients' side. */
    int[] ofRecipients() {
        return lengths(recipients);
    }

    String withoutMembers(String key, int length) {
        return without(members, key, length);
    }

    String withoutRecipients(String key, int length) {
        return without(recipients, key, length);
    }

    private static int[] lengths(String prefix) {
        return IntStream.rangeClosed(1, Math.min(prefix.length(), MOST_TRIED)).toArray();
    }

    /** What is left of a number without its first digits is a number, too, and if it is short likely somebody else's. */
    private static String without(String prefix, String key, int length) {
        String some = prefix.substring(0, length);
        boolean byChance = Rewritings.isNumber(some) && key.length() - length < FEWEST_DIGITS;
        return key.startsWith(some) && !byChance ? key.substring(length) : "";
    }

    /** The longest beginning of 19 keys of 20: of sorted keys those must lie within a stretch. */
    private static String common(List<String> keys) {
        if (keys.size() < FEWEST_KEYS) {
            return "";
        }
        String[] sorted = keys.toArray(String[]::new);
        Arrays.sort(sorted);
        int stretch = sorted.length - sorted.length / FEWEST_KEYS;
        String best = "";
        for (int begin = 0; begin + stretch <= sorted.length; begin++) {
            String common = common(sorted[begin], sorted[begin + stretch - 1]);
            best = common.length() > best.length() ? common : best;
        }
        return best;
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }
}
