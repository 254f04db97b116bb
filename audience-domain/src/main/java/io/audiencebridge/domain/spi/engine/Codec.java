// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/**
 * Compresses files on their way out and expands them on their way in. No file is held whole: memory is bounded by the codec's settings. Safe for use by
 * several threads, each with its own stream; there is nothing to close.
 */
public interface Codec {
    /** How names of compressed files end, without the dot: {@code gz}. */
    String ending();

    /**
     * A sink whose bytes arrive in {@code target} compressed. Its {@code finish} ends the compressed stream and then finishes {@code target}; its {@code abort}
     * aborts {@code target}. What {@code target} answers left is answered left.
     */
    ByteSink compressing(ByteSink target);

    /**
     * The expanded bytes of {@code source}, whatever the number of its members; closing it closes {@code source}. Reading answers left {@code ProtocolBreach}
     * when the bytes are damaged or end too early; what was read before is then of no worth.
     *
     * @param name the file's name, for messages
     */
    ByteSource expanding(ByteSource source, String name);
}
