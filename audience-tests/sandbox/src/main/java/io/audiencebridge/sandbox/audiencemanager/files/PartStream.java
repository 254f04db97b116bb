// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An object that is written to its end and not visible yet: it knows its size and digest, and shows itself when closed. */
final class PartStream extends FilterOutputStream {
    private static final int BUFFER = 1 << 16;

    private final Measured measured;

    PartStream(OutputStream object, boolean gzip) throws IOException {
        this(new Measured(object), gzip);
    }

    private PartStream(Measured measured, boolean gzip) throws IOException {
        super(gzip ? new FastGzip(measured) : new BufferedOutputStream(measured, BUFFER));
        this.measured = measured;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        // The inherited method hands on one byte at a time.
        out.write(bytes, from, length);
    }

    /** Writes what is left, and leaves the object open. */
    void finish() throws IOException {
        if (out instanceof FastGzip gzip) {
            gzip.finish();
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        measured.close();
    }

    long size() {
        return measured.size;
    }

    /** In lower-case hexadecimal digits. */
    String md5() {
        return HexFormat.of().formatHex(measured.digest());
    }

    private static final class Measured extends FilterOutputStream {
        private final MessageDigest digest;
        private long size;

        Measured(OutputStream out) {
            super(out);
            try {
                digest = MessageDigest.getInstance("MD5");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has MD5", e);
            }
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            digest.update(bytes, from, length);
            size += length;
        }

        byte[] digest() {
            try {
                return ((MessageDigest) digest.clone()).digest();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("A digest of the JDK can be copied", e);
            }
        }
    }
}
