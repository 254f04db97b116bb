// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.LocalDate;

/** Audience Manager's destinations and what is mapped to them. Blocks; safe for use by several threads. */
public final class Destinations {
    /** The type of a destination that receives files. */
    public static final String FILES = "S2S";

    private final RestClient rest;

    /** The destinations that {@code rest} sees. */
    public Destinations(RestClient rest) {
        this.rest = rest;
    }

    /** The destination's type, such as {@link #FILES}, possibly empty; none when there is no such destination or it cannot be seen. */
    public Either<BridgeError, Option<String>> type(long destination, Call call) {
        return rest.find("destinations/" + destination, LinkedHashMap.empty(), call)
                .map(found -> found.map(
                        answer -> new Fields(answer).text("destinationType").orElse("")));
    }

    /** How a segment is mapped to a destination; none when it is not. */
    public Either<BridgeError, Option<Mapping>> mapping(long destination, long segment, Call call) {
        return rest.find("destinations", LinkedHashMap.of("containsSegment", Long.toString(segment)), call)
                .flatMap(found -> found.isEmpty() ? nothing() : items(found.get(), call))
                .map(all -> all.filter(item -> isOf(item, destination))
                        .flatMap(item -> item.path("mappings"))
                        .flatMap(Mapping::read)
                        .find(mapping -> mapping.segment() == segment));
    }

    /**
     * Maps a segment to a destination for good, under its own number as alias.
     *
     * <p>UNVERIFIED: one page says that destinations of type {@link #FILES} cannot be mapped by the API, and shows how to do it further down.
     */
    public Either<BridgeError, Mapping> map(long destination, long segment, LocalDate from, Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("sid", segment)
                .put("traitType", "SEGMENT")
                .put("startDate", from.toString())
                .put("traitAlias", Long.toString(segment));
        return rest.create("destinations/" + destination + "/mappings/", body, call)
                .flatMap(answer ->
                        Mapping.read(answer).toEither(() -> RestAnswers.breach("a mapping without sid", call)));
    }

    private static Either<BridgeError, Seq<JsonNode>> nothing() {
        return Either.right(Vector.empty());
    }

    private static Either<BridgeError, Seq<JsonNode>> items(JsonNode answer, Call call) {
        return Listing.read(answer, 0, call).map(Listing::items);
    }

    private static boolean isOf(JsonNode item, long destination) {
        return new Fields(item).number("destinationId", "orderId").orElse(0) == destination;
    }
}
