// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingAHomeTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final RunId RUN = new RunId("run-1");
    private static final LedgerKey PAGE =
            new LedgerKey(new AudienceRef(new ConnectionName("cloud"), "../../ü 7"), 14016);

    @TempDir
    Path folder;

    private HomeFolder home;

    @BeforeEach
    void open() {
        home = HomeFolder.at(folder.resolve("home")).get();
    }

    @Test
    void a_damaged_record_is_told_by_its_file() throws IOException {
        home.journal().save(record(RUN, NOON).build()).get();
        Path file = folder.resolve("home/journal/run-1.run");
        Files.writeString(file, "run=run-1\nstate=NOWHERE\n");

        var error = home.journal().find(RUN).getLeft();

        assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(error.message()).contains("run-1.run", "damaged");
    }

    @Test
    void an_audience_id_cannot_lead_out_of_the_home() throws IOException {
        home.ledger().keep(PAGE, RUN, IdSet.EMPTY).get();

        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(folder.resolve("home"));
        }
    }

    @Test
    void a_ledger_file_that_was_cut_short_is_an_error_and_not_a_smaller_set() throws IOException {
        home.ledger().keep(PAGE, RUN, new IdSetBuilder().add(1, 2).build()).get();
        try (Stream<Path> files = Files.walk(folder)) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.write(file, new byte[9]);
        }

        assertThat(home.ledger().kept(PAGE, RUN).getLeft().message()).contains("cut short at 9 bytes");
    }

    @Test
    void a_home_that_cannot_be_made_is_told_by_its_path() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        var error = HomeFolder.at(file.resolve("home")).getLeft();

        assertThat(error.message()).contains(file.toString());
    }

    private static RunRecord.Builder record(RunId run, Instant started) {
        return RunRecord.builder()
                .run(run)
                .state(RunState.PLANNED)
                .started(started)
                .updated(started);
    }
}
