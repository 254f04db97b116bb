// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first line and the headers of a request or an answer, as they are on the line.
 *
 * @param first the request line or the status line
 * @param fields the headers, a line each
 */
record Head(String first, List<String> fields) {
    private static final int LONGEST = 256 << 10;

    /** Nothing can be changed. */
    Head {
        fields = List.copyOf(fields);
    }

    /** Reads up to the empty line; empty when the line ends before that. */
    static Optional<Head> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int state = 0;
        while (state < 4) {
            int next = in.read();
            if (next < 0 || bytes.size() > LONGEST) {
                return Optional.empty();
            }
            bytes.write(next);
            state = next == "\r\n\r\n".charAt(state) ? state + 1 : next == '\r' ? 1 : 0;
        }
        return Optional.of(parse(bytes.toString(StandardCharsets.ISO_8859_1)));
    }

    private static Head parse(String text) {
        List<String> lines = Arrays.asList(text.stripTrailing().split("\r\n"));
        return new Head(lines.get(0), lines.subList(1, lines.size()));
    }

    /** One of the words of the first line. */
    String word(int number) {
        String[] words = first.split(" ", 3);
        return words.length > number ? words[number] : "";
    }

    /** The value of a header, whatever the case of its name. */
    Optional<String> field(String name) {
        return fields.stream()
                .filter(line -> isNamed(line, name))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** This with one header of that name. */
    Head with(String name, String value) {
        Head others = without(name);
        List<String> more = new ArrayList<>(others.fields);
        more.add(name + ": " + value);
        return new Head(first, more);
    }

    /** This without headers of that name. */
    Head without(String name) {
        return new Head(
                first, fields.stream().filter(line -> !isNamed(line, name)).toList());
    }

    private static boolean isNamed(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
    }

    /** What goes over the line, the empty line included. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(first).append("\r\n");
        fields.forEach(line -> text.append(line).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
