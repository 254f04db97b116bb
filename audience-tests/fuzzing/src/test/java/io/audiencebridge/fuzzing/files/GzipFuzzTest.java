// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.contractkit.MemorySource;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.fuzzing.Watched;

/** A file whose name says gzip. It may expand to a thousand times its size; nothing but the reader's buffer may grow. */
class GzipFuzzTest {
    private static final Codec CODEC = new GzipCodecFactory().open(Runnable::run);

    @FuzzTest
    void any_file_is_expanded_or_refused(byte[] input) {
        byte[] buffer = new byte[8192];
        Watched.reading(input.length, () -> {
            try (ByteSource source = CODEC.expanding(MemorySource.of(input), "rows.gz")) {
                boolean more = true;
                while (more) {
                    more = source.read(buffer, 0, buffer.length).exists(count -> count != ByteSource.END);
                }
            }
        });
    }
}
