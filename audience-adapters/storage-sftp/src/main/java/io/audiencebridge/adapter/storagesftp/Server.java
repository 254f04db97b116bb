// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.audiencebridge.domain.call.Activity;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Watch;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;

/**
 * One server: does steps on it within a call, repeats what a lost line interrupted, and turns what goes wrong into errors. No channel is held between two
 * steps, so that a slow reader keeps nothing from others. Safe for use by several threads.
 */
final class Server implements AutoCloseable {
    private static final SystemId SFTP = new SystemId("sftp");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LAST_PAUSE = Duration.ofSeconds(1);

    private final SftpSettings settings;
    private final Lines lines;
    private final Semaphore free;

    Server(SftpSettings settings) {
        this.settings = settings;
        this.lines = new Lines(settings);
        this.free = new Semaphore(settings.channels(), true);
    }

    /** What is done on a channel; it may be done again from its start. */
    @FunctionalInterface
    interface Step<T> {
        T on(SftpClient channel) throws IOException;
    }

    /**
     * Does a step, and again when the line was lost.
     *
     * @param what the deed and its subject, for messages, such as {@code write 'a/b'}
     */
    <T> Either<BridgeError, T> send(String what, Call call, Step<T> step) {
        return call.check().flatMap(open -> {
            try {
                return Either.right(Failsafe.with(retries(call))
                        .get(attempt -> once(call, what, step, attempt.getAttemptCount() + 1)));
            } catch (FailsafeException failed) {
                Throwable cause = failed.getCause();
                return Either.left(refusal(what, call).of(cause == null ? failed : cause));
            } catch (RuntimeException failed) {
                return Either.left(refusal(what, call).of(failed));
            }
        });
    }

    private RetryPolicy<Object> retries(Call call) {
        return RetryPolicy.builder()
                .handleIf(failure -> Refusal.passing(failure) && call.check().isRight())
                .withMaxAttempts(settings.maxAttempts() == 1 ? 1 : call.attempts(settings.maxAttempts()))
                .withBackoff(FIRST_PAUSE, LAST_PAUSE)
                .withJitter(0.3)
                .withMaxDuration(call.remaining().plusMillis(1))
                .build();
    }

    /** The call's observer hears of the attempt from its wait for a channel on. */
    private <T> T once(Call call, String what, Step<T> step, int attempt) throws IOException, InterruptedException {
        Watch watch = call.begin(new Activity.Exchange(SFTP, deed(what), attempt));
        try {
            T done = once(call, step);
            watch.ends(Optional.empty());
            return done;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            watch.ends(Optional.of(refusal(what, call).of(failure)));
            throw failure;
        }
    }

    /** The deed without its subject. */
    private static String deed(String what) {
        int subject = what.indexOf(" '");
        return subject < 0 ? what : what.substring(0, subject);
    }

    private <T> T once(Call call, Step<T> step) throws IOException, InterruptedException {
        if (!free.tryAcquire(call.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new Overdue();
        }
        try {
            return onLine(call, step);
        } finally {
            free.release();
        }
    }

    /** A channel on which something failed is not used again: an answer may still be on its way there. */
    private <T> T onLine(Call call, Step<T> step) throws IOException {
        Attempt attempt = Attempt.begin(call);
        SftpClient channel = lines.take(attempt);
        Call.Registration ends = call.onCancel(() -> lines.drop(channel));
        Call.Registration late = lines.dropWhenOverdue(channel, attempt);
        boolean sound = false;
        try {
            T done = step.on(channel);
            sound = true;
            return done;
        } catch (SftpException answered) {
            sound = !Refusal.passing(answered);
            throw answered;
        } finally {
            ends.close();
            late.close();
            giveBack(channel, sound && call.check().isRight());
        }
    }

    private void giveBack(SftpClient channel, boolean sound) {
        if (sound) {
            lines.give(channel);
        } else {
            lines.drop(channel);
        }
    }

    private Refusal refusal(String what, Call call) {
        return new Refusal(what, settings.user() + "@" + settings.host() + ":" + settings.port(), call);
    }

    @Override
    public void close() {
        lines.close();
    }

    /** The call's time was up before a channel was free. */
    static final class Overdue extends IOException {
        private static final long serialVersionUID = 1L;

        Overdue() {
            super("No channel became free in time");
        }
    }
}
