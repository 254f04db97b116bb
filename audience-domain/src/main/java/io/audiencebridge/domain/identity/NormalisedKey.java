// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import java.nio.charset.StandardCharsets;

/** Single keys as text, for whoever looks at some of them; see {@link KeyTranslator} for many. */
public final class NormalisedKey {
    private NormalisedKey() {}

    /** The one form of a plain value that is hashed (SEMANTICS S18), or an empty text when the value is invalid. */
    public static String of(KeyContent content, String plain) {
        byte[] text = plain.getBytes(StandardCharsets.UTF_8);
        return new String(KeyNormaliser.of(content).normalise(text, 0, text.length), StandardCharsets.UTF_8);
    }

    /** What {@code translator} makes of a key, or an empty text when the key is invalid. */
    public static String translated(KeyTranslator translator, String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[KeyTranslator.LONGEST];
        int length = translator.translate(text, 0, text.length, out);
        return length == KeyTranslator.INVALID ? "" : new String(out, 0, length, StandardCharsets.UTF_8);
    }
}
