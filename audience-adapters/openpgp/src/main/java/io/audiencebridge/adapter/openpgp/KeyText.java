// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.bcpg.ArmoredInputStream;

/** Keys as text: one or several blocks of ASCII armour, or the binary form in base64. */
final class KeyText {
    private static final Pattern BLOCK = Pattern.compile("(?s)-----BEGIN PGP [A-Z ]+-----.*?-----END PGP [A-Z ]+-----");
    private static final int BINARY = 0x80;

    private KeyText() {}

    /** The text of a key file. */
    static char[] of(byte[] file) {
        boolean binary = file.length > 0 && (file[0] & BINARY) != 0;
        byte[] text = binary ? Base64.getEncoder().encode(file) : file;
        char[] characters = new char[text.length];
        for (int i = 0; i < text.length; i++) {
            characters[i] = (char) (text[i] & 0xff);
        }
        return characters;
    }

    /** The binary form of all keys in {@code text}. */
    static byte[] bytes(String text) throws IOException {
        Matcher blocks = BLOCK.matcher(text);
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        while (blocks.find()) {
            byte[] block = blocks.group().getBytes(StandardCharsets.UTF_8);
            new ArmoredInputStream(new ByteArrayInputStream(block)).transferTo(keys);
        }
        if (keys.size() > 0) {
            return keys.toByteArray();
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException neither) {
            throw new IOException("neither armour nor base64", neither);
        }
    }
}
