// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** What happens to keys on their way through files, spreadsheets and forms, and how it is undone. Each answers an empty text for a key that it is not about. */
final class Rewritings {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\uFEFF\"']+|[\\s\\p{Z}\\uFEFF\"']+$");
    private static final Pattern WORD_START = Pattern.compile("(^|[._-])([a-z])");
    private static final int VISITOR_DIGITS = 38;
    private static final int FEWEST_VISITOR_DIGITS = 28;

    /** Digits that a spreadsheet keeps of a number. */
    private static final int KEPT_DIGITS = 15;

    private Rewritings() {}

    static String same(String key) {
        return key;
    }

    /** Without white space and quotation marks around it. */
    static String trimmed(String key) {
        return changed(key, AROUND.matcher(key).replaceAll(""));
    }

    static String trimmedOrSame(String key) {
        return AROUND.matcher(key).replaceAll("");
    }

    static String withoutPlus(String phone) {
        return phone.startsWith("+") ? phone.substring(1) : "";
    }

    static String lowerHex(String key) {
        return isHex(key) ? changed(key, lower(key)) : "";
    }

    static String lower(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** Hexadecimal digits in lower case, anything else as it is. */
    static String folded(String key) {
        return isHex(key) ? lower(key) : key;
    }

    static String upper(String key) {
        return key.toUpperCase(Locale.ROOT);
    }

    /** As people write names: every part begins with a capital. */
    static String capitalised(String key) {
        int at = key.indexOf('@');
        String name = at < 0 ? key : key.substring(0, at);
        return WORD_START
                        .matcher(name)
                        .replaceAll(start -> start.group(1) + start.group(2).toUpperCase(Locale.ROOT))
                + (at < 0 ? "" : key.substring(at));
    }

    static String urlDecoded(String key) {
        int percent = key.indexOf('%');
        if (percent < 0) {
            return "";
        }
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[text.length];
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            int high = i + 2 < text.length && text[i] == '%' ? Character.digit(text[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text[i + 2], 16);
            if (low >= 0) {
                out[length++] = (byte) (high * 16 + low);
                i += 2;
            } else {
                out[length++] = text[i];
            }
        }
        return changed(key, new String(out, 0, length, StandardCharsets.UTF_8));
    }

    static String urlDecodedTwice(String key) {
        String once = urlDecoded(key);
        return once.isEmpty() ? "" : urlDecoded(once);
    }

    static String urlEncoded(String key) {
        StringBuilder out = new StringBuilder();
        for (byte one : key.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (one > 0 && Character.isLetterOrDigit(one)) || "-._~".indexOf(one) >= 0;
            out.append(plain ? Character.toString(one) : String.format(Locale.ROOT, "%%%02X", one));
        }
        return changed(key, out.toString());
    }

    static String urlEncodedTwice(String key) {
        String once = urlEncoded(key);
        return once.isEmpty() ? "" : urlEncoded(once);
    }

    /** Bytes in Base64, standard or for addresses, as hexadecimal digits. */
    static String base64ToHex(String key) {
        if (key.length() < 22 || key.length() > 90 || isHex(key)) {
            return "";
        }
        try {
            String standard = key.replace('-', '+').replace('_', '/');
            return HexFormat.of().formatHex(Base64.getDecoder().decode(standard));
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    /** A visitor id with the leading zeros that it lost. */
    static String visitorPadded(String key) {
        return key.length() >= FEWEST_VISITOR_DIGITS && key.length() < VISITOR_DIGITS && isNumber(key)
                ? "0".repeat(VISITOR_DIGITS - key.length()) + key
                : "";
    }

    /** A number without leading zeros. */
    static String unpadded(String key) {
        if (!isNumber(key)) {
            return "";
        }
        int zeros = 0;
        while (zeros < key.length() - 1 && key.charAt(zeros) == '0') {
            zeros++;
        }
        return key.substring(zeros);
    }

    /** The digits that a spreadsheet keeps of a long number, and how long it is. */
    static String kept(String key) {
        String number = unpadded(key);
        return number.length() <= KEPT_DIGITS ? "" : number.substring(0, KEPT_DIGITS) + "/" + number.length();
    }

    /** The same of a number that lost the others. */
    static String keptOfLossy(String key) {
        return isLossy(key) ? kept(key) : "";
    }

    /** Whether a number has a spreadsheet's digits and zeros behind them. */
    static boolean isLossy(String key) {
        String number = unpadded(key);
        return number.length() > KEPT_DIGITS + 2
                && number.chars().skip(KEPT_DIGITS).allMatch(digit -> digit == '0');
    }

    static boolean isHex(String key) {
        return HEX.matcher(key).matches();
    }

    static boolean isNumber(String key) {
        return DIGITS.matcher(key).matches();
    }

    private static String changed(String before, String after) {
        return before.equals(after) ? "" : after;
    }
}
