// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;

/** What an error body says, fit for our own messages: short, on one line, without ids of persons and without tokens. */
final class SystemWords {
    private static final int LONGEST = 300;
    private static final String HIDDEN = "[hidden]";

    /** Tokens, digests, 38-digit ids, and addresses. */
    private static final Pattern PRIVATE =
            Pattern.compile("\\S+@\\S+|[A-Za-z0-9_=+/.-]{32,}|\\d{20,}|(?i:bearer)\\s+\\S+");

    private SystemWords() {}

    /** The members {@code message} and {@code childMessages}, the only ones that any known client reads. */
    static String of(JsonNode body) {
        Vector<String> all = Vector.of(body.path("message").asText(""))
                .appendAll(Vector.ofAll(body.path("childMessages")).map(child -> child.asText("")));
        return fit(all.filter(text -> !text.isBlank()).mkString("; "));
    }

    private static String fit(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String safe = PRIVATE.matcher(plain).replaceAll(HIDDEN);
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "...";
    }
}
