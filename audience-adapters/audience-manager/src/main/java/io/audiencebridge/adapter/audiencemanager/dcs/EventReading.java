// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.audiencemanager.client.AamUuid;
import io.audiencebridge.adapter.audiencemanager.client.EventAnswer;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Optional;

/** What an answer to an event says. Members may be numbers or texts. */
final class EventReading {
    private EventReading() {}

    /** {@code ids} is how many ids the call named: with its only id denied, nothing of it was taken. */
    static Either<BridgeError, EventAnswer> of(DcsAnswer answer, int ids, Call call) {
        if (answer.optedOut()) {
            return Either.right(new EventAnswer.OptedOut(answer.notices()));
        }
        Optional<String> uuid = DcsAnswer.text(answer.body(), "uuid").or(() -> DcsAnswer.text(answer.body(), "u"));
        boolean refused = answer.dropped()
                || (answer.denies() && ids == 1)
                || (uuid.isEmpty() && !answer.notices().isEmpty());
        if (refused) {
            return Either.left(answer.refusal(call));
        }
        return AamUuid.parse(uuid.orElse(""))
                .<BridgeError>mapLeft(wrong -> DcsBody.breach("an answer without a device's id of 38 digits", call))
                .map(device -> taken(answer, device));
    }

    private static EventAnswer taken(DcsAnswer answer, AamUuid device) {
        JsonNode body = answer.body();
        return EventAnswer.Taken.builder()
                .notices(answer.notices())
                .uuid(device)
                .region(DcsAnswer.number(body, "dcs_region"))
                .transactionId(DcsAnswer.text(body, "tid"))
                .cookies(Vector.ofAll(body.path("stuff")).flatMap(EventReading::cookie))
                .addresses(Vector.ofAll(body.path("dests")).map(EventReading::address))
                .traits(DcsAnswer.numbers(body.path("traits")))
                .segments(DcsAnswer.numbers(body.path("segments")))
                .build();
    }

    private static Vector<EventAnswer.Cookie> cookie(JsonNode node) {
        return Vector.ofAll(DcsAnswer.text(node, "cn").stream().toList())
                .map(name -> EventAnswer.Cookie.builder()
                        .name(name)
                        .value(node.path("cv").asText())
                        .days(DcsAnswer.number(node, "ttl"))
                        .domain(DcsAnswer.text(node, "dmn"))
                        .build());
    }

    private static EventAnswer.Address address(JsonNode node) {
        return EventAnswer.Address.builder()
                .element(DcsAnswer.text(node, "y").orElse("img"))
                .plain(DcsAnswer.text(node, "c"))
                .secure(DcsAnswer.text(node, "e"))
                .build();
    }
}
