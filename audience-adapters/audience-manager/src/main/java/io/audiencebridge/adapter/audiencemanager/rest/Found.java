// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;

/** Reads what was found: one thing that may be missing, or each of a list. */
final class Found {
    private Found() {}

    static <T> Either<BridgeError, Option<T>> read(
            Either<BridgeError, Option<JsonNode>> answer, Function<JsonNode, Either<BridgeError, T>> reader) {
        return answer.flatMap(found -> found.isEmpty()
                ? Either.right(Option.none())
                : reader.apply(found.get()).map(Option::some));
    }

    static <T> Either<BridgeError, Seq<T>> each(
            Iterable<JsonNode> items, Function<JsonNode, Either<BridgeError, T>> reader) {
        return Either.sequenceRight(Vector.ofAll(items).map(reader));
    }
}
