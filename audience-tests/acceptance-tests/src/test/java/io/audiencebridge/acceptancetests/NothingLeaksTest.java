// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
                            sandbox.clientSecret(), sandbox.password(), sandbox.s3SecretKey(), "not-the-secret")
                    .map(Pattern::quote)
                    .toList();
            return Pattern.compile(
                    String.join("|", secrets)
                            + "|(?<![0-9])[0-9]{38}(?![0-9])|CRM-[0-9]{8}|(?i:person[0-9]+@)|Bearer [A-Za-z0-9]|eyJ[A-Za-z0-9_-]{10}|__sessiontoken=[^;\\s]*[A-Za-z0-9]");
        }
    }
}
