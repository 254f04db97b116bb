// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide "large bases" shows of this engine. */
final class GuideTest {
    @Test
    void an_engine_with_bounds_opens(@TempDir Path scratch) {
        DuckEngineSettings engine = DuckEngineSettings.builder()
                .memoryBytes(2L << 30)
                .temporaryFolder(scratch)
                .mostTemporaryBytes(50L << 30)
                .threads(4)
                .build();

        ReconciliationEngine opened = Engines.open(engine);

        assertThat(opened).isNotNull();
    }
}
