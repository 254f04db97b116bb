// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.contractkit.FactoryContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.JournalFactory;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

final class JdbcJournalFactoryTest extends FactoryContract<JdbcJournalSettings> {
    private static final String PASSWORD = "p8e-0815-4711";

    @TempDir
    private Path folder;

    @Override
    protected Class<?> port() {
        return JournalFactory.class;
    }

    @Override
    protected Class<?> factory() {
        return JdbcJournalFactory.class;
    }

    @Override
    protected Class<JdbcJournalSettings> settings() {
        return new JdbcJournalFactory().settings();
    }

    @Override
    protected JdbcJournalSettings sound() {
        return JdbcJournalSettings.builder().file(folder.resolve("journal")).build();
    }

    @Override
    protected JdbcJournalSettings broken() {
        return JdbcJournalSettings.builder()
                .url("jdbc:oracle:thin:@there")
                .user("acme")
                .password(Secret.of(PASSWORD))
                .mostConnections(0)
                .build();
    }

    @Override
    protected List<String> mistakes() {
        return List.of("journal.url", "journal.mostConnections");
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD);
    }

    @Override
    protected Either<BridgeError, ?> open(JdbcJournalSettings settings) {
        return new JdbcJournalFactory().open(settings);
    }
}
