// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in the order of the answer
 * @param next where the next page begins, as the answer says; empty at the end
 * @param total how many there are over all pages; empty where the answer does not say
 * @param <T> what is listed
 */
record Listing<T>(Seq<T> items, Optional<String> next, OptionalLong total) {
    /** The items under the first of {@code names} that is a list; a bare list is everything. */
    static Either<BridgeError, Seq<JsonNode>> items(JsonNode answer, Call call, String... names) {
        if (answer.isArray()) {
            return Either.right(Vector.ofAll(answer));
        }
        return Vector.of(names)
                .map(answer::path)
                .find(JsonNode::isArray)
                .<Seq<JsonNode>>map(Vector::ofAll)
                .toEither(() -> PlatformAnswers.breach("no list of " + names[0], call));
    }

    /** The same page of what {@code reader} makes of the items; left: what it says of the first that it cannot read. */
    <U> Either<BridgeError, Listing<U>> each(Function<T, Either<BridgeError, U>> reader) {
        return Either.sequenceRight(items.map(reader)).map(read -> new Listing<>(read, next, total));
    }
}
