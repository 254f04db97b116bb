// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in the order of the answer
 * @param hasNext whether more follow
 * @param total how many there are over all pages; empty where the answer does not say
 * @param <T> what is listed
 */
public record Listing<T>(Seq<T> items, boolean hasNext, OptionalLong total) {
    /**
     * Reads both forms of an answer: a page with its total, or the bare array of everything.
     *
     * @param number the page asked for, from 0; not the one answered, so that a server that repeats itself cannot keep us for ever
     */
    static Either<BridgeError, Listing<JsonNode>> read(JsonNode answer, int number, Call call) {
        if (answer.isArray()) {
            return Either.right(new Listing<>(Vector.ofAll(answer), false, OptionalLong.of(answer.size())));
        }
        JsonNode list = answer.path("list");
        if (!list.isArray()) {
            return Either.left(RestAnswers.breach("neither a page nor a list", call));
        }
        Fields fields = new Fields(answer);
        return fields.required("a page", call, "total")
                .flatMap(total -> fields.required("a page", call, "pageSize")
                        .map(size -> new Listing<>(
                                Vector.ofAll(list),
                                !list.isEmpty() && (number + 1) * size < total,
                                OptionalLong.of(total))));
    }

    /** The same page of what {@code reader} makes of the items; left: what it says of the first that it cannot read. */
    <U> Either<BridgeError, Listing<U>> each(Function<T, Either<BridgeError, U>> reader) {
        return Either.sequenceRight(items.map(reader)).map(read -> new Listing<>(read, hasNext, total));
    }
}
