// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** One request to answer, with blocking reads and writes. Used by one thread. */
public final class HttpCall {
    private final Request request;
    private final Response response;

    HttpCall(Request request, Response response) {
        this.request = request;
        this.response = response;
    }

    /** The HTTP method in upper case. */
    public String method() {
        return request.getMethod();
    }

    /** The raw path, with runs of slashes folded into one. */
    public String path() {
        String path = request.getHttpURI().getPath();
        return path == null ? "/" : path.replaceAll("/{2,}", "/");
    }

    /** The path and the query as they were sent: nothing decoded, no slash folded. */
    public String target() {
        String target = request.getHttpURI().getPathQuery();
        return target == null ? "/" : target;
    }

    /** The first value of a request header, or null. */
    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    /** The decoded parameters of the query. */
    public Fields query() {
        return Request.extractQueryParameters(request);
    }

    /** The body as it arrives. */
    public InputStream bodyStream() {
        return Content.Source.asInputStream(request);
    }

    /** The whole body. */
    public byte[] body() throws IOException {
        try (InputStream in = bodyStream()) {
            return in.readAllBytes();
        }
    }

    /** Adds a response header; call it before the answer. */
    public HttpCall with(String header, String value) {
        response.getHeaders().put(header, value);
        return this;
    }

    /** Adds a response header beside those of the same name; call it before the answer. */
    public HttpCall also(String header, String value) {
        response.getHeaders().add(header, value);
        return this;
    }

    /** Answers with a whole body, announced by its length. */
    public void answer(int status, String contentType, byte[] body) throws IOException {
        start(status, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        Content.Sink.write(response, true, ByteBuffer.wrap(body));
    }

    /** Answers with a whole text body in UTF-8. */
    public void answer(int status, String contentType, String body) throws IOException {
        answer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with a body of unknown length; the caller closes the stream. */
    public OutputStream answerStream(int status, String contentType) {
        start(status, contentType);
        return Content.Sink.asOutputStream(response);
    }

    void start(int status, String contentType) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    }

    Request request() {
        return request;
    }

    Response response() {
        return response;
    }
}
