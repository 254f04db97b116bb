// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.RetryAdvice;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of errors is made out of the sealed type, its Javadoc and {@link ErrorTexts}; {@code -Dwrite=true} writes it. */
final class ErrorsCatalogueTest {
    private static final Path CATALOGUE = Path.of("../docs/errors.md");
    private static final Path ROOT = Path.of("../..");
    private static final Path TYPE =
            ROOT.resolve("audience-domain/src/main/java/io/audiencebridge/domain/error/BridgeError.java");

    private static final String HEAD = """
            # Errors

            Every call ends well or with one of these. `bridge.share(...)` throws the exception; `bridge.attempts().share(...)` answers the error as a value, on the left of an `Either`. Both carry
            the same: `message()` says what happened, to what, and what to do next, and never holds a person's id or a secret; `incident()` names the system, the correlation id of the log lines,
            the number of attempts and the system's own codes; `retryAdvice()` is what to do with the call. `code()` is the name in the first column.

            This page is generated from the sealed type `BridgeError`; a test fails when it is not up to date.

            """;

    static List<BridgeError> everyError() {
        return Arrays.stream(BridgeError.class.getPermittedSubclasses())
                .map(ErrorsCatalogueTest::sample)
                .toList();
    }

    @Test
    void the_page_is_what_the_types_say() throws IOException {
        String page = HEAD + table() + everyError().stream().map(this::section).collect(Collectors.joining());
        if (Boolean.getBoolean("write")) {
            Files.writeString(CATALOGUE, page);
        }

        assertThat(Files.readString(CATALOGUE))
                .as("run this test with -Dwrite=true to bring the page up to date")
                .isEqualTo(page);
    }

    @ParameterizedTest
    @MethodSource("everyError")
    void every_error_has_a_meaning_causes_a_remedy_and_an_exception_of_its_name(BridgeError error) throws IOException {
        ErrorTexts.Entry entry = error.match(new ErrorTexts());

        assertThat(meaning(error)).hasSizeGreaterThan(15).endsWith(".");
        assertThat(entry.causes()).isNotEmpty();
        assertThat(entry.remedy()).isNotEmpty();
        assertThat(error.match(new ErrorTranslator()).getClass().getSimpleName())
                .isEqualTo(error.code() + "Exception");
    }

    @Test
    void every_example_is_one_that_the_sources_have() throws IOException {
        String sources = sources();

        for (BridgeError error : everyError()) {
            assertThat(error.match(new ErrorTexts()).examples())
                    .isNotEmpty()
                    .allSatisfy(example -> assertThat(sources).contains(example));
        }
    }

    private static String table() {
        return "| Code | Meaning | The same call again |\n|---|---|---|\n"
                + everyError().stream()
                        .map(error -> "| [`%1$s`](#%2$s) | %3$s | %4$s |\n"
                                .formatted(
                                        error.code(),
                                        error.code().toLowerCase(java.util.Locale.ROOT),
                                        meaning(error),
                                        advice(error)))
                        .collect(Collectors.joining());
    }

    private String section(BridgeError error) {
        ErrorTexts.Entry entry = error.match(new ErrorTexts());
        return "\n## " + error.code() + "\n" + meaning(error) + " Thrown as `"
                + error.match(new ErrorTranslator()).getClass().getSimpleName() + "`"
                + beyond(error) + ".\n\n**Causes**\n" + list(entry.causes()) + "\n**What to do**\n"
                + list(entry.remedy())
                + "\n**As it may be told:** "
                + entry.examples().stream()
                        .map(example -> "*..." + example.strip().replaceFirst("^[;'] ?", "") + "*")
                        .collect(Collectors.joining(", "))
                + "\n";
    }

    /** What it carries beside what all do. */
    private static String beyond(BridgeError error) {
        List<String> more = Arrays.stream(error.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !List.of("message", "incident").contains(name))
                .toList();
        return more.isEmpty()
                ? ""
                : "; carries " + more.stream().map(name -> "`" + name + "()`").collect(Collectors.joining(", "));
    }

    private static String list(List<String> items) {
        return items.stream().map(item -> "- " + item + "\n").collect(Collectors.joining());
    }

    private static String advice(BridgeError error) {
        RetryAdvice advice = error.retryAdvice();
        if (advice instanceof RetryAdvice.After after) {
            return after.pause().isZero() ? "may succeed at once" : "may succeed after `pause()`";
        }
        return advice instanceof RetryAdvice.CheckFirst ? "look first" : "cannot help until something is changed";
    }

    /** The first sentence of the variant's Javadoc. */
    private static String meaning(BridgeError error) {
        Matcher found = Pattern.compile(
                        "/\\*\\*\\s+\\* ([^\\n]+)(?:(?!/\\*\\*).)*?record " + error.code() + "\\(", Pattern.DOTALL)
                .matcher(read(TYPE));
        assertThat(found.find()).as(error.code()).isTrue();
        return found.group(1);
    }

    private static BridgeError sample(Class<?> variant) {
        Object[] values = Arrays.stream(variant.getRecordComponents())
                .map(component -> value(component.getType()))
                .toArray();
        Class<?>[] types = Arrays.stream(variant.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return (BridgeError) variant.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A variant without its own constructor: " + variant, e);
        }
    }

    private static Object value(Class<?> type) {
        if (type == Seq.class) {
            return Vector.of(new Violation("field", "wrong"));
        }
        if (type == Incident.class) {
            return Incident.local();
        }
        return type == Duration.class
                ? Duration.ofSeconds(1)
                : Optional.of("text").filter(text -> type == String.class).orElseThrow();
    }

    /** All that is published, string literals that were broken over lines put together again. */
    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && file.toString().contains("/src/main/")
                            && !file.toString().contains("/audience-tests/"))
                    .map(ErrorsCatalogueTest::read)
                    .map(text -> text.replaceAll("\"\\s*\\+ \"", ""))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
