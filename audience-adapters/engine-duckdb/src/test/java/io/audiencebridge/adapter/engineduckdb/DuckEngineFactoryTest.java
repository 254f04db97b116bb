// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.EngineFactory;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

final class DuckEngineFactoryTest extends FactoryContract<DuckEngineSettings> {
    @TempDir
    private Path folder;

    @Override
    protected Class<?> port() {
        return EngineFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return DuckEngineFactory.class;
    }

    @Override
    protected Class<DuckEngineSettings> settings() {
        return new DuckEngineFactory().settings();
    }

    @Override
    protected DuckEngineSettings sound() {
        return DuckEngineSettings.builder().temporaryFolder(folder).build();
    }

    @Override
    protected DuckEngineSettings broken() {
        return DuckEngineSettings.builder()
                .temporaryFolder(folder)
                .threads(0)
                .mostTemporaryBytes(-1)
                .build();
    }

    @Override
    protected List<String> mistakes() {
        return List.of("threads", "mostTemporaryBytes");
    }

    @Override
    protected List<String> secrets() {
        return List.of();
    }

    @Override
    protected Either<BridgeError, ?> open(DuckEngineSettings settings) {
        return new DuckEngineFactory().open(settings, Runnable::run, 1);
    }
}
