// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.error.BridgeError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a broken exchange means to us. */
final class Failures {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private Failures() {}

    static BridgeError error(Trip trip, IOException failure) {
        if (failure instanceof BodySource.Unreadable) {
            return new BridgeError.LocalFailure(
                    trip.target() + ": its body could not be read (" + name(failure) + "); check the source",
                    trip.incident());
        }
        if (failure instanceof TooLarge) {
            return new BridgeError.ProtocolBreach(
                    trip.target() + " answered with " + failure.getMessage(), trip.incident());
        }
        if (failure instanceof ThroughProxy.Refused) {
            return new BridgeError.LocalFailure(
                    trip.target() + ": the proxy on the way refused its account; check HttpSettings.proxy",
                    trip.incident());
        }
        if (distrusted(failure)) {
            return new BridgeError.LocalFailure(
                    trip.target() + ": its certificate is not trusted here (" + name(failure)
                            + "); check the address, or add its authority to the trust store",
                    trip.incident());
        }
        return ended(trip, failure);
    }

    private static BridgeError ended(Trip trip, IOException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return cancelled(trip, "the calling thread was interrupted");
        }
        if (timeIsUp(failure)) {
            return overdue(trip);
        }
        return trip.call().check().fold(error -> over(trip, error), open -> lost(trip, failure));
    }

    /** Whether another attempt could help, apart from the question whether it is safe. */
    static boolean passing(Trip trip, IOException failure) {
        boolean ours = failure instanceof BodySource.Unreadable
                || failure instanceof TooLarge
                || failure instanceof ThroughProxy.Refused
                || distrusted(failure);
        return !ours
                && !timeIsUp(failure)
                && trip.call().check().isRight()
                && !Thread.currentThread().isInterrupted();
    }

    private static boolean distrusted(IOException failure) {
        return failure instanceof SSLPeerUnverifiedException
                || (failure instanceof SSLHandshakeException && failure.getCause() instanceof CertificateException);
    }

    /** OkHttp tells its call timeout, which is our deadline, from a silent socket by the exact class. */
    private static boolean timeIsUp(IOException failure) {
        return failure instanceof InterruptedIOException
                && !(failure instanceof SocketTimeoutException)
                && "timeout".equals(failure.getMessage());
    }

    private static BridgeError over(Trip trip, BridgeError error) {
        if (error instanceof BridgeError.DeadlineExceeded) {
            return overdue(trip);
        }
        return cancelled(trip, "the call was cancelled");
    }

    private static BridgeError cancelled(Trip trip, String what) {
        String fate = trip.mayRepeat() ? "" : " after it was sent, so it may or may not have happened";
        return new BridgeError.Cancelled(
                trip.target() + ": " + what + fate + "; resume the run to go on", trip.incident());
    }

    private static BridgeError overdue(Trip trip) {
        return trip.mayRepeat()
                ? new BridgeError.DeadlineExceeded(
                        trip.target() + ": the call's time was up; allow more time", trip.incident())
                : unknown(trip, "the call's time was up");
    }

    private static BridgeError lost(Trip trip, IOException failure) {
        if (!trip.mayRepeat()) {
            return unknown(trip, "the line was lost (" + name(failure) + ")");
        }
        String what = trip.departed() ? "the line was lost" : "no connection";
        return new BridgeError.Unavailable(
                trip.target() + ": " + what + " (" + name(failure) + "); check the network, then repeat",
                trip.incident(),
                PAUSE);
    }

    private static BridgeError unknown(Trip trip, String what) {
        return new BridgeError.OutcomeUnknown(
                trip.target() + ": " + what
                        + " after it was sent; it may or may not have happened, look before a repeat",
                trip.incident(),
                trip.target());
    }

    /** The class alone: messages of the network layer may quote what the other side sent. */
    private static String name(IOException failure) {
        Throwable told = failure.getCause() != null ? failure.getCause() : failure;
        return told.getClass().getSimpleName();
    }

    /** An answer beyond the size that is read into memory. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(int limit) {
            super("more than " + limit + " bytes; raise HttpSettings.maxAnswerBytes if that is right");
        }
    }
}
