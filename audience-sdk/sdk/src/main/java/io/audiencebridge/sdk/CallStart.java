// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.CallTerms;
import io.audiencebridge.domain.call.Observer;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.UUID;

/**
 * Begins calls.
 *
 * @param limit time for a call whose options say none
 * @param progress hears of calls whose options name nobody else
 * @param observer hears of every call
 * @param options what the caller said
 */
record CallStart(Duration limit, Progress progress, Observer observer, CallOptions options) {
    /** A limit longer than this is a mistake, and nanoseconds would not hold much more. */
    static final Duration LONGEST = Duration.ofDays(365);

    private static final int MOST_ATTEMPTS = 100;
    private static final int LONGEST_ID = 128;

    CallStart with(CallOptions instead) {
        return new CallStart(limit, progress, observer, instead);
    }

    /** Who hears how far a call has come. */
    Progress listener() {
        return options.progress().orElse(progress);
    }

    /** A call that begins now, told to {@code listener}. Left: the options make no sense. */
    Either<BridgeError, Call> begin(Progress listener) {
        Vector<Violation> violations = violations();
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        String id = options.correlationId().orElseGet(() -> UUID.randomUUID().toString());
        CallTerms terms = CallTerms.builder()
                .attempts(options.attempts())
                .attemptLimit(options.attemptLimit())
                .progress(listener)
                .observer(new LogContext(id, observer))
                .build();
        Call call = Call.within(id, options.limit().orElse(limit), System::nanoTime, terms);
        options.cancellation().ifPresent(cancellation -> cancellation.over(call));
        return Either.right(call);
    }

    private Vector<Violation> violations() {
        return Vector.of(
                        when(
                                options.limit().filter(CallStart::unusable).isPresent(),
                                "limit",
                                "must be more than nothing and " + LONGEST.toDays() + " days at most"),
                        when(
                                options.attempts().orElse(1) < 1
                                        || options.attempts().orElse(1) > MOST_ATTEMPTS,
                                "attempts",
                                "must be 1 to " + MOST_ATTEMPTS),
                        when(
                                options.attemptLimit()
                                        .filter(CallStart::unusable)
                                        .isPresent(),
                                "attemptLimit",
                                "must be more than nothing and " + LONGEST.toDays() + " days at most"),
                        when(
                                options.correlationId()
                                        .filter(id -> !isPlain(id))
                                        .isPresent(),
                                "correlationId",
                                "must be 1 to " + LONGEST_ID + " printable ASCII characters without a space"))
                .flatMap(found -> found);
    }

    /** Whether no call could be given that time. */
    static boolean unusable(Duration time) {
        return time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0;
    }

    private static boolean isPlain(String id) {
        return !id.isEmpty() && id.length() <= LONGEST_ID && id.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static Vector<Violation> when(boolean wrong, String option, String message) {
        return wrong ? Vector.of(new Violation("CallOptions." + option, message)) : Vector.empty();
    }
}
