// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.contractkit.CodecContract;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.CodecFactory;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** The codec as a bridge finds it. */
final class OneMemberTest extends CodecContract {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @Override
    protected Codec open() {
        return ServiceLoader.load(CodecFactory.class).findFirst().orElseThrow().open(threads);
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }
}
