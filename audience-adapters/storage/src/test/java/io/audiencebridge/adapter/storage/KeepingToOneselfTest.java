// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to disk is its owner's alone, and what is temporary is gone afterwards, whatever went wrong. */
class KeepingToOneselfTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void files_and_folders_of_a_home_are_their_owners_alone() throws Exception {
        Path place = folder.resolve("a").resolve("home");
        HomeFolder home = HomeFolder.at(place).get();
        home.journal().save(run()).get();
        home.suppressions()
                .add(new Suppressed("c".repeat(32), new IdSetBuilder().add(1, 2).build()))
                .get();

        for (Path each : all(place)) {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
            assertThat(permissions).as("%s", each).isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
        }
    }

    @Test
    void a_record_that_cannot_be_put_in_its_place_leaves_nothing_behind() throws Exception {
        HomeFolder home = HomeFolder.at(folder).get();
        Files.createDirectories(folder.resolve("journal").resolve("run-1.run").resolve("in the way"));

        assertThat(home.journal().save(run()).isLeft()).isTrue();

        assertThat(files(folder)).isEmpty();
    }

    @Test
    void a_copy_of_recipients_whose_reading_fails_leaves_nothing_behind() throws Exception {
        var indexes = new RecipientIndexFolderFactory()
                .open(folder.toString(), Secret.of("a secret for the copies"))
                .get();

        var built = indexes.rebuild(
                new IndexPage(new ConnectionName("crm"), "visitor"),
                new IndexStamp("here", NOW),
                new FailingRows(),
                Calls.ample());

        assertThat(built.isLeft()).isTrue();
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void a_file_of_an_exchange_is_its_owners_alone_while_it_is_written_and_gone_when_it_fails() throws Exception {
        try (FileExchange exchange =
                new FolderExchangeFactory().open(FolderSettings.of(folder)).get()) {
            ByteSink sink = exchange.create("name", Calls.ample()).get();
            sink.write(new byte[10], 0, 10).get();

            Path draft = files(folder).get(0);
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(draft));
            String above = PosixFilePermissions.toString(Files.getPosixFilePermissions(draft.getParent()));
            Files.createDirectory(folder.resolve("name"));
            boolean finished = sink.finish().isRight();

            assertThat(permissions).isEqualTo("rw-------");
            assertThat(above).isEqualTo("rwx------");
            assertThat(finished).isFalse();
            assertThat(files(folder)).isEmpty();
        }
    }

    private static RunRecord run() {
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(RunState.PLANNED)
                .started(NOW)
                .updated(NOW)
                .build();
    }

    private static List<Path> files(Path below) throws Exception {
        return all(below).stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> all(Path below) throws Exception {
        try (Stream<Path> found = Files.walk(below)) {
            return found.toList();
        }
    }

    /** One batch, and then an error. */
    private static final class FailingRows implements KeySource {
        private boolean begun;

        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            if (begun) {
                return Either.left(BridgeError.LocalFailure.of("The rows end here, as the test has it"));
            }
            begun = true;
            TextKeysBuilder rows = new TextKeysBuilder();
            rows.recipient(0, 1).key(new byte[16], 0, 16, (byte) 0);
            return Either.right(Option.some(rows.build()));
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
