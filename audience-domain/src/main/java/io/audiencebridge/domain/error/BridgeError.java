// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.error;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;

/**
 * Everything that can go wrong, as a value. Every port answers with it on the left.
 *
 * <p>A message names the subject, the value and the next step, and never a person's id or a secret. {@link #match} is total: a new variant breaks
 * every reader at compile time.
 */
public sealed interface BridgeError {
    /** What happened, to what, and what to do next. */
    String message();

    /** Where it happened. */
    Incident incident();

    /** What to do with the failed call. */
    RetryAdvice retryAdvice();

    /** Calls the one case that fits. */
    <R> R match(Cases<R> cases);

    /** The variant's name, for logs and reports. */
    default String code() {
        return getClass().getSimpleName();
    }

    /**
     * The request cannot be carried out as it stands.
     *
     * @param violations all mistakes at once, at least one
     * @param incident where
     */
    record InvalidRequest(Seq<Violation> violations, Incident incident) implements BridgeError {
        /** One mistake on our own side. */
        public static InvalidRequest of(String subject, String message) {
            return new InvalidRequest(Vector.of(new Violation(subject, message)), Incident.local());
        }

        @Override
        public String message() {
            return violations.mkString("; ");
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.never();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.invalidRequest(this);
        }
    }

    /**
     * Something named in the request does not exist or cannot be seen.
     *
     * @param message what happened and what to do next
     * @param incident where
     */
    record NotFound(String message, Incident incident) implements BridgeError {
        /** On our own side. */
        public static NotFound of(String message) {
            return new NotFound(message, Incident.local());
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.never();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notFound(this);
        }
    }

    /**
     * The system knows us and refuses, or does not know us.
     *
     * @param message what happened and what to do next
     * @param incident where
     */
    record AccessDenied(String message, Incident incident) implements BridgeError {
        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.never();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accessDenied(this);
        }
    }

    /**
     * Somebody or something else holds what the request needs.
     *
     * @param message what happened and what to do next
     * @param incident where
     */
    record Conflict(String message, Incident incident) implements BridgeError {
        /** On our own side. */
        public static Conflict of(String message) {
            return new Conflict(message, Incident.local());
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.never();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.conflict(this);
        }
    }

    /**
     * The system asks for a pause.
     *
     * @param message what happened and what to do next
     * @param incident where
     * @param pause how long to wait before a repeat
     */
    record Throttled(String message, Incident incident, Duration pause) implements BridgeError {
        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.after(pause);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.throttled(this);
        }
    }

    /**
     * The system could not be reached or is out of order for now.
     *
     * @param message what happened and what to do next
     * @param incident where
     * @param pause how long to wait before a repeat
     */
    record Unavailable(String message, Incident incident, Duration pause) implements BridgeError {
        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.after(pause);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unavailable(this);
        }
    }

    /**
     * The system understood and said no.
     *
     * @param message what happened and what to do next
     * @param incident where
     */
    record RejectedBySystem(String message, Incident incident) implements BridgeError {
        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.never();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rejectedBySystem(this);
        }
    }

    /**
     * An answer that the protocol does not allow: their defect or ours.
     *
     * @param message what happened and what to do next
     * @param incident where
     */
    record ProtocolBreach(String message, Incident incident) implements BridgeError {
        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.never();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.protocolBreach(this);
        }
    }

    /**
     * The line was lost after the last byte: it may or may not have happened.
     *
     * @param message what happened and what to do next
     * @param incident where
     * @param lookAt where the outcome can be seen
     */
    record OutcomeUnknown(String message, Incident incident, String lookAt) implements BridgeError {
        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.checkFirst(lookAt);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.outcomeUnknown(this);
        }
    }

    /**
     * The call's time was up.
     *
     * @param message what happened and what to do next
     * @param incident where
     */
    record DeadlineExceeded(String message, Incident incident) implements BridgeError {
        /** On our own side. */
        public static DeadlineExceeded of(String message) {
            return new DeadlineExceeded(message, Incident.local());
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.after(Duration.ZERO);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deadlineExceeded(this);
        }
    }

    /**
     * The caller cancelled.
     *
     * @param message what happened and what to do next
     * @param incident where
     */
    record Cancelled(String message, Incident incident) implements BridgeError {
        /** On our own side. */
        public static Cancelled of(String message) {
            return new Cancelled(message, Incident.local());
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.never();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.cancelled(this);
        }
    }

    /**
     * Disk, memory, file or key on this machine.
     *
     * @param message what happened and what to do next
     * @param incident where
     */
    record LocalFailure(String message, Incident incident) implements BridgeError {
        /** On our own side. */
        public static LocalFailure of(String message) {
            return new LocalFailure(message, Incident.local());
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.never();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.localFailure(this);
        }
    }

    /**
     * The counts of a run do not add up; the run fails rather than pretend.
     *
     * @param message what happened and what to do next
     * @param incident where
     */
    record Unbalanced(String message, Incident incident) implements BridgeError {
        /** On our own side. */
        public static Unbalanced of(String message) {
            return new Unbalanced(message, Incident.local());
        }

        @Override
        public RetryAdvice retryAdvice() {
            return RetryAdvice.never();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unbalanced(this);
        }
    }

    /**
     * One method for each variant.
     *
     * @param <R> what the reader makes of an error
     */
    interface Cases<R> {
        /** The request cannot be carried out as it stands. */
        R invalidRequest(InvalidRequest error);

        /** Something named in the request does not exist or cannot be seen. */
        R notFound(NotFound error);

        /** The system knows us and refuses, or does not know us. */
        R accessDenied(AccessDenied error);

        /** Somebody or something else holds what the request needs. */
        R conflict(Conflict error);

        /** The system asks for a pause. */
        R throttled(Throttled error);

        /** The system could not be reached or is out of order for now. */
        R unavailable(Unavailable error);

        /** The system understood and said no. */
        R rejectedBySystem(RejectedBySystem error);

        /** An answer that the protocol does not allow: their defect or ours. */
        R protocolBreach(ProtocolBreach error);

        /** The line was lost after the last byte: it may or may not have happened. */
        R outcomeUnknown(OutcomeUnknown error);

        /** The call's time was up. */
        R deadlineExceeded(DeadlineExceeded error);

        /** The caller cancelled. */
        R cancelled(Cancelled error);

        /** Disk, memory, file or key on this machine. */
        R localFailure(LocalFailure error);

        /** The counts of a run do not add up; the run fails rather than pretend. */
        R unbalanced(Unbalanced error);
    }
}
