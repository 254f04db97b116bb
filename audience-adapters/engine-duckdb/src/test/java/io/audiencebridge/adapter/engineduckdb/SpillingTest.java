// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More members than the memory holds. */
class SpillingTest {
    private static final long ROWS = 2_500_000;
    private static final long LITTLE = 64 << 20;

    @TempDir
    private Path folder;

    @AfterEach
    void nothing_is_left_behind() throws IOException {
        assertThat(files()).isEmpty();
    }

    @Test
    void what_does_not_fit_into_memory_goes_to_files_that_only_the_owner_may_read() {
        var watched = new Watched(Engines.rows(ROWS / 4, row -> 8 * row));
        MatchTask task = Engines.task(ROWS).recipients(watched).build();

        var matching = Engines.open(settings().build())
                .match(task, ample())
                .getOrElseThrow(error -> new AssertionError(error.message()));

        assertThat(matching.tally().matched()).isEqualTo(ROWS / 8);
        assertThat(matching.tally().unmatched()).isEqualTo(ROWS - ROWS / 8);
        assertThat(matching.recipients().size()).isEqualTo(ROWS / 8);
        assertThat(watched.temporaryFiles).isPositive();
        assertThat(watched.permissions).containsOnly("rwx------");
    }

    @Test
    void a_disk_that_fills_up_is_a_clear_error_and_the_files_go() {
        var engine = Engines.open(settings().mostTemporaryBytes(1 << 20).build());

        BridgeError error = engine.match(Engines.task(ROWS).build(), ample()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(error.message())
                .contains(
                        "ran out of room",
                        Long.toString(LITTLE),
                        Integer.toString(1 << 20),
                        folder.toString(),
                        "nothing was written");
    }

    @Test
    void a_disk_that_is_full_before_anything_spills_is_the_same_error() {
        BridgeError error = new Room(folder, LITTLE, 1 << 20)
                .failure(new IOException(folder.resolve("lock") + ": No space left on device"));

        assertThat(error.message())
                .contains("ran out of room", folder.toString())
                .doesNotContain("defect");
    }

    @Test
    void more_members_than_memory_and_disk_hold_are_refused_with_the_sizes_before_one_is_read() {
        var engine = Engines.open(settings().mostTemporaryBytes(1 << 20).build());
        MatchTask task = Engines.task(1)
                .expectedMembers(1_000_000_000)
                .members(new Watched(Engines.rows(0, row -> row)) {
                    @Override
                    public Either<BridgeError, Option<TextKeys>> next() {
                        throw new AssertionError("nothing may be read");
                    }
                })
                .build();

        BridgeError error = engine.match(task, ample()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(error.message())
                .contains(
                        "1000000000 members",
                        "96000000000 bytes",
                        Long.toString(LITTLE),
                        Integer.toString(1 << 20),
                        "Spark");
    }

    @Test
    void a_size_that_no_number_of_bytes_holds_is_refused_like_any_other() {
        MatchTask task = Engines.task(1).expectedMembers(Long.MAX_VALUE).build();

        BridgeError error =
                Engines.open(settings().build()).match(task, ample()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(error.message()).contains("9223372036854775807 members");
    }

    @Test
    void a_query_at_work_ends_with_the_calls_time() {
        long begun = System.nanoTime();
        Call call = Engines.call(Duration.ofMillis(700));
        MatchTask task = Engines.task(1)
                .members(Engines.rows(Long.MAX_VALUE, row -> row))
                .build();

        BridgeError error = Engines.open(settings().build()).match(task, call).getLeft();

        assertThat(error).isInstanceOf(BridgeError.DeadlineExceeded.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_source_that_throws_throws_to_the_caller() {
        MatchTask task = Engines.task(1)
                .members(new Watched(Engines.rows(0, row -> row)) {
                    @Override
                    public Either<BridgeError, Option<TextKeys>> next() {
                        throw new IllegalStateException("broken");
                    }
                })
                .build();

        assertThatThrownBy(() -> Engines.open(settings().build()).match(task, ample()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    private DuckEngineSettings.Builder settings() {
        DuckEngineSettings.Builder settings = DuckEngineSettings.builder();
        settings.temporaryFolder(folder).memoryBytes(LITTLE).threads(2);
        return settings;
    }

    private static Call ample() {
        return Engines.call(Duration.ofMinutes(2));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            return left.filter(file -> !file.equals(folder)).toList();
        }
    }

    /** Looks at the folder while rows are read. */
    private class Watched implements KeySource {
        private final KeySource rows;
        private long temporaryFiles;
        private List<String> permissions = List.of();

        Watched(KeySource rows) {
            this.rows = rows;
        }

        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            try {
                List<Path> now = files();
                temporaryFiles = Math.max(
                        temporaryFiles,
                        now.stream()
                                .filter(file -> file.toString().endsWith(".tmp"))
                                .count());
                permissions = now.stream()
                        .filter(Files::isDirectory)
                        .map(Watched::permissions)
                        .toList();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return rows.next();
        }

        @Override
        public void close() {}

        private static String permissions(Path folder) {
            try {
                return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
