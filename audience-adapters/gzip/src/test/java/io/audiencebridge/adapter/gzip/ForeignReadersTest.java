// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our files read by programs of others that are installed. Run with {@code -Pforeign-gzip}; a program that is missing is a failure. */
@Tag("foreign-gzip")
class ForeignReadersTest {
    private static final int SMALL_FILES = 4000;

    /** Expands every file X.gz of a folder and compares it with X; tells how many there were. */
    private static final String PYTHON = """
            import glob, sys, zlib
            files = glob.glob(sys.argv[1] + '/*.gz')
            for name in files:
                expander = zlib.decompressobj(31)
                got = expander.decompress(open(name, 'rb').read()) + expander.flush()
                assert expander.eof and expander.unused_data == b'', name
                assert got == open(name[:-3], 'rb').read(), name
            print(len(files))
            """;

    private static final String NODE = """
            const fs = require('node:fs');
            const zlib = require('node:zlib');
            const files = fs.readdirSync(process.argv[1]).filter((name) => name.endsWith('.gz'));
            for (const name of files) {
              const path = process.argv[1] + '/' + name;
              const got = zlib.gunzipSync(fs.readFileSync(path));
              if (!got.equals(fs.readFileSync(path.slice(0, -3)))) throw new Error(name);
            }
            console.log(files.length);
            """;

    private static final String GZIP = """
            set -o pipefail
            cd "$0" && gzip -t *.gz && gzip -dc *.gz | cmp - <(for name in *.gz; do echo "${name%.gz}"; done | xargs cat) && ls *.gz | wc -l
            """;

    @TempDir
    private static Path folder;

    private static int count;

    @BeforeAll
    static void write() throws IOException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int number = 0; number < SMALL_FILES; number++) {
                GzipSettings settings =
                        GzipSettings.builder().chunkBytes(1024 << number % 6).build();
                put(AlikeRows.any(100_000 + number), settings, two);
            }
            put(AlikeRows.visitors(1_000_000), GzipSettings.standard(), two);
            put(new byte[0], GzipSettings.standard(), two);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void python_reads_them_by_zlib() throws Exception {
        assertThat(run("python3", "-c", PYTHON, folder.toString())).isEqualTo(Integer.toString(count));
    }

    @Test
    void node_reads_them() throws Exception {
        assertThat(run("node", "-e", NODE, folder.toString())).isEqualTo(Integer.toString(count));
    }

    @Test
    void gzip_reads_them() throws Exception {
        assertThat(run("bash", "-c", GZIP, folder.toString())).isEqualTo(Integer.toString(count));
    }

    private static void put(byte[] content, GzipSettings settings, ExecutorService threads) throws IOException {
        Files.write(folder.resolve(Integer.toString(count)), content);
        Files.write(folder.resolve(count + ".gz"), Gzips.ours(content, 1 + count % 5000, settings, threads));
        count++;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("exit code of %s", command[0]).isZero();
        return said;
    }
}
