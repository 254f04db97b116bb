// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    private Path folder;

    @Test
    void what_a_killed_process_left_is_removed_when_an_engine_starts() throws Exception {
        Process other = other();
        List<Path> left = files();
        assertThat(left).hasSize(3);

        open();
        assertThat(files()).as("while it lives").isEqualTo(left);
        other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        open();
        assertThat(files()).as("after it was killed").isEmpty();
    }

    @Test
    void what_this_process_uses_is_left_alone_and_still_locked() throws IOException {
        try (ScratchFolder scratch = ScratchFolder.under(folder)) {
            open();
            open();

            assertThat(scratch.path()).isDirectory();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_made_is_an_error_that_names_it() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        var answer = new DuckEngineFactory()
                .open(
                        DuckEngineSettings.builder()
                                .temporaryFolder(file.resolve("below"))
                                .build(),
                        Runnable::run,
                        1);

        assertThat(answer.getLeft().message()).contains(file.toString());
    }

    @Test
    void settings_are_refused_with_every_mistake() {
        DuckEngineSettings.Builder settings = DuckEngineSettings.builder();
        settings.temporaryFolder(folder).memoryBytes(5).threads(0).mostTemporaryBytes(-1);

        var answer = new DuckEngineFactory().open(settings.build(), Runnable::run, 1);

        assertThat(answer.getLeft().message()).contains("memoryBytes", "threads", "mostTemporaryBytes");
    }

    private void open() {
        Engines.open(DuckEngineSettings.builder().temporaryFolder(folder).build());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !file.equals(folder)).sorted().toList();
        }
    }

    /** A process that holds a folder with a file in it. */
    private Process other() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('!');
        return process;
    }

    /** Holds a folder until it is killed. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            ScratchFolder scratch = ScratchFolder.under(Path.of(arguments[0]));
            Files.createFile(scratch.path().resolve("duckdb_temp_storage.tmp"));
            System.out.println("!");
            System.out.flush();
            Thread.currentThread().join();
        }
    }
}
