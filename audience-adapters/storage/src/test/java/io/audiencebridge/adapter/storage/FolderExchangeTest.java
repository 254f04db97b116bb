// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.contractkit.FileExchangeContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.audiencebridge.domain.spi.engine.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderExchangeTest extends FileExchangeContract {
    @TempDir
    Path folder;

    @Override
    protected FileExchange open() {
        return new FolderExchangeFactory().open(FolderSettings.of(folder)).get();
    }

    @Test
    void the_factory_is_found_as_a_service() {
        assertThat(ServiceLoader.load(FileExchangeFactory.class))
                .hasAtLeastOneElementOfType(FolderExchangeFactory.class);
    }

    @Test
    void a_folder_that_is_not_there_is_refused_and_not_created() {
        var error = new FolderExchangeFactory()
                .open(FolderSettings.of(folder.resolve("missing")))
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains(folder.resolve("missing").toString(), "create it");
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void a_file_that_another_program_put_there_is_listed_and_read() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("theirs")).resolve("file"), "content");

        try (FileExchange exchange = open()) {
            StoredFile listed = exchange.list("theirs/", Calls.ample()).get().single();

            // The digest is the published SHA-256 of these seven bytes.
            assertThat(listed.contentTag())
                    .isEqualTo("ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73");
        }
    }

    @Test
    void a_file_cut_short_while_it_is_read_is_an_error_and_not_an_end() throws IOException {
        Files.write(folder.resolve("file"), new byte[100]);

        try (FileExchange exchange = open();
                ByteSource source = exchange.read("file", Calls.ample()).get()) {
            Files.write(folder.resolve("file"), new byte[40]);
            source.read(new byte[100], 0, 100).get();

            assertThat(source.read(new byte[100], 0, 100).getLeft().message()).contains("40 of 100 bytes");
        }
    }

    @Test
    void nothing_of_a_finished_or_given_up_file_stays_behind() throws IOException {
        try (FileExchange exchange = open()) {
            exchange.create("given-up", Calls.ample()).get().abort();
            ByteSink sink = exchange.create("finished", Calls.ample()).get();
            sink.finish().get();
        }

        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(folder.resolve("finished"));
        }
    }

    @Test
    void the_folder_of_unfinished_files_is_no_place_for_names() {
        try (FileExchange exchange = open()) {
            assertThat(exchange.create(".unfinished/x", Calls.ample()).getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
        }
    }
}
