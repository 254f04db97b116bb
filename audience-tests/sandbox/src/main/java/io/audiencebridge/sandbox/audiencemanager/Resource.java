// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of object under its path: list, read, create, replace, delete, delete several. Guarded by the company's lock. */
abstract class Resource {
    private final Shelf shelf;

    Resource(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Answers {@code path}, the parts behind the resource's own name. */
    final Answer answer(ApiRequest request, List<String> path) {
        Optional<Answer> special = special(request, path);
        if (special.isPresent()) {
            return special.get();
        }
        return switch (path.size()) {
            case 0 -> collection(request);
            case 1 ->
                path.get(0).equals("bulk-delete") ? bulkDelete(request) : item(request, shelf.require(path.get(0)));
            default -> throw ApiError.unknownPath();
        };
    }

    /** What the resource answers beside the common calls. */
    Optional<Answer> special(ApiRequest request, List<String> path) {
        return Optional.empty();
    }

    /** Those that the request's own filters let through. */
    Stream<ObjectNode> filtered(ApiRequest request, Stream<ObjectNode> items) {
        return items;
    }

    /** What a list shows of one. */
    ObjectNode listed(ApiRequest request, ObjectNode item) {
        return shown(request, item);
    }

    /** What a read shows of one. */
    ObjectNode shown(ApiRequest request, ObjectNode item) {
        return item;
    }

    /** Checks a body and puts a new object on the shelf. */
    abstract ObjectNode create(JsonNode body);

    /** Checks a body and replaces what it may of an object. */
    abstract void replace(ObjectNode item, JsonNode body);

    /** Refuses if the object is in use. */
    abstract void checkDeletable(ObjectNode item);

    /** Removes an object with what hangs on it. */
    void delete(ObjectNode item) {
        shelf.remove(item);
    }

    private Answer collection(ApiRequest request) {
        return switch (request.method()) {
            case "GET" -> Listing.of(request, filtered(request, shelf.all().stream()), item -> listed(request, item));
            case "POST" -> Answer.created(shown(request, create(request.body())));
            default -> throw ApiError.method(request.method());
        };
    }

    private Answer item(ApiRequest request, ObjectNode item) {
        return switch (request.method()) {
            case "GET" -> Answer.ok(shown(request, item));
            case "PUT" -> {
                replace(item, request.body());
                yield Answer.ok(shown(request, item));
            }
            case "DELETE" -> {
                checkDeletable(item);
                delete(item);
                yield Answer.deleted();
            }
            default -> throw ApiError.method(request.method());
        };
    }

    private Answer bulkDelete(ApiRequest request) {
        if (!request.method().equals("POST") || !request.body().isArray()) {
            throw ApiError.invalid("bulk-delete needs POST and a JSON array of numbers");
        }
        List<ObjectNode> items = request.body()
                .valueStream()
                .map(id -> shelf.require(id.asText()))
                .toList();
        items.forEach(this::checkDeletable);
        items.forEach(this::delete);
        return Answer.deleted();
    }

    final Shelf shelf() {
        return shelf;
    }
}
