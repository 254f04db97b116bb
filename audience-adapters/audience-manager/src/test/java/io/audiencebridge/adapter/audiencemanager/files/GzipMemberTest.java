// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GzipMemberTest {
    private static final int STEP = 1000;

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, GzipMember.CHUNK - 1, GzipMember.CHUNK, GzipMember.CHUNK + 1, 20 * GzipMember.CHUNK + 17})
    void what_was_written_comes_back(int size) throws IOException {
        byte[] content = digits(size);

        assertThat(unzipped(zipped(content, STEP, Runnable::run))).isEqualTo(content);
    }

    @Test
    void what_cannot_be_compressed_comes_back() throws IOException {
        byte[] content = new byte[3 * GzipMember.CHUNK + 5];
        new Random(7).nextBytes(content);

        assertThat(unzipped(zipped(content, STEP, Runnable::run))).isEqualTo(content);
    }

    @Test
    void the_bytes_depend_on_the_content_only() {
        byte[] content = digits(30 * GzipMember.CHUNK + 123);
        byte[] alone = zipped(content, STEP, Runnable::run);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            assertThat(zipped(content, STEP, two)).isEqualTo(alone);
            assertThat(zipped(content, 3 * STEP + 1, two)).isEqualTo(alone);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void an_executor_that_never_runs_anything_or_refuses_stops_nobody() throws IOException {
        byte[] content = digits(20 * GzipMember.CHUNK);

        assertThat(unzipped(zipped(content, STEP, task -> {}))).isEqualTo(content);
        assertThat(unzipped(zipped(content, STEP, task -> {
                    throw new RejectedExecutionException("full");
                })))
                .isEqualTo(content);
    }

    @Test
    void the_header_tells_neither_time_nor_operating_system() {
        assertThat(Arrays.copyOf(zipped(digits(10), STEP, Runnable::run), 10))
                .containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 0xff);
    }

    private static byte[] zipped(byte[] content, int step, Executor executor) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GzipMember member = new GzipMember(executor, (bytes, from, length) -> {
            out.write(bytes, from, length);
            return Either.right(length);
        });
        for (int from = 0; from < content.length; from += step) {
            byte[] piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + step));
            assertThat(member.write(piece, piece.length).isRight()).isTrue();
        }
        assertThat(member.finish().isRight()).isTrue();
        return out.toByteArray();
    }

    private static byte[] unzipped(byte[] zipped) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readAllBytes();
        }
    }

    private static byte[] digits(int size) {
        Random random = new Random(size);
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) ('0' + random.nextInt(10));
        }
        return content;
    }
}
