// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.audiencemanager.client.DcsCode.Effect;
import io.audiencebridge.adapter.audiencemanager.client.DcsNotice;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a server said: in JSON, in JSON as a script's call, or in headers alone beside an image. Source: Audience Manager, "DCS responses", "DCS error codes,
 * messages, and examples".
 *
 * @param body the JSON object; a missing node if there is none
 * @param notices the codes of body and headers, those of the body in its order first
 * @param quoted the words of the codes, which may hold ids: not for messages
 */
record DcsAnswer(JsonNode body, Seq<DcsNotice> notices, String quoted) {
    private static final String CODES = "X-Error";

    /** Left: what a status other than 2xx and a redirect means, or that the body is nothing that was to be expected. */
    static Either<BridgeError, DcsAnswer> read(HttpAnswer answer, Call call) {
        boolean expected = answer.status() / 100 == 2 || answer.status() / 100 == 3;
        return expected
                ? DcsBody.read(answer, call).map(body -> of(body, answer))
                : Either.left(answer.error(headers(answer).mkString(", ")));
    }

    /** Whether the person has opted out. One of Adobe's two descriptions says so by an empty object. */
    boolean optedOut() {
        boolean silent = body.isObject() && body.isEmpty() && notices.isEmpty();
        return silent || has(Effect.OPTED_OUT);
    }

    /** Whether nothing of the call was taken. */
    boolean dropped() {
        return has(Effect.CALL_DROPPED);
    }

    /** Whether a code puts an id on the deny list. */
    boolean denies() {
        return notices.exists(notice -> notice.code().denies());
    }

    /** That nothing of the call was taken. */
    BridgeError refusal(Call call) {
        Incident incident = Incident.builder()
                .from(Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId()))
                .addAllCodes(notices.map(notice -> Integer.toString(notice.number())))
                .build();
        return new BridgeError.RejectedBySystem(
                "Audience Manager took nothing of the call: " + notices.mkString(", "), incident);
    }

    private boolean has(Effect effect) {
        return notices.exists(notice -> notice.code().effect() == effect);
    }

    private static DcsAnswer of(JsonNode body, HttpAnswer answer) {
        Vector<JsonNode> errors = Vector.ofAll(body.path("errors"));
        Vector<DcsNotice> told =
                errors.flatMap(error -> number(error.path("code").asText()));
        Vector<DcsNotice> more = headers(answer).filter(notice -> !told.contains(notice));
        String quoted = errors.map(error -> error.path("msg").asText()).mkString("\n");
        return new DcsAnswer(body, told.appendAll(more), quoted);
    }

    private static Vector<DcsNotice> headers(HttpAnswer answer) {
        return Vector.of(answer.header(CODES).orElse("").split(",", -1)).flatMap(DcsAnswer::number);
    }

    private static Vector<DcsNotice> number(String text) {
        return text.strip().matches("\\d{1,6}")
                ? Vector.of(DcsNotice.of(Integer.parseInt(text.strip())))
                : Vector.empty();
    }

    /** A member as text, also of a number; blank text is none. */
    static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    /** A member as a whole number, also of text; anything else is none. */
    static Optional<Integer> number(JsonNode node, String name) {
        return text(node, name).filter(digits -> digits.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    /** The whole numbers of an array, also of texts. */
    static Iterable<Long> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }
}
