// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.audiencebridge.domain.system.Secret;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingCallsTest {
    @Test
    void a_log_line_tells_the_exchange_and_no_secret() throws Exception {
        var lines = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(HttpTransport.class);
        logger.setLevel(Level.TRACE);
        logger.addAppender(lines);
        lines.start();
        try (var bench = new Bench();
                var transport = bench.transport(HttpSettings.standard())) {
            bench.answers(200);
            var call = HttpCall.post(bench.uri("/path?d_uuid=person"), Bench.BODY)
                    .putSecretHeaders("Authorization", Secret.of("t0ken"))
                    .build();

            transport.send(call, Bench.call());
        }
        logger.detachAppender(lines);

        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("POST", "/path", "200", "c-7")
                        .doesNotContain("person", "t0ken", "hello", "body of"));
    }
}
