// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a signal's key may look like. Source: Audience Manager, "Trait key name requirements". */
final class TraitKey {
    private static final Pattern PLAIN = Pattern.compile("[0-9]*[A-Za-z][A-Za-z0-9_-]*");
    private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT");
    private static final Set<String> RESERVED = Set.of("d_rs", "d_dst_filter");

    private TraitKey() {}

    /** Whether it can be written without quotes. */
    static boolean plain(String key) {
        return PLAIN.matcher(key).matches() && !KEYWORDS.contains(key.toUpperCase(Locale.ROOT));
    }

    /** Whether it can be written at all. UNVERIFIED: that rules may quote a key, as files do. */
    static boolean carriable(String key) {
        return !key.isBlank() && !key.contains("\"") && TraitRule.Text.carriable(key);
    }

    static String text(String key) {
        return plain(key) ? key : '"' + key + '"';
    }

    /** Whether Audience Manager keeps the key for itself. */
    static boolean reserved(String key) {
        return RESERVED.contains(key.toLowerCase(Locale.ROOT));
    }
}
