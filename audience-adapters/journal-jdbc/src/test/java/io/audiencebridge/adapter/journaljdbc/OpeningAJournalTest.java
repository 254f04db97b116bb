// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.JournalStore;
import io.audiencebridge.domain.system.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningAJournalTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void every_mistake_is_told_at_once() {
        var settings = JdbcJournalSettings.builder()
                .file(Path.of("journal;INIT=RUNSCRIPT FROM 'there'"))
                .password(Secret.of("hunter2hunter2"))
                .url("jdbc:oracle:thin:@there")
                .mostConnections(0)
                .patience(Duration.ZERO)
                .build();

        String told = refused(settings);

        assertThat(told).contains("exactly one", "semicolon", "jdbc:postgresql:", "0 is none", "PT0S is too short");
        assertThat(settings + told).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://there/db?password=hunter2",
                "jdbc:postgresql://ann:hunter2@there/db",
                "jdbc:h2:mem:db;PASSWORD=hunter2"
            })
    void a_password_in_an_address_is_refused_and_not_repeated(String url) {
        String told = refused(JdbcJournalSettings.builder().url(url).build());

        assertThat(told).contains("holds a password").doesNotContain("hunter2");
    }

    @Test
    void a_server_that_is_not_there_is_unavailable_and_can_be_tried_again() {
        var settings = JdbcJournalSettings.builder()
                .url("jdbc:postgresql://127.0.0.1:1/db")
                .user("ann")
                .password(Secret.of("hunter2"))
                .build();

        BridgeError error = new JdbcJournalFactory().open(settings).getLeft();

        assertThat(error).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(error.message()).contains("08001").doesNotContain("hunter2");
    }

    @Test
    void a_file_that_another_process_has_open_is_a_conflict() throws Exception {
        Path file = folder.resolve("journal");
        try (Child child = Child.run(HoldingAFile.class, file.toString())) {
            assertThat(child.next()).isEqualTo("open");

            BridgeError error = new JdbcJournalFactory()
                    .open(JdbcJournalSettings.builder().file(file).build())
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.Conflict.class);
            assertThat(error.message()).contains("one process at a time", "PostgreSQL");
        }
    }

    @Test
    void what_was_written_is_there_after_a_kill_at_once() throws Exception {
        Path file = folder.resolve("journal");
        try (Child child = Child.run(HoldingAFile.class, file.toString())) {
            assertThat(child.next()).isEqualTo("open");
            child.tell("write");
            assertThat(child.next()).isEqualTo("written");
        }

        try (JournalStore store = new JdbcJournalFactory()
                .open(JdbcJournalSettings.builder().file(file).build())
                .get()) {
            assertThat(store.journal().find(new RunId("run-499")).get()).isNotEmpty();
            assertThat(store.journal().all().get()).hasSize(500);
        }
    }

    @Test
    void a_journal_in_a_data_source_of_the_applications_own_leaves_it_open() throws Exception {
        var source = new org.h2.jdbcx.JdbcDataSource();
        source.setURL("jdbc:h2:mem:own;DB_CLOSE_DELAY=-1");
        JournalStore store = new JdbcJournalFactory()
                .open(JdbcJournalSettings.builder().dataSource(source).build())
                .get();
        store.journal().save(record(1)).get();

        store.close();

        try (var connection = source.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(store.journal().all().get()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example.com/runs, verify-full",
        "'jdbc:postgresql://127.0.0.1:5432,db.example.com/runs', verify-full",
        "jdbc:postgresql://localhost.example.com/runs, verify-full",
        "jdbc:postgresql://db.example.com/runs?sslmode=require, ",
        "jdbc:postgresql://localhost:5432/runs, ",
        "jdbc:postgresql://[::1]:5432/runs, ",
        "jdbc:postgresql:runs, ",
        "jdbc:h2:mem:runs, "
    })
    void the_line_to_another_machine_is_encrypted_and_checked_unless_the_address_says_otherwise(
            String url, String mode) {
        assertThat(PostgresDefaults.of(url).get("sslmode")).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999999999Z",
                "2026-11-01T12:00:00.000000001Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void moments_survive_to_the_nanosecond(String moment) {
        Instant instant = Instant.parse(moment);

        assertThat(Moments.read(Moments.write(instant))).isEqualTo(instant);
    }

    private static String refused(JdbcJournalSettings settings) {
        BridgeError error = new JdbcJournalFactory().open(settings).getLeft();
        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        return error.message();
    }

    private static RunRecord record(int number) {
        return RunRecord.builder()
                .run(new RunId("run-" + number))
                .state(RunState.PLANNED)
                .started(NOON)
                .updated(NOON)
                .build();
    }

    /** Opens a journal, and writes to it when told. */
    static final class HoldingAFile {
        private HoldingAFile() {}

        public static void main(String[] arguments) throws Exception {
            JournalStore store = new JdbcJournalFactory()
                    .open(JdbcJournalSettings.builder()
                            .file(Path.of(arguments[0]))
                            .build())
                    .get();
            Child.say("open");
            Child.hear();
            for (int i = 0; i < 500; i++) {
                store.journal().save(record(i)).get();
            }
            Child.say("written");
            Child.hear();
        }
    }
}
