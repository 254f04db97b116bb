// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Option;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** What one failed request means. */
final class Refusal {
    static final Duration PAUSE = Duration.ofSeconds(30);
    static final SystemId S3 = new SystemId("s3");
    private static final int MAX_DEPTH = 20;

    private final String subject;
    private final Call call;

    Refusal(String what, String bucket, Call call) {
        this.subject = "Could not " + what + " in bucket " + bucket;
        this.call = call;
    }

    BridgeError of(RuntimeException failure) {
        return failure instanceof AwsServiceException answer
                ? new RefusedAnswer(subject, answer, incident()).error()
                : cause(failure, CancellableHttp.CallOver.class)
                        .map(CancellableHttp.CallOver::error)
                        .getOrElse(() -> unanswered(failure));
    }

    private BridgeError unanswered(RuntimeException failure) {
        if (cause(failure, FoundCredentials.Missing.class).isDefined()) {
            return new BridgeError.AccessDenied(
                    subject + ": no access keys were found; set accessKey and secretKey, or give them where Amazon's"
                            + " default chain looks",
                    call.incident());
        }
        if (cause(failure, ApiCallTimeoutException.class).isDefined()) {
            return new BridgeError.DeadlineExceeded(
                    subject + ": the call's time was up; resume the run or allow more time", incident());
        }
        return call.check().fold(over -> over, open -> lost(failure));
    }

    private BridgeError lost(RuntimeException failure) {
        if (Thread.currentThread().isInterrupted() || failure instanceof AbortedException) {
            return new BridgeError.Cancelled(
                    subject + ": the calling thread was interrupted; resume the run to go on", incident());
        }
        if (cause(failure, CertificateException.class).isDefined()) {
            return new BridgeError.LocalFailure(
                    subject + ": its certificate is not trusted here; check the endpoint, or add its authority to the"
                            + " trust store",
                    incident());
        }
        String name = cause(failure, IOException.class)
                .map(io -> io.getClass().getSimpleName())
                .getOrElse(failure.getClass().getSimpleName());
        return new BridgeError.Unavailable(
                subject + ": no whole answer came (" + name + "); check endpoint, region and network, then repeat",
                incident(),
                PAUSE);
    }

    private Incident incident() {
        return Incident.at(S3, call.correlationId());
    }

    private static <T extends Throwable> Option<T> cause(Throwable failure, Class<T> type) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (type.isInstance(cause)) {
                return Option.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Option.none();
    }
}
