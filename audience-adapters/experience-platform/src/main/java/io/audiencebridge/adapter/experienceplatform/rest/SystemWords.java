// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an error body says: its codes, and its words fit for our own messages: short, on one line, without ids of persons and without tokens. Source:
 * experience-cloud.md, sections 1.10, 4.7 and 4.8, which show five forms.
 */
final class SystemWords {
    private static final int LONGEST = 400;
    private static final String HIDDEN = "[hidden]";
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /** Addresses, tokens, long digests and 38-digit ids. */
    private static final Pattern PRIVATE = Pattern.compile(
            "[^\\s\\[\\](){}\"']+@[^\\s\\[\\](){}\"']+|[A-Za-z0-9_=+/.-]{32,}|\\d{20,}|(?i:bearer)\\s+\\S+");

    private final Vector<Fields> said;

    private SystemWords(Vector<Fields> said) {
        this.said = said;
    }

    /** Reads {@code errors} as a list, and keyed by status, where one sample has {@code title} and {@code status} beside the lists. */
    static SystemWords of(JsonNode body) {
        JsonNode errors = body.path("errors");
        Vector<JsonNode> inner =
                Vector.of(errors).appendAll(Vector.ofAll(errors)).flatMap(SystemWords::each);
        return new SystemWords(
                inner.appendAll(Vector.of(body)).filter(JsonNode::isObject).map(Fields::new));
    }

    /** Its codes, texts and numbers alike, most telling first. */
    Vector<String> codes() {
        return said.flatMap(fields -> Vector.ofAll(fields.text("error_code", "errorCode", "code").stream()))
                .filter(code -> CODE.matcher(code).matches())
                .distinct();
    }

    String text() {
        return fit(sentences().mkString("; "));
    }

    /** The first sentence, as it is: for parsing, never for a message. */
    String raw() {
        return sentences().headOption().getOrElse("");
    }

    boolean titled(String title) {
        return said.exists(fields -> fields.text("title").filter(title::equals).isPresent());
    }

    private Vector<String> sentences() {
        return said.flatMap(fields -> Vector.ofAll(
                        fields.text("message", "errorMessage", "detail", "msg", "title", "error").stream()))
                .appendAll(said.flatMap(fields -> Vector.ofAll(fields.text("requestId").stream()))
                        .take(1)
                        .map(id -> "request id " + id))
                .distinct();
    }

    static String fit(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String safe = PRIVATE.matcher(plain)
                .replaceAll(found ->
                        Matcher.quoteReplacement(UUID.matcher(found.group()).matches() ? found.group() : HIDDEN));
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "...";
    }

    private static Vector<JsonNode> each(JsonNode node) {
        return node.isArray() ? Vector.ofAll(node) : Vector.of(node);
    }
}
