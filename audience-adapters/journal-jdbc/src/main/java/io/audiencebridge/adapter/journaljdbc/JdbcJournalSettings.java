// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.domain.spi.engine.JournalSettings;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.immutables.value.Value;

/** Which database holds the journal: exactly one of a file, an address and a data source. */
@HouseValue
@Value.Immutable
public interface JdbcJournalSettings extends JournalSettings {
    /** A database file of H2's, without its ending; made if it is not there. For one process at a time. */
    Optional<Path> file();

    /**
     * The JDBC address of a PostgreSQL or H2 database, without a password. To PostgreSQL on another machine the line is encrypted and its certificate checked
     * ({@code sslmode=verify-full}) unless the address says otherwise.
     */
    Optional<String> url();

    /** Who signs in at {@link #url}. */
    Optional<String> user();

    /** With what. */
    Optional<Secret> password();

    /** Connections of the application's own, to PostgreSQL or H2; it is not closed with the bridge. */
    Optional<DataSource> dataSource();

    /** Connections held open to a {@link #file} or {@link #url}, at most; 4 by default. */
    @Value.Default
    default int mostConnections() {
        return 4;
    }

    /** How long to wait for a connection; 30 seconds by default, a quarter of a second at least. */
    @Value.Default
    default Duration patience() {
        return Duration.ofSeconds(30);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds settings. */
    final class Builder extends ImmutableJdbcJournalSettings.Builder {
        Builder() {}
    }
}
