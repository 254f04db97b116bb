// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.LocalFailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads every log line and message of the suite for secrets, tokens and people's ids. Runs last, see junit-platform.properties and {@link ClassOrderer}. */
@Order(Integer.MAX_VALUE)
final class NothingLeaksTest {
    private static final Path LOG = Path.of("target", "suite.log");
    private static final Pattern FORBIDDEN = forbidden();

    @Test
    void no_log_line_shows_a_secret_a_token_or_a_persons_id() throws IOException {
        assertThat(Files.size(LOG)).isPositive();
        assertThat(leaks(LOG)).isEmpty();
    }

    @Test
    void no_message_shows_a_secret_a_token_or_a_persons_id() throws IOException {
        assertThat(Messages.FILE).isNotEmptyFile();
        assertThat(leaks(Messages.FILE)).isEmpty();
    }

    @Test
    void nothing_that_is_printed_shows_a_secret_a_token_or_a_persons_id() throws IOException {
        System.out.println("printed by the suite");

        assertThat(SuiteCapture.CONSOLE).content().contains("printed by the suite");
        assertThat(leaks(SuiteCapture.CONSOLE)).isEmpty();
    }

    @Test
    void no_line_of_the_runtimes_own_loggers_shows_a_secret_a_token_or_a_persons_id() throws IOException {
        Logger.getLogger("suite").info("logged by the suite");

        assertThat(SuiteCapture.RUNTIME_LOG).content().contains("logged by the suite");
        assertThat(leaks(SuiteCapture.RUNTIME_LOG)).isEmpty();
    }

    @Test
    void no_exception_that_the_bridge_makes_shows_a_secret_a_token_or_a_persons_id() throws IOException {
        assertThat(new LocalFailureException(BridgeError.LocalFailure.of("made by the suite")))
                .hasMessageContaining("suite");

        List<String> made = exceptions();

        assertThat(made).anyMatch(line -> line.contains("made by the suite"));
        assertThat(made.stream().filter(line -> FORBIDDEN.matcher(line).find())).isEmpty();
    }

    /** Messages of the exceptions that callers of the bridge see, and of those that its parts throw to each other; what a library makes and a part swallows is nobody's message. */
    private static List<String> exceptions() throws IOException {
        List<String> made = new ArrayList<>();
        try (RecordingFile recording = new RecordingFile(SuiteCapture.exceptions())) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                String message = event.hasField("message") ? event.getString("message") : null;
                if (message != null && event.hasField("thrownClass") && isOurs(event)) {
                    made.add(event.getClass("thrownClass").getName() + ": " + message);
                }
            }
        }
        return made;
    }

    private static boolean isOurs(RecordedEvent event) {
        String thrown = event.getClass("thrownClass").getName();
        return thrown.startsWith("io.audiencebridge.") && !thrown.startsWith("io.audiencebridge.sandbox.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sent 00000000000000000000000000000000000071 to",
                "key CRM-00000017 is unknown",
                "mail Person17@example.com bounced",
                "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.sig",
                "password=sandbox-password"
            })
    void a_leak_would_be_seen(String line) {
        assertThat(FORBIDDEN.matcher(line).find()).isTrue();
    }

    private static List<String> leaks(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> FORBIDDEN.matcher(line).find())
                    .limit(20)
                    .toList();
        }
    }

    private static Pattern forbidden() {
        try (Sandbox sandbox = Sandbox.builder().recipients(0).start()) {
            List<String> secrets = Stream.of(
                            sandbox.clientSecret(),
                            sandbox.password(),
                            sandbox.s3SecretKey(),
                            Journey.SUPPRESSION_SECRET,
                            "not-the-secret")
                    .map(Pattern::quote)
                    .toList();
            return Pattern.compile(
                    String.join("|", secrets)
                            + "|(?<![0-9])[0-9]{38}(?![0-9])|CRM-[0-9]{8}|(?i:person[0-9]+@)|Bearer [A-Za-z0-9]|eyJ[A-Za-z0-9_-]{10}|__sessiontoken=[^;\\s]*[A-Za-z0-9]");
        }
    }
}
