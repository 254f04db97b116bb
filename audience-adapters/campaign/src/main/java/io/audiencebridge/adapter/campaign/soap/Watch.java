// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.CallEvent;
import io.audiencebridge.adapter.campaign.client.CallTrace;
import io.audiencebridge.adapter.campaign.client.TraceDetail;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Follows one request from its start to its one end, and tells those who listen. Not thread-safe. */
final class Watch {
    private static final int MOST_TRACED = 1 << 20;
    private final Observers observers;
    private final Outgoing.Sent sent;
    private final long since = System.nanoTime();
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream(0);
    private CallEvent.Builder end;
    private long received;
    private @Nullable BridgeError error;
    private boolean refused;
    private boolean over;

    private Watch(Observers observers, Outgoing.Sent sent, CallEvent start) {
        this.observers = observers;
        this.sent = sent;
        this.end = CallEvent.builder().from(start);
    }

    /** The request is about to leave. */
    static Watch begin(Observers observers, SoapCall request, Outgoing.Sent sent, Call call) {
        CallEvent start = CallEvent.builder()
                .service(request.service())
                .method(request.method())
                .correlationId(call.correlationId())
                .afterNewSignIn(request.afterNewSignIn())
                .bytesSent(sent.length())
                .build();
        observers.started(start);
        return new Watch(observers, sent, start);
    }

    /** The answer has begun. Gives its body, which is counted while it is read. */
    InputStream answered(HttpAnswer.Streaming answer) {
        end = end.status(answer.status()).attempts(answer.attempts());
        return new Metered(answer.body());
    }

    /** It was answered with a fault, and what that means; none yet if a new sign-in can help. */
    void fault(Fault fault, @Nullable BridgeError meaning) {
        end = end.addAllCodes(fault.codes());
        error = meaning;
        refused = true;
    }

    /** It failed. */
    void failed(BridgeError what) {
        error = what;
        refused = true;
    }

    /** It failed before there was an answer. */
    BridgeError unanswered(BridgeError what) {
        end = end.attempts(what.incident().attempts());
        failed(what);
        close();
        return what;
    }

    /** Nothing more comes; may be called again. */
    void close() {
        if (over) {
            return;
        }
        over = true;
        if (error != null) {
            end = end.error(error);
        }
        CallEvent event = end.duration(Duration.ofNanos(System.nanoTime() - since))
                .bytesReceived(received)
                .build();
        observers.ended(event, !refused);
        if (traces()) {
            Redaction redaction = new Redaction(observers.detail(), sent.secrets());
            observers.traced(new CallTrace(event, redaction.request(sent), redaction.answer(copy.toByteArray(), sent)));
        }
    }

    private boolean traces() {
        return observers.detail() != TraceDetail.OFF;
    }

    /** Counts what is read, and keeps the beginning of it for a trace. */
    private final class Metered extends FilterInputStream {
        Metered(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            received += Math.max(0, count);
            if (count > 0 && traces() && copy.size() < MOST_TRACED) {
                copy.write(target, offset, Math.min(count, MOST_TRACED - copy.size()));
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
