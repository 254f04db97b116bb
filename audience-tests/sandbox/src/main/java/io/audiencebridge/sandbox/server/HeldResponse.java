// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Takes an emulator's answer without sending it, keeping no more of the body than is needed. */
final class HeldResponse extends Response.Wrapper {
    private final long limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long size;

    HeldResponse(Request request, Response response, long limit) {
        super(request, response);
        this.limit = limit;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
        if (bytes != null) {
            keep(bytes);
        }
        callback.succeeded();
    }

    private void keep(ByteBuffer bytes) {
        size += bytes.remaining();
        byte[] taken = new byte[(int) Math.min(limit - kept.size(), bytes.remaining())];
        bytes.get(taken);
        kept.writeBytes(taken);
        bytes.position(bytes.limit());
    }

    /** The length of the whole body. */
    long size() {
        return size;
    }

    /** The first bytes of the body, at most as many as were to be kept. */
    ByteBuffer body(long most) {
        return ByteBuffer.wrap(kept.toByteArray(), 0, (int) Math.min(most, kept.size()));
    }
}
