// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Receives what Audience Manager pushes to a destination of HTTP: checks signature and token, reads the message, hands it on, and answers in time. Knows no server: a request
 * goes in, a status comes out. {@link PushEndpoint} mounts it in the server of the JDK; any other takes a {@link PushRequest} of a few lines.
 *
 * <p>Audience Manager calls by HTTPS only, so the server, or what stands in front of it, ends TLS. Safe for use by several threads.
 *
 * <p>Source: Audience Manager, "Real-time outbound data transfers", "Digitally signed HTTP requests".
 */
public final class PushReceiver {
    private static final String LENGTH = "Content-Length";

    /** Digits that surely fit into a number. */
    private static final int LONGEST_LENGTH = 18;

    private final PushSettings settings;
    private final Option<PushSignatures> signatures;
    private final Option<PushTokens> tokens;
    private final PushHandler handler;
    private final Executor executor;

    private PushReceiver(
            PushSettings settings,
            Option<PushSignatures> signatures,
            Option<PushTokens> tokens,
            PushHandler handler,
            Executor executor) {
        this.settings = settings;
        this.signatures = signatures;
        this.tokens = tokens;
        this.handler = handler;
        this.executor = executor;
    }

    /**
     * A receiver. Left: {@code InvalidRequest} when the settings have neither key nor client, an empty or closed secret, or a time or size that is not positive.
     *
     * @param handler takes the messages
     * @param executor runs the handler, so that a late one can be given up; bounded, since each push is one task. One that runs it on the caller's thread works, and then nothing is
     *     given up
     */
    public static Either<BridgeError, PushReceiver> of(PushSettings settings, PushHandler handler, Executor executor) {
        Duration within = settings.answerWithin();
        if (within.isNegative() || within.isZero() || within.compareTo(PushSettings.ANSWER_WITHIN) > 0) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "answerWithin",
                    within + " is not within the " + PushSettings.ANSWER_WITHIN
                            + " that Audience Manager waits; leave some of them for the way"));
        }
        if (settings.maxBodyBytes() < 1 || settings.maxBodyBytes() == Integer.MAX_VALUE) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "maxBodyBytes", settings.maxBodyBytes() + " is no size to read up to"));
        }
        Option<Either<BridgeError, PushTokens>> tokens =
                Option.when(!settings.clients().isEmpty(), () -> PushTokens.of(settings));
        Option<Either<BridgeError, PushSignatures>> signatures = Option.when(
                !settings.keys().isEmpty() || settings.clients().isEmpty(), () -> PushSignatures.of(settings));
        return there(signatures)
                .flatMap(signed ->
                        there(tokens).map(signedIn -> new PushReceiver(settings, signed, signedIn, handler, executor)));
    }

    /** What is wanted must be sound. */
    private static <T> Either<BridgeError, Option<T>> there(Option<Either<BridgeError, T>> wanted) {
        return wanted.isEmpty() ? Either.right(Option.none()) : wanted.get().map(Option::some);
    }

    /** Answers one request: reads its body, and waits until the handler is done or time is up. */
    public PushAnswer answer(PushRequest request) {
        long until = System.nanoTime() + settings.answerWithin().toNanos();
        PushAnswer answer = message(request).fold(refusal -> refusal, message -> handedOn(message, until));
        if (!answer.isTaken()) {
            handler.refused(answer);
        }
        return answer;
    }

    private Either<PushAnswer, PushMessage> message(PushRequest request) {
        if (!request.method().equals("POST")) {
            return Either.left(PushAnswer.of(405, "not a POST"));
        }
        if (tokens.exists(known -> !known.signedIn(request))) {
            return Either.left(PushAnswer.of(401, "no token of a client that is known"));
        }
        return body(request)
                .filterOrElse(
                        body -> signatures.forAll(known -> known.signed(request, body)),
                        body -> PushAnswer.of(
                                401, "no signature in " + settings.signatureHeader() + " under a key that is known"))
                .flatMap(body -> PushMessage.parse(body).mapLeft(error -> PushAnswer.of(400, error.message())));
    }

    private Either<PushAnswer, byte[]> body(PushRequest request) {
        int most = settings.maxBodyBytes();
        PushAnswer tooLarge = PushAnswer.of(413, "more than " + most + " bytes");
        if (request.headers(LENGTH).stream().anyMatch(length -> length(length) > most)) {
            return Either.left(tooLarge);
        }
        try {
            byte[] body = request.body().readNBytes(most + 1);
            return body.length > most ? Either.left(tooLarge) : Either.right(body);
        } catch (IOException cut) {
            return Either.left(new PushAnswer(400, "the body could not be read to its end", Optional.of(cut)));
        }
    }

    /** What a client says of its body; nothing is believed but that it is too long. */
    private static long length(String header) {
        String text = header.strip();
        boolean digits = !text.isEmpty() && text.chars().allMatch(character -> character >= '0' && character <= '9');
        if (!digits) {
            return 0;
        }
        return text.length() > LONGEST_LENGTH ? Long.MAX_VALUE : Long.parseLong(text);
    }

    private PushAnswer handedOn(PushMessage message, long until) {
        FutureTask<PushAnswer> task = new FutureTask<>(() -> {
            handler.take(message);
            return PushAnswer.TAKEN;
        });
        try {
            executor.execute(task);
            return task.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException full) {
            return new PushAnswer(503, "the executor is full", Optional.of(full));
        } catch (ExecutionException failed) {
            return new PushAnswer(500, "the handler failed", Optional.ofNullable(failed.getCause()));
        } catch (TimeoutException late) {
            task.cancel(true);
            return PushAnswer.of(503, "the handler was not done within " + settings.answerWithin());
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return PushAnswer.of(503, "the server is stopping");
        }
    }
}
