// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads an object's members leniently: under any of several names, numbers also from text. Pages spell the same member in several ways. */
final class Fields {
    /** Seconds since 1970 that are told from milliseconds by their size: they end in the year 5138. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    private final JsonNode node;

    Fields(JsonNode node) {
        this.node = node;
    }

    Fields at(String name) {
        return new Fields(node.path(name));
    }

    JsonNode node() {
        return node;
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
        return text(names).map(text -> text.strip().equalsIgnoreCase("true"));
    }

    /** Milliseconds or seconds since 1970, or a time with its zone. */
    Optional<Instant> instant(String... names) {
        return text(names).flatMap(Fields::moment);
    }

    /** A day, also where a time stands behind it. */
    Optional<LocalDate> date(String... names) {
        return text(names).flatMap(Fields::day);
    }

    List<String> texts(String name) {
        return Vector.ofAll(node.path(name))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .asJava();
    }

    /** A text without which {@code thing} means nothing. */
    Either<BridgeError, String> required(String thing, Call call, String... names) {
        return text(names)
                .<Either<BridgeError, String>>map(Either::right)
                .orElseGet(() -> Either.left(PlatformAnswers.breach(thing + " without " + names[0], call)));
    }

    private static Optional<Instant> moment(String text) {
        OptionalLong number = whole(text);
        try {
            if (number.isPresent()) {
                long since = number.getAsLong();
                return Optional.of(since < MOST_SECONDS ? Instant.ofEpochSecond(since) : Instant.ofEpochMilli(since))
                        .filter(time -> time.toEpochMilli() > 0);
            }
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static OptionalLong whole(String text) {
        try {
            return text.length() > 40
                    ? OptionalLong.empty()
                    : OptionalLong.of(new BigDecimal(text.strip()).longValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return OptionalLong.empty();
        }
    }
}
