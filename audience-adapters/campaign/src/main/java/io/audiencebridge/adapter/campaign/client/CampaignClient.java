// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.OutputStream;
import java.time.Instant;

/**
 * Everything that an instance of Campaign can do and that has no client of its own: any SOAP method, options, health, files. Obtained by
 * {@code bridge.client(CampaignClient.class)}; it uses the connection's session and ends with it.
 *
 * <p>All methods block; all are safe for use by several threads. Left, besides what a method names: {@code AccessDenied} when the sign-in is refused or a
 * right is missing, {@code Throttled} and {@code Unavailable} with a pause, {@code DeadlineExceeded} and {@code Cancelled} by the call's options. The codes
 * that Campaign gave stand in the error's incident, in order.
 */
public interface CampaignClient {
    /**
     * Calls any method of any service.
     *
     * <p>Left: {@code InvalidRequest} for a name or value that cannot be sent, or that Campaign does not know; {@code ProtocolBreach} if the answer has
     * other outputs than {@code method} says; {@code OutcomeUnknown} for a lost answer, unless the method is idempotent.
     */
    Either<BridgeError, SoapOutputs> call(SoapMethod method, CallOptions options);

    /** The value of an option; none if there is no such option. */
    Either<BridgeError, Option<OptionValue>> option(String name, CallOptions options);

    /**
     * Sets an option, and creates it if there is none. An option that is there keeps its type; left: {@code InvalidRequest} for a value of another one.
     * Right: what it was before.
     */
    Either<BridgeError, Option<OptionValue>> setOption(String name, OptionValue value, CallOptions options);

    /** The server's time; open to everybody, even to {@link CampaignSignIn.Anonymous}. */
    Either<BridgeError, Instant> serverTime(CallOptions options);

    /** Who is signed in, and at what server: as the logon told, or fetched once where there is no logon. */
    Either<BridgeError, SessionInfo> session(CallOptions options);

    /** Whether the instance is up, part by part. Left only if the call's time was up or it was cancelled. */
    Either<BridgeError, ServerStatus> status(CallOptions options);

    /** How full the queue of transactional messages is. Left: {@code NotFound} on an instance without. */
    Either<BridgeError, MessageQueue> messageQueue(CallOptions options);

    /**
     * Uploads a file to the server, where it can be found by its digest; sent anew, it is the same file. It becomes no public resource by itself.
     *
     * <p>Left: {@code RejectedBySystem} if the server takes no such file, {@code ProtocolBreach} if its digest is another than that of what was sent.
     */
    Either<BridgeError, ServerFile> upload(FileContent file, CallOptions options);

    /**
     * Downloads a file, as it comes, into {@code sink}, which is flushed and left open. Right: how many bytes. After a left {@code sink} may have got some.
     *
     * <p>Left: {@code NotFound} without such a file, {@code LocalFailure} if {@code sink} fails.
     */
    Either<BridgeError, Long> download(ServerFile file, OutputStream sink, CallOptions options);

    /** Has {@code listener} hear of every request of this connection from now on, until the registration is closed. */
    Listening listen(CampaignListener listener);

    /** A listener's registration. */
    @FunctionalInterface
    interface Listening extends AutoCloseable {
        /** Takes the listener off; may be called again. */
        @Override
        void close();
    }
}
