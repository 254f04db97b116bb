// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static io.audiencebridge.sandbox.campaign.ColumnType.FLAG;
import static io.audiencebridge.sandbox.campaign.ColumnType.NUMBER;
import static io.audiencebridge.sandbox.campaign.ColumnType.TEXT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The functions of the expression language by their lower-case names. Source: campaign.md, section 4.7. */
final class Functions {
    private static final Pattern WORD = Pattern.compile("(\\p{L})(\\p{L}*)");
    private static final Map<String, Function> PLAIN = new HashMap<>();

    static {
        texts();
        numbers();
        others();
    }

    private Functions() {}

    /** The function of that name; null if there is none. Some know what time it is. */
    static @Nullable Function named(String name, Instant now) {
        String lower = name.toLowerCase(Locale.ROOT);
        Function plain = PLAIN.get(lower);
        return plain == null ? TimeFunctions.named(lower, now) : plain;
    }

    private static void texts() {
        PLAIN.put("char", Function.of(1, 1, TEXT, values -> Character.toString(whole(values, 0))));
        PLAIN.put(
                "charindex",
                Function.of(2, 2, NUMBER, values -> text(values.get(0).indexOf(values.get(1)) + 1)));
        PLAIN.put(
                "ismemonull",
                Function.of(1, 1, FLAG, values -> flag(values.get(0).isEmpty())));
        PLAIN.put("left", Function.of(2, 2, TEXT, values -> part(values.get(0), 0, whole(values, 1))));
        PLAIN.put(
                "length", Function.of(1, 1, NUMBER, values -> text(values.get(0).length())));
        PLAIN.put("lower", Function.of(1, 1, TEXT, values -> values.get(0).toLowerCase(Locale.ROOT)));
        PLAIN.put("ltrim", Function.of(1, 1, TEXT, values -> values.get(0).stripLeading()));
        PLAIN.put("md5digest", Function.of(1, 1, TEXT, values -> md5(values.get(0))));
        PLAIN.put("right", Function.of(2, 2, TEXT, values -> {
            int from = values.get(0).length() - whole(values, 1);
            return part(values.get(0), from, values.get(0).length());
        }));
        PLAIN.put("rtrim", Function.of(1, 1, TEXT, values -> values.get(0).stripTrailing()));
        PLAIN.put("smart", Function.of(1, 1, TEXT, values -> smart(values.get(0))));
        PLAIN.put("substring", Function.of(3, 3, TEXT, values -> {
            int from = whole(values, 1) - 1;
            return part(values.get(0), from, from + whole(values, 2));
        }));
        PLAIN.put("tostring", Function.of(1, 1, TEXT, values -> values.get(0)));
        PLAIN.put("upper", Function.of(1, 1, TEXT, values -> values.get(0).toUpperCase(Locale.ROOT)));
        PLAIN.put("getemaildomain", Function.of(1, 1, TEXT, values -> {
            String email = values.get(0);
            return email.substring(email.lastIndexOf('@') + 1);
        }));
    }

    private static void numbers() {
        PLAIN.put(
                "abs",
                Function.of(
                        1, 1, NUMBER, values -> Values.text(number(values, 0).abs())));
        PLAIN.put("ceil", Function.of(1, 1, NUMBER, values -> rounded(values, 0, RoundingMode.CEILING)));
        PLAIN.put("floor", Function.of(1, 1, NUMBER, values -> rounded(values, 0, RoundingMode.FLOOR)));
        PLAIN.put("mod", Function.of(2, 2, NUMBER, values -> {
            BigDecimal by = number(values, 1);
            return by.signum() == 0 ? "0" : Values.text(number(values, 0).remainder(by));
        }));
        PLAIN.put(
                "round",
                Function.of(
                        1,
                        2,
                        NUMBER,
                        values -> rounded(values, values.size() == 1 ? 0 : whole(values, 1), RoundingMode.HALF_UP)));
        PLAIN.put("todouble", Function.of(1, 1, NUMBER, values -> Values.text(number(values, 0))));
        PLAIN.put("toint64", Function.of(1, 1, NUMBER, values -> rounded(values, 0, RoundingMode.DOWN)));
        PLAIN.put("tointeger", Function.of(1, 1, NUMBER, values -> rounded(values, 0, RoundingMode.DOWN)));
        PLAIN.put("isbitset", Function.of(2, 2, FLAG, values -> {
            long bits = number(values, 1).longValue();
            return flag((number(values, 0).longValue() & bits) == bits);
        }));
    }

    private static void others() {
        PLAIN.put(
                "coalesce",
                Function.like(
                        0,
                        1,
                        Function.ANY,
                        values -> values.stream()
                                .filter(value -> !value.isEmpty())
                                .findFirst()
                                .orElse("")));
        PLAIN.put("decode", Function.like(2, 3, Function.ANY, Functions::decode));
        PLAIN.put("nonull", Function.like(1, 2, 2, values -> values.get(0).isEmpty() ? values.get(1) : values.get(0)));
        PLAIN.put("toboolean", Function.of(1, 1, FLAG, values -> FLAG.kept(values.get(0))));
    }

    private static String decode(List<String> values) {
        for (int i = 1; i + 1 < values.size(); i += 2) {
            if (values.get(i).equals(values.get(0))) {
                return values.get(i + 1);
            }
        }
        return values.size() % 2 == 0 ? values.get(values.size() - 1) : "";
    }

    private static String smart(String text) {
        return WORD.matcher(text)
                .replaceAll(word ->
                        word.group(1).toUpperCase(Locale.ROOT) + word.group(2).toLowerCase(Locale.ROOT));
    }

    private static String part(String text, int from, int to) {
        int begin = Math.max(0, Math.min(from, text.length()));
        return text.substring(begin, Math.max(begin, Math.min(to, text.length())));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("Every Java platform has MD5", broken);
        }
    }

    private static String rounded(List<String> values, int places, RoundingMode mode) {
        return Values.text(number(values, 0).setScale(places, mode));
    }

    private static BigDecimal number(List<String> values, int index) {
        return Values.number(values.get(index));
    }

    private static int whole(List<String> values, int index) {
        return number(values, index).intValue();
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
