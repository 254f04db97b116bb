// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub.emulator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the hub answers.
 *
 * @param status the HTTP status
 * @param text the body
 * @param next where the next page begins
 */
record HubAnswer(int status, String text, Optional<String> next) {
    static HubAnswer status(int status) {
        return new HubAnswer(status, "", Optional.empty());
    }

    static HubAnswer of(String text) {
        return new HubAnswer(200, text, Optional.empty());
    }

    /** The page of {@code lines} from {@code offset} on. */
    static HubAnswer page(List<String> lines, int offset, int limit) {
        int end = Math.min(lines.size(), offset + limit);
        List<String> page = lines.subList(Math.min(offset, end), end);
        return new HubAnswer(
                200, lines(page), end < lines.size() ? Optional.of(Integer.toString(end)) : Optional.empty());
    }

    static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
