// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * An answer that goes out piece by piece while the rest of it is still being made, so that a client reads what is there. Whoever makes it never waits for the
 * client until {@link #finish}; what the client has not read yet stays in memory. One that fits into its last piece goes out whole, announced by its length.
 */
public final class Pieces extends IteratingCallback {
    private final HttpCall call;
    private final int status;
    private final String contentType;
    private final Queue<ByteBuffer> waiting = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean begun;
    private volatile boolean last;
    private volatile boolean lastIsOut;
    private volatile @Nullable Throwable failure;

    /** An answer to {@code call}; nothing goes out yet. */
    public Pieces(HttpCall call, int status, String contentType) {
        this.call = call;
        this.status = status;
        this.contentType = contentType;
    }

    /** Whether something went out already. */
    public boolean isBegun() {
        return begun;
    }

    /** Sends {@code text}, in UTF-8, as soon as the line takes it. Text must not be cut within a character. */
    public void add(CharSequence text) {
        if (!begun) {
            begun = true;
            call.start(status, contentType);
        }
        waiting.add(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
        iterate();
    }

    /** Sends the last piece and waits until the line has taken all of them. */
    public void finish(String text) throws IOException {
        if (!begun) {
            call.answer(status, contentType, text);
            return;
        }
        waiting.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        last = true;
        iterate();
        await();
        if (failure != null) {
            throw new IOException("The client went away", failure);
        }
    }

    @Override
    protected Action process() {
        boolean ending = last;
        ByteBuffer piece = waiting.poll();
        if (piece == null) {
            return lastIsOut ? Action.SUCCEEDED : Action.IDLE;
        }
        lastIsOut = ending && waiting.isEmpty();
        call.response().write(lastIsOut, piece, this);
        return Action.SCHEDULED;
    }

    @Override
    protected void onCompleteSuccess() {
        over.countDown();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        failure = cause;
        over.countDown();
    }

    private void await() throws IOException {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server stops");
        }
    }
}
