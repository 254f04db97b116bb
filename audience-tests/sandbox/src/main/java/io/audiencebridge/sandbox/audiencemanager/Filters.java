// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Predicate;

/** Filters that lists take from the query. */
final class Filters {
    private Filters() {}

    /** Lets through what has the parameter's value in a member; everything if the parameter is absent. */
    static Predicate<ObjectNode> equal(ApiRequest request, String parameter, String member) {
        Optional<String> wanted = request.value(parameter);
        return item -> wanted.isEmpty() || item.path(member).asText("").equals(wanted.get());
    }

    /** Likewise, but a parameter that is no number is ignored, as clients send the names of their types. */
    static Predicate<ObjectNode> number(ApiRequest request, String parameter, String member) {
        Optional<String> wanted = request.value(parameter).filter(value -> value.matches("\\d+"));
        return item -> wanted.isEmpty() || item.path(member).asText("").equals(wanted.get());
    }
}
