// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.openpgp.PGPPublicKey;

/** Key ids and fingerprints as people write them. */
final class KeyIds {
    private static final Pattern LONG_ENOUGH = Pattern.compile("[0-9A-F]{16}|[0-9A-F]{40}|[0-9A-F]{64}");
    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();

    private KeyIds() {}

    static String text(long keyId) {
        return "0x" + HEXADECIMAL.toHexDigits(keyId);
    }

    static String text(PGPPublicKey key) {
        return text(key.getKeyID());
    }

    /** Without spaces and prefix, in capitals. */
    static String plain(String written) {
        return written.replaceAll("\\s|^\\s*0[xX]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether a plain id names one key and no other. */
    static boolean isLongEnough(String plain) {
        return LONG_ENOUGH.matcher(plain).matches();
    }

    static boolean name(String plain, PGPPublicKey key) {
        return plain.equals(HEXADECIMAL.toHexDigits(key.getKeyID()))
                || plain.equals(HEXADECIMAL.formatHex(key.getFingerprint()));
    }
}
