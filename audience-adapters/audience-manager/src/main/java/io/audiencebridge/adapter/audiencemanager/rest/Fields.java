// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Reads an object's members leniently: under any of several names, numbers also from text, truth values also from numbers and text. The documentation
 * spells the same member in several ways.
 */
final class Fields {
    private final JsonNode node;

    Fields(JsonNode node) {
        this.node = node;
    }

    /** The first of {@code names} that has a value; blank text is none. */
    Optional<String> text(String... names) {
        return Stream.of(names)
                .map(node::path)
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    OptionalLong number(String... names) {
        return text(names).map(Fields::whole).orElse(OptionalLong.empty());
    }

    Optional<Boolean> flag(String... names) {
        return text(names).map(text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            default -> false;
        });
    }

    /** Milliseconds since 1970 as an instant; 0 is none. */
    Optional<Instant> instant(String... names) {
        OptionalLong millis = number(names);
        return millis.orElse(0) > 0 ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }

    /** A number without which {@code thing} means nothing. */
    Either<BridgeError, Long> required(String thing, Call call, String... names) {
        OptionalLong found = number(names);
        return found.isPresent()
                ? Either.right(found.getAsLong())
                : Either.left(RestAnswers.breach(thing + " without " + names[0], call));
    }

    private static OptionalLong whole(String text) {
        try {
            return OptionalLong.of(new BigDecimal(text.strip()).longValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return OptionalLong.empty();
        }
    }
}
