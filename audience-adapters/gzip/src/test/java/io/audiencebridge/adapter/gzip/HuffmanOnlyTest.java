// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.contractkit.CodecContract;
import io.audiencebridge.domain.spi.engine.Codec;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

final class HuffmanOnlyTest extends CodecContract {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @Override
    protected Codec open() {
        GzipSettings settings = GzipSettings.builder()
                .fieldAware(false)
                .huffmanOnly(true)
                .chunkBytes(1024)
                .build();
        return GzipCodec.of(settings, threads).get();
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }
}
