// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.MemorySource;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deflate data that zlib wrote, and data that nobody should have written: expanded as zlib expands it, and refused where zlib refuses it. */
class ExpandingTest {
    private static final int[] STRATEGIES = {Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY};

    @Test
    void what_zlib_writes_by_any_level_and_strategy_comes_back() {
        for (int number = 0; number < 600; number++) {
            Random random = new Random(number);
            byte[] content = content(random);

            byte[] packed = packed(content, random);

            assertThat(Arrays.equals(expanded(packed, random), content))
                    .as("content %d", number)
                    .isTrue();
        }
    }

    @Test
    void what_is_damaged_is_expanded_or_refused_as_by_zlib() {
        int refused = 0;
        for (int number = 0; number < 2000; number++) {
            Random random = new Random(number);
            byte[] packed = packed(content(random), random);
            int hits = 1 + random.nextInt(3);
            for (int hit = 0; hit < hits; hit++) {
                // Half of them near the beginning, where words are told.
                int reach = random.nextBoolean() ? Math.min(80, packed.length) : packed.length;
                packed[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
            }

            byte[] byZlib = byZlib(packed);

            assertThat(Arrays.equals(expanded(packed, random), byZlib))
                    .as("content %d", number)
                    .isTrue();
            refused += byZlib == null ? 1 : 0;
        }
        assertThat(refused).isBetween(300, 1990);
    }

    @Test
    void noise_is_expanded_or_refused_as_by_zlib() {
        for (int number = 0; number < 5000; number++) {
            Random random = new Random(number);
            byte[] noise = new byte[1 + random.nextInt(400)];
            random.nextBytes(noise);
            // A last block with words of its own: most others end at once.
            noise[0] = (byte) ((noise[0] & ~7) | (number % 4 == 0 ? 3 : 5));

            assertThat(Arrays.equals(expanded(noise, random), byZlib(noise)))
                    .as("noise %d", number)
                    .isTrue();
        }
    }

    @Test
    void blocks_of_ten_bits_and_no_content_are_passed_over() {
        int blocks = 200_000;
        BitSet bits = new BitSet();
        for (int block = 0; block < blocks; block++) {
            bits.set(10 * block + 1);
        }
        bits.set(10 * (blocks - 1));
        byte[] packed = Arrays.copyOf(bits.toByteArray(), 10 * blocks / Byte.SIZE);

        assertThat(expanded(packed, new Random(1))).isEmpty();
        assertThat(byZlib(packed)).isEmpty();
    }

    @Test
    void data_cut_anywhere_is_refused() {
        Random random = new Random(5);
        byte[] packed = packed(content(random), random);

        for (int length = 0; length < packed.length; length++) {
            Either<BridgeError, byte[]> read = read(Arrays.copyOf(packed, length), 1000, 7);

            assertThat(read.isLeft())
                    .as("cut at %d of %d", length, packed.length)
                    .isTrue();
            assertThat(read.getLeft().message()).contains("ends in the middle");
        }
    }

    /** Null when it was refused. */
    private static byte @Nullable [] expanded(byte[] packed, Random random) {
        return read(packed, 1 + random.nextInt(5000), 1 + random.nextInt(3000)).getOrNull();
    }

    /** As one member whose trailer is not looked at; the file gives {@code served} bytes at a time. */
    private static Either<BridgeError, byte[]> read(byte[] packed, int piece, int served) {
        Expander expander = new Expander(new PackedBytes(new Serving(MemorySource.of(packed), served), "folder/x.gz"));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] room = new byte[piece];
        expander.begin();
        try {
            for (int count = expander.expand(room, 0, piece); count > 0; count = expander.expand(room, 0, piece)) {
                content.write(room, 0, count);
            }
            return Either.right(content.toByteArray());
        } catch (Unreadable unreadable) {
            return Either.left(unreadable.error());
        }
    }

    private static byte @Nullable [] byZlib(byte[] packed) {
        Inflater inflater = new Inflater(true);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] room = new byte[4096];
        try {
            inflater.setInput(packed);
            while (!inflater.finished()) {
                int count = inflater.inflate(room);
                if (count == 0 && !inflater.finished()) {
                    return null;
                }
                content.write(room, 0, count);
            }
            return content.toByteArray();
        } catch (DataFormatException refused) {
            return null;
        } finally {
            inflater.end();
        }
    }

    /** Digits, text, noise, runs of one byte or of a few, and what mixes them. */
    private static byte[] content(Random random) {
        byte[] content = new byte[random.nextInt(random.nextInt(8) == 0 ? 200_000 : 3000)];
        int letters = 1 + random.nextInt(random.nextBoolean() ? 16 : 256);
        int period = 1 + random.nextInt(300);
        for (int at = 0; at < content.length; at++) {
            boolean again = at >= period && random.nextInt(100) < 10 * (period % 10);
            content[at] = again ? content[at - period] : (byte) ('0' + random.nextInt(letters));
        }
        return content;
    }

    private static byte[] packed(byte[] content, Random random) {
        Deflater deflater = new Deflater(random.nextInt(10), true);
        deflater.setStrategy(STRATEGIES[random.nextInt(STRATEGIES.length)]);
        int flush = random.nextInt(3) == 0 ? Deflater.SYNC_FLUSH : Deflater.NO_FLUSH;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] room = new byte[content.length + 1000];
        int step = 1 + random.nextInt(5000);
        for (int from = 0; from < content.length; from += step) {
            deflater.setInput(content, from, Math.min(step, content.length - from));
            while (!deflater.needsInput()) {
                packed.write(room, 0, deflater.deflate(room, 0, room.length, flush));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(room, 0, deflater.deflate(room));
        }
        deflater.end();
        return packed.toByteArray();
    }

    /** Serves few bytes at a time, as a connection does. */
    private record Serving(ByteSource source, int most) implements ByteSource {
        @Override
        public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
            return source.read(into, from, Math.min(length, most));
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
