// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Deflater;

/**
 * A piece of a deflate stream that can be put behind any other: compressed for itself and ended at a byte boundary.
 *
 * <p>Whoever comes first compresses it, the executor or the one who needs it: a full executor cannot bring the writer to a standstill.
 */
final class GzipChunk implements Runnable {
    private static final int MARGIN = 64;

    private final byte[] raw;
    private final int length;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private byte[] compressed = new byte[0];
    private int size;

    /** The chunk {@code raw[0, length)}; the array is the chunk's from now on. */
    GzipChunk(byte[] raw, int length) {
        this.raw = raw;
        this.length = length;
    }

    @Override
    public void run() {
        if (taken.compareAndSet(false, true)) {
            try {
                compress();
            } finally {
                done.countDown();
            }
        }
    }

    /** Waits until the chunk is compressed, which takes milliseconds; an interrupt is kept for the caller. */
    void settle() {
        run();
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException kept) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The compressed bytes, once settled; {@link #size} of them. */
    byte[] compressed() {
        return compressed;
    }

    /** How many; 0 when compressing failed, since even nothing compresses to some bytes. */
    int size() {
        return size;
    }

    private void compress() {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(raw, 0, length);
            byte[] out = new byte[length / 2 + MARGIN];
            int written = 0;
            int more = 1;
            while (more > 0) {
                if (out.length - written < MARGIN) {
                    out = Arrays.copyOf(out, out.length * 2);
                }
                more = deflater.deflate(out, written, out.length - written, Deflater.SYNC_FLUSH);
                written += more;
                more = written == out.length ? more : 0;
            }
            compressed = out;
            size = written;
        } finally {
            deflater.end();
        }
    }
}
