// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

/** What stands around the data of a member. Neither time nor operating system is told, so that the same content is the same bytes. Source: RFC 1952, 2.3. */
final class Frame {
    /** Bytes of a trailer. */
    static final int TRAILER = 8;

    private static final byte FASTEST = 4;
    private static final byte SMALLEST = 2;
    private static final int HIGHEST_LEVEL = 9;
    private static final byte UNKNOWN_SYSTEM = (byte) 0xff;

    private Frame() {}

    static byte[] header(GzipSettings settings) {
        byte effort = 0;
        if (settings.huffmanOnly() || settings.level() == 1) {
            effort = FASTEST;
        } else if (settings.level() == HIGHEST_LEVEL) {
            effort = SMALLEST;
        }
        return new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, effort, UNKNOWN_SYSTEM};
    }

    /** Writes checksum and length of the raw content to {@code into[at, at + TRAILER)}. */
    static void trailer(long checksum, long length, byte[] into, int at) {
        for (int i = 0; i < TRAILER / 2; i++) {
            into[at + i] = (byte) (checksum >>> (8 * i));
            into[at + TRAILER / 2 + i] = (byte) (length >>> (8 * i));
        }
    }
}
