// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a call, decoded. Whether {@code +} is a blank depends on where they stand: in a query or form it is,
 * behind {@code /ibs:} it is itself.
 */
final class Parameters {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private boolean sound = true;

    /** Adds what a query or a form says. */
    Parameters form(String text) {
        add(text, true);
        return this;
    }

    /** Adds what a path says behind its colon. */
    Parameters path(String text) {
        add(text, false);
        return this;
    }

    private void add(String text, boolean plusIsBlank) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                Optional<String> name = decoded(pair.substring(0, equals), plusIsBlank);
                Optional<String> value = decoded(pair.substring(equals + 1), plusIsBlank);
                sound &= name.isPresent() && value.isPresent();
                name.ifPresent(key -> value.ifPresent(found ->
                        values.computeIfAbsent(key, absent -> new ArrayList<>()).add(found)));
            }
        }
    }

    /** Empty if a percent sign is not followed by two hexadecimal digits, or the bytes are no UTF-8. */
    private static Optional<String> decoded(String text, boolean plusIsBlank) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '%') {
                String hex = text.substring(Math.min(i + 1, text.length()), Math.min(i + 3, text.length()));
                if (!hex.matches("[0-9A-Fa-f]{2}")) {
                    return Optional.empty();
                }
                bytes.write(Integer.parseInt(hex, 16));
                i += 2;
            } else {
                byte[] plain = String.valueOf(letter == '+' && plusIsBlank ? ' ' : letter)
                        .getBytes(StandardCharsets.UTF_8);
                bytes.write(plain, 0, plain.length);
            }
        }
        return text(bytes.toByteArray());
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether everything could be decoded. */
    boolean isSound() {
        return sound;
    }

    Set<String> names() {
        return values.keySet();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value; one that is there but empty counts as absent. */
    Optional<String> first(String name) {
        return all(name).stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** The values, also those that commas join. */
    List<String> split(String name) {
        return all(name).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The whole numbers among the values, also those that commas join. */
    List<Long> numbers(String name) {
        return split(name).stream()
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }
}
