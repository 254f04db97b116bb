// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class GunzipTest {
    private static final byte[] TEXT = text(200_000);

    @Test
    void one_member_is_unzipped() throws IOException {
        assertThat(unzip(zip(TEXT)).get()).isEqualTo(TEXT);
        assertThat(unzip(zip(new byte[0])).get()).isEmpty();
    }

    @Test
    void several_members_are_one_content() throws IOException {
        byte[] three = join(zip(TEXT), join(zip(new byte[0]), zip(TEXT)));

        assertThat(unzip(three).get()).isEqualTo(join(TEXT, TEXT));
    }

    @Test
    void all_optional_parts_of_a_header_are_skipped() throws IOException {
        byte[] plain = zip(TEXT);
        byte[] header = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3, 2, 0, 9, 9, 'n', 0, 'c', 'c', 0, 7, 7};

        assertThat(unzip(join(header, Arrays.copyOfRange(plain, 10, plain.length)))
                        .get())
                .isEqualTo(TEXT);
    }

    @Test
    void zeros_behind_the_last_member_are_padding() throws IOException {
        assertThat(unzip(join(zip(TEXT), new byte[1000])).get()).isEqualTo(TEXT);
    }

    @Test
    void a_file_cut_anywhere_is_an_error() throws IOException {
        byte[] small = zip(text(40));
        for (int length = 0; length < small.length; length++) {
            assertThat(unzip(Arrays.copyOf(small, length)).isLeft())
                    .as("cut at %d of %d", length, small.length)
                    .isTrue();
        }
    }

    @Test
    void a_second_member_cut_anywhere_is_an_error() throws IOException {
        byte[] small = zip(text(40));
        byte[] two = join(small, small);
        for (int length = small.length + 1; length < two.length; length++) {
            assertThat(unzip(Arrays.copyOf(two, length)).isLeft())
                    .as("cut at %d of %d", length, two.length)
                    .isTrue();
        }
    }

    @Test
    void a_changed_byte_of_content_or_checksum_is_an_error() throws IOException {
        byte[] zipped = zip(text(40));
        for (int at = 10; at < zipped.length; at++) {
            byte[] damaged = zipped.clone();
            damaged[at] ^= 0x20;
            assertThat(unzip(damaged).isLeft()).as("byte %d", at).isTrue();
        }
    }

    @Test
    void other_bytes_behind_a_member_are_an_error() throws IOException {
        assertThat(unzip(join(zip(TEXT), "garbage".getBytes(StandardCharsets.UTF_8)))
                        .isLeft())
                .isTrue();
        assertThat(unzip(TEXT).getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    private static Either<BridgeError, byte[]> unzip(byte[] zipped) {
        Random random = new Random(zipped.length);
        ByteArrayInputStream in = new ByteArrayInputStream(zipped);
        ByteSource source = new ByteSource() {
            @Override
            public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
                return Either.right(in.read(into, from, Math.min(length, 1 + random.nextInt(700))));
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[1000];
        try (Gunzip gunzip = new Gunzip(source, "x.gz")) {
            while (true) {
                Either<BridgeError, Integer> read = gunzip.read(chunk, 0, chunk.length);
                if (read.isLeft()) {
                    return Either.left(read.getLeft());
                }
                if (read.get() == ByteSource.END) {
                    return Either.right(out.toByteArray());
                }
                out.write(chunk, 0, read.get());
            }
        }
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] text(int size) {
        Random random = new Random(size);
        byte[] text = new byte[size];
        for (int i = 0; i < size; i++) {
            text[i] = (byte) ('0' + random.nextInt(10));
        }
        return text;
    }
}
