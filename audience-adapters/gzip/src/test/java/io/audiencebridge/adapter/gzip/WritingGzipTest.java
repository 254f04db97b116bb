// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.MemorySink;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that others read. */
class WritingGzipTest {
    private static final GzipSettings USUAL = GzipSettings.standard();
    private static final int CHUNK = USUAL.chunkBytes();
    private static final int STEP = 1000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 5_242_897})
    void the_jdk_reads_the_one_member(int size) {
        byte[] content = Gzips.digits(size);

        byte[] file = Gzips.ours(content, STEP, USUAL, Runnable::run);

        assertThat(Gzips.readByTheJdk(file)).isEqualTo(content);
    }

    @Test
    void what_cannot_be_compressed_grows_by_next_to_nothing() {
        byte[] content = new byte[3 * CHUNK + 5];
        new Random(7).nextBytes(content);

        byte[] file = Gzips.ours(content, STEP, USUAL, Runnable::run);

        assertThat(Gzips.readByTheJdk(file)).isEqualTo(content);
        assertThat(file).hasSizeLessThan(content.length + content.length / 500);
    }

    @Test
    void the_bytes_depend_on_content_and_settings_only() {
        byte[] content = Gzips.digits(30 * CHUNK + 123);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (boolean huffmanOnly : new boolean[] {false, true}) {
                GzipSettings settings =
                        GzipSettings.builder().huffmanOnly(huffmanOnly).build();
                byte[] alone = Gzips.ours(content, STEP, settings, Runnable::run);

                assertThat(Gzips.ours(content, STEP, settings, two)).isEqualTo(alone);
                assertThat(Gzips.ours(content, 3 * CHUNK + 1, settings, two)).isEqualTo(alone);
                assertThat(Gzips.ours(content, STEP, inFlight(settings, 1), two))
                        .isEqualTo(alone);
            }
        } finally {
            two.shutdown();
        }
    }

    @Test
    void an_executor_that_never_runs_anything_or_refuses_stops_nobody() {
        byte[] content = Gzips.digits(20 * CHUNK);

        byte[] idle = Gzips.ours(content, STEP, USUAL, task -> {});
        byte[] refused = Gzips.ours(content, STEP, USUAL, task -> {
            throw new RejectedExecutionException("full");
        });

        assertThat(Gzips.readByTheJdk(idle)).isEqualTo(content);
        assertThat(refused).isEqualTo(idle);
    }

    @Test
    void work_that_the_executor_begins_too_late_changes_nothing() {
        byte[] content = Gzips.digits(40 * CHUNK);
        ArrayDeque<Runnable> waiting = new ArrayDeque<>();

        byte[] late = Gzips.ours(content, STEP, inFlight(USUAL, 3), task -> {
            waiting.add(task);
            if (waiting.size() > 5) {
                waiting.remove().run();
            }
        });
        waiting.forEach(Runnable::run);

        assertThat(Gzips.readByTheJdk(late)).isEqualTo(content);
    }

    /** 100 MB in flight would be needed if pieces were not held back. */
    @Test
    void no_more_pieces_wait_than_the_settings_allow() {
        ArrayDeque<Runnable> waiting = new ArrayDeque<>();
        MemorySink target = MemorySink.ample();
        ByteSink sink = GzipCodec.of(inFlight(USUAL, 4), waiting::add).get().compressing(target);
        byte[] chunk = Gzips.digits(CHUNK);

        for (int written = 1; written <= 10; written++) {
            sink.write(chunk, 0, CHUNK).get();

            assertThat(target.bytes().length > 0).as("after %d pieces", written).isEqualTo(written >= 4);
        }
        sink.finish().get();

        assertThat(Gzips.readByTheJdk(target.bytes())).hasSize(10 * CHUNK);
    }

    @Test
    void the_header_tells_neither_time_nor_operating_system() {
        assertThat(header(USUAL)).containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 0xff);
        assertThat(header(GzipSettings.builder().level(6).build()))
                .containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
        assertThat(header(GzipSettings.builder().level(9).build()))
                .containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff);
    }

    @Test
    void several_members_are_a_setting() {
        byte[] content = Gzips.digits(5000);
        GzipSettings settings =
                GzipSettings.builder().severalMembers(true).chunkBytes(1024).build();

        byte[] file = Gzips.ours(content, STEP, settings, Runnable::run);
        byte[] first = Gzips.ours(Arrays.copyOf(content, 1024), STEP, settings, Runnable::run);

        assertThat(file).startsWith(first);
        assertThat(Gzips.readByTheJdk(file)).isEqualTo(content);
        assertThat(Gzips.readByTheJdk(first)).hasSize(1024);
    }

    @Test
    void a_higher_level_is_smaller() {
        byte[] content = Gzips.digits(100_000);
        byte[] twice = Gzips.joined(content, content);

        assertThat(Gzips.ours(twice, STEP, GzipSettings.builder().level(9).build(), Runnable::run))
                .hasSizeLessThan(Gzips.ours(twice, STEP, USUAL, Runnable::run).length);
    }

    @Test
    void every_mistake_in_the_settings_is_told_at_once() {
        GzipSettings wrong = GzipSettings.builder()
                .level(0)
                .chunkBytes(1000)
                .chunksInFlight(0)
                .build();

        BridgeError error = GzipCodec.of(wrong, Runnable::run).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("level: 0 is out", "chunkBytes: 1000 is out", "chunksInFlight: 0 is out");
    }

    private static GzipSettings inFlight(GzipSettings settings, int chunks) {
        return GzipSettings.builder().from(settings).chunksInFlight(chunks).build();
    }

    private static int[] header(GzipSettings settings) {
        byte[] file = Gzips.ours(Gzips.digits(10), STEP, settings, Runnable::run);
        int[] header = new int[10];
        Arrays.setAll(header, at -> file[at] & 0xff);
        return header;
    }
}
