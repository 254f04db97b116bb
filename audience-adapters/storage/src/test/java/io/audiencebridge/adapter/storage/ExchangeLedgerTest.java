// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.contractkit.LedgerContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.service.ExchangeLedger;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The domain's ledger in a file exchange, here of a folder: what it writes is what a home writes, and each reads the other's. */
final class ExchangeLedgerTest extends LedgerContract {
    private static final RunId RUN = new RunId("run-1");
    private static final LedgerKey PAGE =
            new LedgerKey(new AudienceRef(new ConnectionName("cloud"), "../../ü 7"), 14016);

    @TempDir
    Path folder;

    @Override
    protected ExchangeLedger open() {
        return in(folder);
    }

    /** A ledger in the file exchange of a folder. */
    static ExchangeLedger in(Path folder) {
        return new ExchangeLedger(
                new FolderExchangeFactory().open(FolderSettings.of(folder)).get(), Calls::ample);
    }

    @Override
    protected ExchangeLedger reopen() {
        return open();
    }

    @Test
    void its_files_are_those_of_a_home(@TempDir Path home) throws IOException {
        IdSet many = many();

        open().keep(PAGE, RUN, many).get();
        HomeFolder.at(home).get().ledger().keep(PAGE, RUN, many).get();

        Path file = Path.of("cloud", "2e2e2f2e2e2fc3bc2037", "14016", "run-1.fingerprints");
        assertThat(folder.resolve(file))
                .hasSize(16L * many.size())
                .hasSameBinaryContentAs(home.resolve("ledger").resolve(file));
    }

    @Test
    void what_a_home_kept_is_read(@TempDir Path home) {
        IdSet many = many();
        HomeFolder.at(home).get().ledger().keep(PAGE, RUN, many).get();

        IdSet found = in(home.resolve("ledger")).kept(PAGE, RUN).get();

        assertThat(found.size()).isEqualTo(many.size());
        assertThat(found.minus(many).size()).isZero();
    }

    @Test
    void a_run_that_keeps_the_same_again_leaves_its_file_as_it_is() throws IOException {
        open().keep(PAGE, RUN, many()).get();
        Path file = folder.resolve(open().kept().get().single().name());
        FileTime before = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
        Files.setLastModifiedTime(file, before);

        assertThat(open().keep(PAGE, RUN, many()).get()).isEqualTo(RUN);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);

        open().keep(PAGE, RUN, new IdSetBuilder().add(1, 2).build()).get();
        assertThat(open().kept(PAGE, RUN).get().size()).isEqualTo(1);
    }

    @Test
    void a_file_that_was_cut_is_an_error_and_not_a_smaller_set() throws IOException {
        open().keep(PAGE, RUN, many()).get();
        Path file = folder.resolve(open().kept().get().single().name());
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100_001));

        BridgeError error = open().kept(PAGE, RUN).getLeft();

        assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(error.message()).contains("run-1.fingerprints", "cut short at 100001 bytes");
    }

    @Test
    void files_of_others_are_neither_listed_nor_erased() throws IOException {
        open().keep(PAGE, RUN, many()).get();
        KeptThing ours = open().kept().get().single();
        for (String name : new String[] {"notes", "cloud/zz/14016/run-1.fingerprints", ours.name() + ".old"}) {
            Files.writeString(
                    Files.createDirectories(folder.resolve(name).getParent())
                            .resolve(folder.resolve(name).getFileName()),
                    "theirs");
        }

        assertThat(open().kept().get()).containsExactly(ours);
        assertThat(open().runs(PAGE).get()).containsExactly(RUN);
        assertThat(open().erase(KeptThing.builder().from(ours).name("notes").build())
                        .get())
                .isFalse();
        assertThat(folder.resolve("notes")).exists();
    }

    private static IdSet many() {
        Random random = new Random(7);
        IdSetBuilder ids = new IdSetBuilder();
        for (int i = 0; i < 10_000; i++) {
            ids.add(random.nextLong(), random.nextLong());
        }
        return ids.build();
    }
}
