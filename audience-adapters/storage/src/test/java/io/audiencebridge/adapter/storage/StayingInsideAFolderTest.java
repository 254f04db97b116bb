// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name and no link leads out of an exchange's folder. What names of all kinds do, the contract of exchanges says. */
class StayingInsideAFolderTest {
    @TempDir
    private Path folder;

    private Path inside;
    private Path outside;
    private FileExchange exchange;

    @BeforeEach
    void folders() throws Exception {
        inside = Files.createDirectory(folder.resolve("inside"));
        outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "theirs");
        exchange = new FolderExchangeFactory().open(FolderSettings.of(inside)).get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:/x", "c:x", "Z:"})
    void a_name_of_another_disk_is_refused(String name) {
        assertThat(exchange.create(name, Calls.ample()).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(exchange.read(name, Calls.ample()).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    @Test
    void a_link_to_a_file_outside_is_not_listed_read_deleted_or_written() throws Exception {
        Files.createSymbolicLink(inside.resolve("link"), outside.resolve("secret"));

        assertThat(exchange.list("", Calls.ample()).get()).isEmpty();
        assertThat(exchange.read("link", Calls.ample()).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(exchange.delete("link", Calls.ample()).isLeft()).isTrue();
        assertThat(exchange.create("link", Calls.ample()).isLeft()).isTrue();
        assertThat(outside.resolve("secret")).hasContent("theirs");
    }

    @Test
    void a_linked_folder_outside_takes_and_gives_no_files() throws Exception {
        Files.createSymbolicLink(inside.resolve("folder"), outside);

        assertThat(exchange.list("folder/", Calls.ample()).isLeft()).isTrue();
        assertThat(exchange.read("folder/secret", Calls.ample()).isLeft()).isTrue();
        assertThat(exchange.create("folder/new", Calls.ample()).isLeft()).isTrue();
        assertThat(exchange.delete("folder/secret", Calls.ample()).isLeft()).isTrue();
        assertThat(outside.resolve("secret")).exists();
        assertThat(outside.resolve("new")).doesNotExist();
    }

    @Test
    void a_link_within_the_folder_is_a_file_like_any_other() throws Exception {
        Files.writeString(inside.resolve("file"), "ours");
        Files.createSymbolicLink(inside.resolve("link"), inside.resolve("file"));

        assertThat(exchange.list("", Calls.ample()).get().map(StoredFile::name)).containsExactly("file", "link");
        assertThat(exchange.read("link", Calls.ample()).isRight()).isTrue();
    }
}
