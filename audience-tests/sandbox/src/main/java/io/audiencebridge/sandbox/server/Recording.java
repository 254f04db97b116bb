// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import io.audiencebridge.sandbox.Exchange;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Records one exchange while it happens, and files it before the client can see the end of the answer. */
final class Recording {
    private final ExchangeLog log;
    private final String system;
    private final Instant at;
    private final Request request;
    private final BodyMeter sent = new BodyMeter();
    private final BodyMeter answered = new BodyMeter();
    private final AtomicBoolean filed = new AtomicBoolean();
    private volatile @Nullable String fault;

    Recording(ExchangeLog log, String system, Instant at, Request request) {
        this.log = log;
        this.system = system;
        this.at = at;
        this.request = request;
    }

    void fault(String label) {
        fault = label;
    }

    /** Bytes of the answer that go to the client. */
    void answered(ByteBuffer bytes) {
        answered.add(bytes);
    }

    /** Files the exchange; later calls change nothing. */
    void file(int status, HttpFields headers) {
        if (filed.compareAndSet(false, true)) {
            var answer = new Exchange.Answer(status, content(headers, answered), Optional.ofNullable(fault));
            log.add(new Exchange(at, system, sent(), answer));
        }
    }

    private Exchange.Sent sent() {
        String path = request.getHttpURI().getPath();
        String query = request.getHttpURI().getQuery();
        return new Exchange.Sent(
                request.getMethod(),
                path == null ? "/" : path,
                query == null ? "" : query,
                content(request.getHeaders(), sent));
    }

    private static Exchange.Content content(HttpFields fields, BodyMeter body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HttpField field : fields) {
            headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(field.getValue() == null ? "" : field.getValue());
        }
        return new Exchange.Content(headers, body.size(), body.finish(), body.head());
    }

    Request tapped() {
        return new TappedRequest(request);
    }

    Response tapped(Response response) {
        return new TappedResponse(request, response);
    }

    Callback filing(Response response, Callback callback) {
        return new Callback() {
            @Override
            public void succeeded() {
                file(response.getStatus(), response.getHeaders());
                callback.succeeded();
            }

            @Override
            public void failed(Throwable cause) {
                file(response.isCommitted() ? response.getStatus() : 500, response.getHeaders());
                callback.failed(cause);
            }
        };
    }

    private final class TappedRequest extends Request.Wrapper {
        TappedRequest(Request request) {
            super(request);
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null && !Content.Chunk.isFailure(chunk) && chunk.hasRemaining()) {
                sent.add(chunk.getByteBuffer());
            }
            return chunk;
        }
    }

    private final class TappedResponse extends Response.Wrapper {
        TappedResponse(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
            if (bytes != null) {
                answered(bytes);
            }
            if (last) {
                file(getStatus(), getHeaders());
            }
            super.write(last, bytes, callback);
        }
    }
}
