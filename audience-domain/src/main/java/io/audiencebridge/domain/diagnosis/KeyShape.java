// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a key looks like. */
enum KeyShape {
    /** 38 digits: a visitor id, or an Audience Manager UUID. */
    VISITOR("38 digits, as visitor ids have", "[0-9]{38}"),
    /** A number that a spreadsheet rounded. */
    SCIENTIFIC("scientific notation", "[0-9]([.,][0-9]+)?[eE]\\+?[0-9]{1,3}"),
    /** A number. */
    NUMBER("numbers", "[0-9]+"),
    /** An MD5 digest, or a block that is encrypted. */
    HEX_32("32 hexadecimal digits", "[0-9a-fA-F]{32}"),
    /** A SHA-1 digest. */
    HEX_40("40 hexadecimal digits", "[0-9a-fA-F]{40}"),
    /** A SHA-256 digest. */
    HEX_64("64 hexadecimal digits", "[0-9a-fA-F]{64}"),
    /** A SHA-512 digest. */
    HEX_128("128 hexadecimal digits", "[0-9a-fA-F]{128}"),
    /** What tracking logs hold beside visitor ids. */
    COOKIE("uuid230 values of Campaign's own cookie", "[0-9a-fA-F]{8}-[0-9a-fA-F]{5}"),
    /** A UUID. */
    UUID("UUIDs", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    /** An address. */
    EMAIL("e-mail addresses", "[^@\\s]+@[^@\\s]+"),
    /** A phone number. */
    PHONE("phone numbers", "\\+[0-9 ().-]{7,}"),
    /** Nothing of that. */
    OTHER("texts of no common shape", "(?s).*");

    private static final double MOST_OF_THEM = 0.6;

    private final String told;
    private final Pattern pattern;

    KeyShape(String told, String pattern) {
        this.told = told;
        this.pattern = Pattern.compile(pattern);
    }

    /** In words. */
    String told() {
        return told;
    }

    static KeyShape of(String key) {
        for (KeyShape shape : values()) {
            if (shape.pattern.matcher(key).matches()) {
                return shape;
            }
        }
        return OTHER;
    }

    /** The shape of most of the keys; {@link #OTHER} when there is none. */
    static KeyShape ofMost(List<String> keys) {
        Map<KeyShape, Integer> counts = new EnumMap<>(KeyShape.class);
        keys.forEach(key -> counts.merge(of(key), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .filter(most -> most.getValue() >= MOST_OF_THEM * keys.size())
                .map(Map.Entry::getKey)
                .orElse(OTHER);
    }

    /** The share of the keys that have that shape. */
    double shareOf(List<String> keys) {
        return keys.isEmpty()
                ? 0
                : (double) keys.stream().filter(key -> of(key) == this).count() / keys.size();
    }
}
