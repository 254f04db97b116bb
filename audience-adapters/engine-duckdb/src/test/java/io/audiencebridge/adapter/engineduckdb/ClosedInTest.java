// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.reconcile.KeyPacker;
import io.audiencebridge.domain.reconcile.MatchTask;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database of the engine may take and may not do, asked of DuckDB itself. */
class ClosedInTest {
    private static final int MEMORY = 64 << 20;
    private static final int DISK = 5 << 20;
    private static final int ROWS = 3000;

    @TempDir
    private Path scratch;

    private final Call call = Engines.call(Duration.ofMinutes(1));
    private Database database;

    @BeforeEach
    void open() throws SQLException {
        DuckEngineSettings settings = DuckEngineSettings.builder()
                .temporaryFolder(scratch)
                .memoryBytes(MEMORY)
                .threads(2)
                .build();
        database = Database.open(settings, scratch, DISK, call);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void memory_disk_and_threads_are_those_of_the_settings() throws SQLException {
        assertThat(database.numbers("SELECT (current_setting('memory_limit') = '64.0 MiB')::INT,"
                        + " (current_setting('max_temp_directory_size') = '5.0 MiB')::INT,"
                        + " (current_setting('temp_directory') = '" + scratch + "')::INT,"
                        + " current_setting('threads')"))
                .containsExactly(1, 1, 1, 2);
    }

    @Test
    void no_extension_is_installed_or_loaded_by_itself() throws SQLException {
        assertThat(
                        database.numbers(
                                "SELECT current_setting('autoinstall_known_extensions')::INT,"
                                        + " current_setting('autoload_known_extensions')::INT,"
                                        + " current_setting('allow_community_extensions')::INT,"
                                        + " current_setting('enable_external_access')::INT, current_setting('lock_configuration')::INT"))
                .containsExactly(0, 0, 0, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSTALL httpfs",
                "LOAD httpfs",
                "SET memory_limit = '1GB'",
                "SET autoinstall_known_extensions = true",
                "SET temp_directory = '/'",
                "COPY (SELECT 1) TO 'out.csv'",
                "CREATE TABLE t AS SELECT * FROM read_csv('https://localhost/rows.csv')",
                "ATTACH 'other.db'"
            })
    void nobody_opens_it(String sql) {
        assertThatThrownBy(() -> database.run(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(Permission Error|configuration has been locked).*");
    }

    @Test
    void keys_and_recipients_are_numbers_and_never_text() throws SQLException {
        MatchTask task = Engines.task(ROWS).build();
        Sieve sieve = new Sieve(ROWS, 1 << 16, 4711);
        Match match = new Match(database, AmbiguityPolicy.ALL);

        match.readMembers(new MemberRows(
                new Feed(task.members(), call, "members"), IdSet.EMPTY, sieve, () -> KeyPacker.ofMembers(task), 2));
        match.readRecipients(new RecipientRows(
                new Feed(task.recipients(), call, "recipients"), sieve, () -> KeyPacker.ofRecipients(task), 2));

        assertThat(columns("table_name IN ('keys', 'hits') AND data_type = 'BIGINT'"))
                .isEqualTo(columns("true"))
                .isEqualTo(7);
        assertThat(match.settle(ROWS, 0).tally().matched()).isEqualTo(ROWS);
        assertThat(columns("data_type NOT IN ('BIGINT', 'INTEGER')")).isZero();
    }

    private long columns(String which) throws SQLException {
        return database.numbers("SELECT count(*) FROM duckdb_columns() WHERE NOT internal AND " + which)[0];
    }
}
