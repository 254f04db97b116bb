// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A gzip file of nothing but zeros, made while it is read. */
final class Bomb implements ByteSource {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] ZEROS = new byte[1 << 20];

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 checksum = new CRC32();
    private final long size;
    private long left;
    private byte[] frame = HEADER;
    private int framed;
    private boolean over;
    private int given;

    Bomb(long size) {
        this.size = size;
        this.left = size;
    }

    int given() {
        return given;
    }

    @Override
    public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
        if (framed == frame.length && !over) {
            int count = deflated(into, from, length);
            if (count > 0) {
                return gave(count);
            }
            over = true;
            frame = new byte[Frame.TRAILER];
            framed = 0;
            Frame.trailer(checksum.getValue(), size, frame, 0);
        }
        int count = Math.min(length, frame.length - framed);
        System.arraycopy(frame, framed, into, from, count);
        framed += count;
        return count == 0 ? Either.right(END) : gave(count);
    }

    @Override
    public void close() {
        deflater.end();
    }

    private int deflated(byte[] into, int from, int length) {
        while (!deflater.finished()) {
            int count = deflater.deflate(into, from, length);
            if (count > 0) {
                return count;
            }
            int more = (int) Math.min(left, ZEROS.length);
            left -= more;
            deflater.setInput(ZEROS, 0, more);
            checksum.update(ZEROS, 0, more);
            if (left == 0) {
                deflater.finish();
            }
        }
        return 0;
    }

    private Either<BridgeError, Integer> gave(int count) {
        given += count;
        return Either.right(count);
    }
}
