// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.audiencemanager.client.Figures;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads an object's members leniently: under any of several names, numbers also from text, truth values also from numbers and text. The documentation
 * spells the same member in several ways.
 */
final class Fields {
    /** Reading digits takes the square of their number. */
    private static final int LONGEST = 40;

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

    /** A status is written as a word in either case or as 1; where there is none, the thing is alive. */
    boolean active(String... names) {
        return text(names)
                .map(text -> text.equalsIgnoreCase("ACTIVE") || text.equals("1"))
                .orElse(true);
    }

    /** A day, also where a time stands behind it, or milliseconds since 1970 in its place. */
    Optional<LocalDate> date(String... names) {
        return text(names).flatMap(Fields::day);
    }

    List<String> texts(String name) {
        return Vector.ofAll(node.path(name)).map(JsonNode::asText).asJava();
    }

    List<Long> numbers(String name) {
        return Vector.ofAll(node.path(name))
                .flatMap(item -> {
                    OptionalLong number = whole(item.asText());
                    return number.isPresent() ? Option.some(number.getAsLong()) : Option.none();
                })
                .asJava();
    }

    /** All numbers whose names are of a form. */
    Figures figures(Pattern form) {
        Map<String, Long> found = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> {
            if (form.matcher(name).matches()) {
                number(name).ifPresent(value -> found.put(name, value));
            }
        });
        return new Figures(found);
    }

    /** A number without which {@code thing} means nothing. */
    Either<BridgeError, Long> required(String thing, Call call, String... names) {
        OptionalLong found = number(names);
        return found.isPresent()
                ? Either.right(found.getAsLong())
                : Either.left(RestAnswers.breach(thing + " without " + names[0], call));
    }

    private static Optional<LocalDate> day(String text) {
        OptionalLong millis = text.length() > "yyyy-MM-dd".length() ? whole(text) : OptionalLong.empty();
        if (millis.isPresent()) {
            return Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(millis.getAsLong()), ZoneOffset.UTC));
        }
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static OptionalLong whole(String text) {
        try {
            return text.length() > LONGEST
                    ? OptionalLong.empty()
                    : OptionalLong.of(new BigDecimal(text.strip()).longValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return OptionalLong.empty();
        }
    }
}
