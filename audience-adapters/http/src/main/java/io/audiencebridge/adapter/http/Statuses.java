// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import java.time.Duration;

/** What an HTTP status other than 2xx means to us. */
final class Statuses {
    /** Advised where the system names no pause of its own. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private Statuses() {}

    static BridgeError error(AnswerHead head, String detail) {
        Incident incident = head.trip().incident();
        Duration pause = head.retryAfter().orElse(PAUSE);
        return switch (head.status()) {
            case 401 ->
                new BridgeError.AccessDenied(
                        message(head, "check the credentials and their validity", detail), incident);
            case 403 -> new BridgeError.AccessDenied(message(head, "check the permissions", detail), incident);
            case 404 -> new BridgeError.NotFound(message(head, "check the address and the id in it", detail), incident);
            case 409, 412 -> new BridgeError.Conflict(message(head, "read its state, then decide", detail), incident);
            case 429 -> new BridgeError.Throttled(message(head, "wait, then repeat", detail), incident, pause);
            case 502, 504 -> gateway(head, detail, pause);
            default -> byClass(head, detail, pause);
        };
    }

    /** A gateway speaks for a system that it lost: a request that must not run twice may have run. */
    private static BridgeError gateway(AnswerHead head, String detail, Duration pause) {
        if (head.trip().idempotent()) {
            return unavailable(head, detail, pause);
        }
        return new BridgeError.OutcomeUnknown(
                message(head, "it may or may not have happened; look there before a repeat", detail),
                head.trip().incident(),
                head.trip().target());
    }

    private static BridgeError byClass(AnswerHead head, String detail, Duration pause) {
        Incident incident = head.trip().incident();
        return switch (head.status() / 100) {
            case 5 -> unavailable(head, detail, pause);
            case 4 -> new BridgeError.RejectedBySystem(message(head, "correct the request", detail), incident);
            case 3 ->
                new BridgeError.ProtocolBreach(
                        message(head, "redirects are not followed; correct the address", detail), incident);
            default ->
                new BridgeError.ProtocolBreach(
                        message(head, "no such answer was expected; report it", detail), incident);
        };
    }

    private static BridgeError unavailable(AnswerHead head, String detail, Duration pause) {
        return new BridgeError.Unavailable(
                message(head, "the system is out of order; repeat later", detail),
                head.trip().incident(),
                pause);
    }

    private static String message(AnswerHead head, String next, String detail) {
        String id = head.requestId().map(value -> " (request id " + value + ")").orElse("");
        String end = detail.isEmpty() ? "" : ": " + detail;
        return head.trip().target() + " answered " + head.status() + id + "; " + next + end;
    }
}
