// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.storage.HomeFolder;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFilesTest {
    private static final LedgerKey PAGE = new LedgerKey(new AudienceRef(new ConnectionName("cloud"), "7"), 14016);

    @TempDir
    private Path folder;

    @Test
    void what_no_file_of_a_home_holds_is_what_the_set_in_memory_leaves() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Path home = folder.resolve("home-" + seed);
            Ledger ledger = HomeFolder.at(home).get().ledger();
            IdSetBuilder shared = new IdSetBuilder();
            for (int run = 0; run < random.nextInt(5); run++) {
                IdSet kept = ids(random);
                ledger.keep(PAGE, new RunId("run-" + run), kept).get();
                shared.addAll(kept);
            }
            IdSet keys = ids(random);

            IdSet rest = LedgerFiles.of(files(home)).without(keys).get();

            assertSame(rest, keys.minus(shared.build()));
        }
    }

    @Test
    void a_file_that_is_cut_short_or_not_sorted_or_gone_is_an_error_that_names_it() throws IOException {
        IdSet keys = new IdSetBuilder().add(1, 1).build();
        Path cut = Files.write(folder.resolve("cut"), new byte[17]);
        byte[] backwards = new byte[32];
        backwards[0] = 1;
        Path unsorted = Files.write(folder.resolve("unsorted"), backwards);

        assertThat(message(cut, keys)).contains("cut short at 17 bytes", cut.toString());
        assertThat(message(unsorted, keys)).contains("not sorted", unsorted.toString());
        assertThat(message(folder.resolve("gone"), keys)).contains("gone", "NoSuchFile");
    }

    private static String message(Path file, IdSet keys) {
        return LedgerFiles.of(Vector.of(file)).without(keys).getLeft().message();
    }

    private static IdSet ids(Random random) {
        IdSetBuilder ids = new IdSetBuilder();
        int size = random.nextInt(random.nextInt(10) == 0 ? 30_000 : 100);
        for (int i = 0; i < size; i++) {
            ids.add(random.nextInt(5) - 2, random.nextLong() >> random.nextInt(64));
        }
        return ids.build();
    }

    private static Vector<Path> files(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return Vector.ofAll(all.filter(Files::isRegularFile).toList());
        }
    }

    private static void assertSame(IdSet found, IdSet expected) {
        assertThat(found.size()).isEqualTo(expected.size());
        assertThat(found.minus(expected).size()).isZero();
    }
}
