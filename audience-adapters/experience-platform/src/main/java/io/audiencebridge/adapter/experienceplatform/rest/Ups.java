// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One kind of thing that the Segmentation Service keeps. Safe for use by several threads.
 *
 * @param <T> a thing
 */
final class Ups<T> {
    private final PlatformClient client;
    private final UpsPages pages;
    private final String list;
    private final BiFunction<JsonNode, Call, Either<BridgeError, T>> reader;
    private final Function<T, String> id;

    Ups(
            PlatformClient client,
            UpsPages pages,
            String list,
            BiFunction<JsonNode, Call, Either<BridgeError, T>> reader,
            Function<T, String> id) {
        this.client = client;
        this.pages = pages;
        this.list = list;
        this.reader = reader;
        this.id = id;
    }

    Pages<T> list(Call call) {
        return pages.pages(list, Parameters.NONE, node -> reader.apply(node, call), id, call);
    }

    Either<BridgeError, Option<T>> find(String wanted, Call call) {
        return at(wanted)
                .flatMap(path -> client.find(path, call))
                .flatMap(found -> found.isEmpty()
                        ? Either.right(Option.none())
                        : reader.apply(found.get(), call).map(Option::some));
    }

    /** What is new may be answered as a list of one. */
    Either<BridgeError, T> create(JsonNode body, Call call) {
        return client.create(UpsPages.SERVICE + list, body, call)
                .flatMap(answer -> reader.apply(answer.isArray() && !answer.isEmpty() ? answer.get(0) : answer, call));
    }

    /** None: it was not there; else what the answer says, where it says something. */
    Either<BridgeError, Option<Option<JsonNode>>> delete(String unwanted, Call call) {
        return at(unwanted).flatMap(path -> client.delete(path, call));
    }

    private Either<BridgeError, String> at(String wanted) {
        return PathId.of(list, wanted).map(sound -> UpsPages.SERVICE + list + "/" + sound);
    }
}
