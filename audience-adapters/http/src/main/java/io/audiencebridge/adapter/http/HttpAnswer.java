// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a system answered, whatever its status, read to its last byte. Immutable. */
public final class HttpAnswer {
    private final AnswerHead head;
    private final byte[] body;

    HttpAnswer(AnswerHead head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return head.status();
    }

    /** All headers; names in any letter case. */
    public Map<String, List<String>> headers() {
        return head.headers();
    }

    /** The last value of a header; its name in any letter case. */
    public Optional<String> header(String name) {
        return head.header(name);
    }

    /** The system's own id of this exchange, where it gives one. */
    public Optional<String> requestId() {
        return head.requestId();
    }

    /** Attempts made for it, the first included. */
    public int attempts() {
        return head.trip().incident().attempts();
    }

    /** A copy of the body, decompressed. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as text. */
    public String text(Charset charset) {
        return new String(body, charset);
    }

    /** Right: this answer, when its status is 2xx. Left: what the status means. Not called by the transport, so that fault bodies can be read first. */
    public Either<BridgeError, HttpAnswer> accepted() {
        return head.accepted() ? Either.right(this) : Either.left(error(""));
    }

    /** What a status other than 2xx means, followed by {@code detail}, which must hold no person's id and no secret. */
    public BridgeError error(String detail) {
        return head.error(detail);
    }

    @Override
    public String toString() {
        return "HttpAnswer[" + head.status() + ", " + body.length + " bytes]";
    }

    /** An answer whose body is still on the wire. One thread at a time; {@link #close()} frees the connection and must be called. */
    public static final class Streaming implements AutoCloseable {
        private final AnswerHead head;
        private final InputStream body;
        private final Runnable release;

        Streaming(AnswerHead head, InputStream body, Runnable release) {
            this.head = head;
            this.body = body;
            this.release = release;
        }

        /** The HTTP status. */
        public int status() {
            return head.status();
        }

        /** The last value of a header; its name in any letter case. */
        public Optional<String> header(String name) {
            return head.header(name);
        }

        /** The system's own id of this exchange, where it gives one. */
        public Optional<String> requestId() {
            return head.requestId();
        }

        /** Attempts made for it, the first included. */
        public int attempts() {
            return head.trip().incident().attempts();
        }

        /** What a status other than 2xx means, followed by {@code detail}, which must hold no person's id and no secret. */
        public BridgeError error(String detail) {
            return head.error(detail);
        }

        /** The body, decompressed; a read fails when the line breaks, the body ends early, the time is up or the call is cancelled. */
        public InputStream body() {
            return body;
        }

        /** Right: this answer, when its status is 2xx. Left: what the status means; the answer is closed then. */
        public Either<BridgeError, Streaming> accepted() {
            if (head.accepted()) {
                return Either.right(this);
            }
            close();
            return Either.left(head.error(""));
        }

        /** What a failed read of {@link #body()} means. */
        public BridgeError broken(IOException failure) {
            return head.broken(failure);
        }

        @Override
        public void close() {
            release.run();
        }
    }
}
