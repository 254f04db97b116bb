// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Where connections come from: a pool of our own, or the application's data source. Safe for use by several threads. */
final class Connections implements AutoCloseable {
    private final DataSource source;
    private final Runnable closing;

    private Connections(DataSource source, Runnable closing) {
        this.source = source;
        this.closing = closing;
    }

    /** Left: {@code InvalidRequest} with every mistake, or the database cannot be reached. */
    static Either<BridgeError, Connections> open(JdbcJournalSettings settings) {
        Seq<Violation> mistakes = Mistakes.in(settings);
        if (!mistakes.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(mistakes, Incident.local()));
        }
        if (settings.dataSource().isPresent()) {
            return Either.right(new Connections(settings.dataSource().get(), () -> {}));
        }
        return settings.file()
                .map(file -> made(file).flatMap(folder -> pool(ofFile(file), settings)))
                .orElseGet(() -> pool(ofAddress(settings), settings));
    }

    Connection next() throws SQLException {
        return source.getConnection();
    }

    @Override
    public void close() {
        closing.run();
    }

    private static Either<BridgeError, Connections> pool(HikariConfig config, JdbcJournalSettings settings) {
        config.setPoolName("audience-bridge-journal");
        config.setMaximumPoolSize(settings.mostConnections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.patience().toMillis());
        try {
            HikariDataSource pool = new HikariDataSource(config);
            return Either.right(new Connections(pool, pool::close));
        } catch (HikariPool.PoolInitializationException failed) {
            return Either.left(SqlFailures.of("open", SqlFailures.cause(failed)));
        } catch (RuntimeException noDriver) {
            return Either.left(
                    BridgeError.InvalidRequest.of(
                            "journal.url",
                            "No JDBC driver on the class path takes this address; add org.postgresql:postgresql for PostgreSQL"));
        }
    }

    /** Every commit goes to the file at once; {@link Database} forces it to disk as well. */
    private static HikariConfig ofFile(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000");
        config.setUsername("audience_bridge");
        config.setPassword("");
        return config;
    }

    private static HikariConfig ofAddress(JdbcJournalSettings settings) {
        HikariConfig config = new HikariConfig();
        String url = settings.url().orElseThrow();
        config.setJdbcUrl(url);
        settings.user().ifPresent(config::setUsername);
        settings.password().map(Secret::reveal).ifPresent(config::setPassword);
        PostgresDefaults.of(url).forEach(config::addDataSourceProperty);
        return config;
    }

    private static Either<BridgeError, Path> made(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        try {
            return Either.right(Files.createDirectories(folder));
        } catch (IOException failed) {
            return Either.left(BridgeError.LocalFailure.of("Could not create the journal's folder " + folder + " ("
                    + failed.getClass().getSimpleName() + "); check that the process may write there"));
        }
    }
}
