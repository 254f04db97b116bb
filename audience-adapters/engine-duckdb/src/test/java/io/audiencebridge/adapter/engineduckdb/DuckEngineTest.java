// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.ReconciliationEngineContract;
import io.audiencebridge.domain.spi.engine.EngineFactory;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckEngineTest extends ReconciliationEngineContract {
    private static final long MEMORY = Long.getLong("large.memory", 64L << 20);

    @TempDir
    private Path folder;

    @Override
    protected ReconciliationEngine open() {
        return Engines.open(DuckEngineSettings.builder()
                .temporaryFolder(folder)
                .memoryBytes(MEMORY)
                .threads(2)
                .build());
    }

    @Override
    protected int worlds() {
        return 30;
    }

    @AfterEach
    void nothing_is_left_behind() throws Exception {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_bridge_finds_its_factory() {
        assertThat(ServiceLoader.load(EngineFactory.class).stream().map(ServiceLoader.Provider::type))
                .containsExactly(DuckEngineFactory.class);
    }
}
