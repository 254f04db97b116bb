// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.SuppressionsContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.spi.engine.Suppressions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderSuppressionsTest extends SuppressionsContract {
    @TempDir
    private Path folder;

    @Override
    protected Suppressions open() {
        return HomeFolder.at(folder).get().suppressions();
    }

    @Override
    protected Suppressions reopen() {
        return open();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 20, 51})
    void a_file_that_is_cut_short_is_never_read_as_nobody(int bytes) throws Exception {
        open().add(new Suppressed("a".repeat(32), new IdSetBuilder().add(1, 2).build()))
                .get();
        Path file = file();
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), bytes));

        BridgeError error = reopen().find().getLeft();

        assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(error.message()).contains("damaged", "backup", "Nobody is shared");
    }

    @Test
    void a_damaged_file_is_not_written_over() throws Exception {
        open().add(new Suppressed("a".repeat(32), new IdSetBuilder().add(1, 2).build()))
                .get();
        Files.write(file(), new byte[] {0});

        var added = open().add(new Suppressed(
                "a".repeat(32), new IdSetBuilder().add(3, 4).build()));

        assertThat(added.isLeft()).isTrue();
        assertThat(file()).hasSize(1);
    }

    private Path file() {
        return folder.resolve("suppressed").resolve("people.digests");
    }
}
