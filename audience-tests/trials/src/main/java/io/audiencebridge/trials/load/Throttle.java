// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Makes a sandbox throttle: every two seconds the next call of each system is refused with 429, by turns with and without {@code Retry-After}, and the next few are answered late.
 * S3 says 503 {@code SlowDown} instead. Runs until it is interrupted.
 */
final class Throttle implements Runnable {
    private static final List<String> SYSTEMS = List.of("campaign", "audienceManager", "s3");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SLOW_DOWN = 503;

    /** A call is tried four times within seconds; refusals of several turns must not meet in one call, also when only one share is left. */
    private static final int REFUSED = 1;

    private static final int LATE = 5;
    private static final long SECONDS_APART = 2;
    private static final String LATE_BY = "PT0.4S";

    private final SandboxProcess sandbox;
    private final AtomicLong fired = new AtomicLong();

    Throttle(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    /** How many calls were refused or answered late. */
    long fired() {
        return fired.get();
    }

    @Override
    public void run() {
        try {
            for (long turn = 0; !Thread.currentThread().isInterrupted(); turn++) {
                boolean polite = turn % 2 == 0;
                sandbox.post("/faults", rules(polite));
                TimeUnit.SECONDS.sleep(SECONDS_APART);
                fired.addAndGet(count());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String rules(boolean polite) throws IOException {
        List<Map<String, Object>> rules = SYSTEMS.stream()
                .flatMap(system -> Stream.of(refusal(system, polite), delay(system)))
                .toList();
        return new ObjectMapper().writeValueAsString(rules);
    }

    private static Map<String, Object> refusal(String system, boolean polite) {
        Map<String, String> headers = polite ? Map.of("Retry-After", "1") : Map.of();
        return Map.of(
                "match",
                Map.of("system", system),
                "times",
                REFUSED,
                "do",
                "status",
                "with",
                Map.of("status", system.equals("s3") ? SLOW_DOWN : TOO_MANY_REQUESTS, "headers", headers));
    }

    private static Map<String, Object> delay(String system) {
        return Map.of("match", Map.of("system", system), "times", LATE, "do", "delay", "with", Map.of("by", LATE_BY));
    }

    private long count() throws IOException, InterruptedException {
        long sum = 0;
        for (JsonNode rule : new ObjectMapper().readTree(sandbox.ask("/faults"))) {
            sum += rule.path("fired").asLong();
        }
        return sum;
    }
}
