// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;

/** Encrypted values, decrypted and then handed on as plain ones. */
final class DecryptingKeys implements KeyTranslator {
    private final DeclaredIdCipher cipher;
    private final KeyTranslator plain;

    DecryptingKeys(DeclaredIdCipher cipher, KeyTranslator plain) {
        this.cipher = cipher;
        this.plain = plain;
    }

    @Override
    public int translate(byte[] text, int from, int to, byte[] out) {
        Option<String> value = cipher.plain(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
        if (value.isEmpty()) {
            return INVALID;
        }
        byte[] bytes = value.get().getBytes(StandardCharsets.UTF_8);
        return plain.translate(bytes, 0, bytes.length, out);
    }
}
