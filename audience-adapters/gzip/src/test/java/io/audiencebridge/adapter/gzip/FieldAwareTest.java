// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Pieces of rows that look alike. */
class FieldAwareTest {
    private static final GzipSettings USUAL = GzipSettings.standard();
    private static final GzipSettings SEARCHING =
            GzipSettings.builder().fieldAware(false).build();

    @Test
    void files_of_ids_are_smaller_than_those_of_level_6() {
        byte[] content = AlikeRows.visitors(40_000);

        byte[] file = Gzips.ours(content, 53, USUAL, Runnable::run);

        assertThat(Gzips.readByTheJdk(file)).isEqualTo(content);
        assertThat(file).hasSizeLessThan(Gzips.byTheJdk(content).length * 92 / 100);
    }

    @Test
    void the_bytes_depend_on_content_and_settings_only() {
        byte[] content = AlikeRows.visitors(60_000);
        byte[] alone = Gzips.ours(content, 53, USUAL, Runnable::run);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            assertThat(Gzips.ours(content, 1_000_003, USUAL, two)).isEqualTo(alone);
            assertThat(Gzips.ours(content, 4711, USUAL, two)).isEqualTo(alone);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void text_is_left_to_the_search() {
        byte[] sequence = numbers(20_000, "customer-%08d\td_sid=1\n");
        byte[] words = "Never gonna give you up, never gonna let you down\n"
                .repeat(5000)
                .getBytes(StandardCharsets.UTF_8);

        for (byte[] content : new byte[][] {sequence, words, numbers(30_000, "%010d\n"), new byte[100_000]}) {
            assertThat(Gzips.ours(content, 1000, USUAL, Runnable::run))
                    .isEqualTo(Gzips.ours(content, 1000, SEARCHING, Runnable::run));
        }
    }

    /** The sample sees ids only; the rest is longer than it was, were it written by its words. */
    @Test
    void a_piece_that_grows_is_left_to_the_search() {
        byte[] content = AlikeRows.visitors(1000);
        for (int at = 0; at < content.length; at += 53) {
            boolean sampled = at % (content.length / 16) < 6 * 53;
            if (!sampled) {
                Arrays.fill(content, at, at + 52, (byte) 'x');
            }
        }

        assertThat(Gzips.ours(content, 1000, USUAL, Runnable::run))
                .isEqualTo(Gzips.ours(content, 1000, SEARCHING, Runnable::run));
    }

    /** A sixth of them are of rows alike enough: else nothing would be tried here. */
    @Test
    void thousands_of_pieces_are_inflated_to_what_they_were() throws DataFormatException {
        RowDeflater deflater = new RowDeflater();
        int alike = 0;
        int pieces = 2000;
        for (int number = 0; number < pieces; number++) {
            byte[] content = AlikeRows.any(number);
            byte[] packed = new byte[content.length + RowDeflater.ROOM + 3];

            int end = deflater.deflate(content, content.length, packed, 3, true);

            if (end != RowDeflater.UNLIKE) {
                alike++;
                assertThat(inflated(packed, 3, end, content.length))
                        .as("piece %d", number)
                        .isEqualTo(content);
            }
        }
        assertThat(alike).isGreaterThan(pieces / 6);
    }

    @Test
    void thousands_of_files_are_read_by_us_and_by_the_jdk() {
        for (int number = 0; number < 1000; number++) {
            byte[] content = AlikeRows.any(10_000 + number);
            GzipSettings settings = GzipSettings.builder()
                    .chunkBytes(1024 << number % 5)
                    .severalMembers(number % 7 == 0)
                    .build();

            byte[] file = Gzips.ours(content, 1 + number % 3000, settings, Runnable::run);

            assertThat(Gzips.readByTheJdk(file)).as("content %d", number).isEqualTo(content);
            assertThat(Gzips.expanded(file).get()).as("content %d", number).isEqualTo(content);
        }
    }

    private static byte[] inflated(byte[] packed, int from, int to, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, from, to - from);
            byte[] content = new byte[length + 1];
            int at = 0;
            while (!inflater.finished() && !inflater.needsInput()) {
                at += inflater.inflate(content, at, content.length - at);
            }
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(content, at);
        } finally {
            inflater.end();
        }
    }

    private static byte[] numbers(int rows, String format) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(String.format(format, row));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
