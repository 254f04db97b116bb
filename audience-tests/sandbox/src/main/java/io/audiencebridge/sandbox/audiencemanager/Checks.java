// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Checks that several resources share. Every violation is collected, so that one answer names them all. */
final class Checks {
    private static final int LONGEST = 255;

    private Checks() {}

    static void required(ObjectNode body, List<String> violations, String... members) {
        for (String member : members) {
            if (body.path(member).isMissingNode() || body.path(member).asText().isBlank()) {
                violations.add(member + " is required");
            }
        }
    }

    static void shortEnough(ObjectNode body, List<String> violations, String... members) {
        for (String member : members) {
            if (body.path(member).asText("").length() > LONGEST) {
                violations.add(member + " must have at most " + LONGEST + " characters");
            }
        }
    }

    static void exists(ObjectNode body, List<String> violations, String member, Shelf shelf) {
        long id = body.path(member).asLong(0);
        if (id != 0 && shelf.find(id).isEmpty()) {
            violations.add(
                    member + ": " + shelf.kind().toLowerCase(java.util.Locale.ROOT) + " " + id + " does not exist");
        }
    }

    static void oneOf(ObjectNode body, List<String> violations, String member, String... values) {
        String value = body.path(member).asText("");
        if (!value.isEmpty() && Stream.of(values).noneMatch(value::equals)) {
            violations.add(member + " must be one of " + List.of(values));
        }
    }

    static void refuse(List<String> violations) {
        if (!violations.isEmpty()) {
            throw ApiError.invalid(violations);
        }
    }

    /** Refuses a code that another object of the same data source has, where that source wants codes to be unique. */
    static void uniqueCode(Shelf shelf, ObjectNode item, Shelf sources, String switchedBy) {
        String code = item.path("integrationCode").asText("");
        long source = item.path("dataSourceId").asLong();
        boolean wanted = sources.find(source)
                .filter(found -> found.path(switchedBy).asBoolean())
                .isPresent();
        boolean taken = shelf.with("dataSourceId", source)
                .anyMatch(other -> shelf.id(other) != shelf.id(item)
                        && other.path("integrationCode").asText("").equals(code));
        if (wanted && !code.isEmpty() && taken) {
            throw ApiError.conflict("Integration code " + code + " is already used in data source " + source);
        }
    }
}
