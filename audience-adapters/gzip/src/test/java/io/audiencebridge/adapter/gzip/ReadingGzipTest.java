// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that others wrote. */
class ReadingGzipTest {
    private static final byte[] TEXT = Gzips.digits(200_000);
    private static final int HEADER = 10;

    @Test
    void one_member_of_the_jdk_is_read() {
        assertThat(Gzips.expanded(Gzips.byTheJdk(TEXT)).get()).isEqualTo(TEXT);
        assertThat(Gzips.expanded(Gzips.byTheJdk(new byte[0])).get()).isEmpty();
    }

    @Test
    void several_members_are_one_content() {
        byte[] three = Gzips.joined(Gzips.byTheJdk(TEXT), Gzips.byTheJdk(new byte[0]), Gzips.byTheJdk(TEXT));

        assertThat(Gzips.expanded(three).get()).isEqualTo(Gzips.joined(TEXT, TEXT));
    }

    @Test
    void all_optional_parts_of_a_header_are_skipped() {
        byte[] file = Gzips.joined(checkedHeader(), withoutHeader(TEXT));

        assertThat(Gzips.expanded(file).get()).isEqualTo(TEXT);
    }

    @Test
    void a_header_with_another_checksum_is_refused() {
        byte[] file = Gzips.joined(checkedHeader(), withoutHeader(TEXT));
        file[4] ^= 1;

        assertThat(told(file)).contains("has another checksum than its gzip header");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x40, 0x80})
    void a_flag_that_nobody_knows_is_refused(int flag) {
        byte[] file = Gzips.byTheJdk(TEXT);
        file[3] |= (byte) flag;

        assertThat(told(file)).contains("is not gzip all through");
    }

    @Test
    void another_way_of_compression_is_refused() {
        byte[] file = Gzips.byTheJdk(TEXT);
        file[2] = 7;

        assertThat(told(file)).contains("is not gzip all through");
    }

    @Test
    void zeros_behind_the_last_member_are_padding() {
        assertThat(Gzips.expanded(Gzips.joined(Gzips.byTheJdk(TEXT), new byte[1000]))
                        .get())
                .isEqualTo(TEXT);
        assertThat(told(new byte[1000])).contains("is not gzip all through");
    }

    @Test
    void an_empty_file_is_no_gzip_file() {
        assertThat(told(new byte[0])).startsWith("File folder/x.gz ends in the middle of its gzip data");
    }

    @Test
    void a_second_member_cut_anywhere_is_an_error() {
        byte[] small = Gzips.byTheJdk(Gzips.digits(40));
        byte[] two = Gzips.joined(small, small);

        for (int length = small.length + 1; length < two.length; length++) {
            assertThat(told(Arrays.copyOf(two, length)))
                    .as("cut at %d of %d", length, two.length)
                    .contains("ends in the middle");
        }
    }

    @Test
    void a_changed_byte_of_content_or_checksum_is_an_error() {
        byte[] zipped = Gzips.byTheJdk(Gzips.digits(40));

        for (int at = HEADER; at < zipped.length; at++) {
            byte[] damaged = zipped.clone();
            damaged[at] ^= 0x20;

            assertThat(Gzips.expanded(damaged).isLeft()).as("byte %d", at).isTrue();
        }
    }

    /** A small file that expands to four gigabytes: read in a heap that holds a fraction of it, and its length overflows the trailer's 32 bits. */
    @Test
    void a_bomb_takes_no_memory() {
        long size = (4L << 30) + 12_345;
        Bomb bomb = new Bomb(size);
        ByteSource source = new GzipSource(bomb, "bomb.gz");
        byte[] room = new byte[1 << 20];
        long seen = 0;

        Either<BridgeError, Integer> read = source.read(room, 0, room.length);
        while (read.isRight() && read.get() != ByteSource.END) {
            seen += read.get();
            read = source.read(room, 0, room.length);
        }

        assertThat(read.isRight()).as(read.toString()).isTrue();
        assertThat(seen).isEqualTo(size);
        assertThat(bomb.given()).isLessThan(20 << 20);
    }

    private static String told(byte[] file) {
        BridgeError error = Gzips.expanded(file).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        return error.message();
    }

    private static byte[] withoutHeader(byte[] content) {
        byte[] plain = Gzips.byTheJdk(content);
        return Arrays.copyOfRange(plain, HEADER, plain.length);
    }

    /** Extra field, name, comment and checksum. */
    private static byte[] checkedHeader() {
        byte[] header = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3, 2, 0, 9, 9, 'n', 0, 'c', 'c', 0};
        CRC32 checksum = new CRC32();
        checksum.update(header);
        byte[] sum = {(byte) checksum.getValue(), (byte) (checksum.getValue() >>> 8)};
        return Gzips.joined(header, sum);
    }
}
