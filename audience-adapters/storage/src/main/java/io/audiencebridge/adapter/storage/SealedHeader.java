// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The clear beginning of an encrypted file: a mark, the version, when the copy was built, the copy's salt and the file's. All of it is authenticated with every chunk.
 *
 * @param built when, in milliseconds
 * @param copy the copy's salt
 * @param file the file's salt
 */
@SuppressWarnings("ArrayRecordComponent") // headers are never compared
record SealedHeader(long built, byte[] copy, byte[] file) {
    /** The version that is written and read. */
    static final int VERSION = 3;

    /** Bytes of a header. */
    static final int BYTES = 2 * Integer.BYTES + Long.BYTES + 2 * IndexKeys.SALT;

    private static final int MARK = 0x41425249;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of the first file of a new copy. */
    static SealedHeader ofNewCopy(long built) {
        return new SealedHeader(built, salt(), salt());
    }

    /** Of another file of the same copy. */
    SealedHeader another() {
        return new SealedHeader(built, copy, salt());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putInt(MARK)
                .putInt(VERSION)
                .putLong(built)
                .put(copy)
                .put(file)
                .array();
    }

    /** Reads a header. Fails with {@link Unusable} for what is none, or one of another version. */
    static SealedHeader read(DataInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(BYTES);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (bytes.length < BYTES || header.getInt() != MARK) {
            throw new Unusable("it is damaged");
        }
        int version = header.getInt();
        if (version != VERSION) {
            throw new Unusable("it is of version " + version + ", not " + VERSION);
        }
        int salts = BYTES - 2 * IndexKeys.SALT;
        return new SealedHeader(
                header.getLong(),
                Arrays.copyOfRange(bytes, salts, salts + IndexKeys.SALT),
                Arrays.copyOfRange(bytes, salts + IndexKeys.SALT, BYTES));
    }

    private static byte[] salt() {
        byte[] salt = new byte[IndexKeys.SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Why a file cannot be used, in the words of {@code IndexState.Unusable}. */
    static final class Unusable extends IOException {
        private static final long serialVersionUID = 1;

        Unusable(String because) {
            super(because);
        }

        String because() {
            return String.valueOf(getMessage());
        }
    }
}
