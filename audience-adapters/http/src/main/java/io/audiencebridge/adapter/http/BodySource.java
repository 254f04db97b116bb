// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Puts a body on the wire. One-shot for OkHttp, so that only our own loop repeats a request. */
final class BodySource extends RequestBody {
    private static final int CHUNK = 8192;
    private final HttpBody body;

    BodySource(HttpBody body) {
        this.body = body;
    }

    @Override
    public MediaType contentType() {
        return MediaType.get(body.contentType());
    }

    @Override
    public long contentLength() {
        return body.length();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (InputStream source = open()) {
            byte[] chunk = new byte[CHUNK];
            for (int count = read(source, chunk); count >= 0; count = read(source, chunk)) {
                sink.write(chunk, 0, count);
            }
        }
    }

    private InputStream open() throws Unreadable {
        try {
            return body.open();
        } catch (IOException failure) {
            throw new Unreadable(failure);
        }
    }

    private static int read(InputStream source, byte[] chunk) throws Unreadable {
        try {
            return source.read(chunk);
        } catch (IOException failure) {
            throw new Unreadable(failure);
        }
    }

    /** The body's own source failed, not the line. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause);
        }
    }
}
