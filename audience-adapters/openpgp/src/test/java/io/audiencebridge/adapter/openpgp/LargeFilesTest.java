// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.MemorySink;
import io.audiencebridge.contractkit.MemorySource;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Cipher;
import io.vavr.control.Either;
import org.junit.jupiter.api.Test;

/** More than memory holds. */
class LargeFilesTest {
    private static final long SIZE = (1L << 31) + 4321;
    private static final byte[] ZEROS = new byte[1 << 20];

    /** Two gigabytes of one letter are some nine million bytes of message, and pass through a heap of one gigabyte in both directions. */
    @Test
    void a_file_larger_than_the_heap_passes_through() {
        Cipher cipher = Ciphers.of(Keys.usual());
        MemorySink target = MemorySink.ample();
        ByteSink sink = cipher.encrypting(target, "file").get();
        for (long left = SIZE; left > 0; left -= ZEROS.length) {
            sink.write(ZEROS, 0, (int) Math.min(left, ZEROS.length)).get();
        }
        sink.finish().get();

        ByteSource source =
                cipher.decrypting(MemorySource.of(target.bytes()), "file.pgp").get();
        long seen = 0;
        Either<BridgeError, Integer> read = source.read(ZEROS, 0, ZEROS.length);
        while (read.isRight() && read.get() != ByteSource.END) {
            seen += read.get();
            read = source.read(ZEROS, 0, ZEROS.length);
        }

        assertThat(read.isRight()).as(read.toString()).isTrue();
        assertThat(seen).isEqualTo(SIZE);
        assertThat(target.bytes()).hasSizeLessThan(20_000_000);
    }
}
