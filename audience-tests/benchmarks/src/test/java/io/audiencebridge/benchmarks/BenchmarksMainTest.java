// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line; figures are for a quiet machine, not for a test. */
class BenchmarksMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_name_that_nobody_knows_is_answered_with_all_of_them() throws Exception {
        assertThat(run("campaign-raed")).isEqualTo(2);
        assertThat(text(err)).contains("campaign-read", "campaign-replace", "inbound-write", "--members");
    }

    @Test
    void an_option_that_nobody_knows_and_a_number_that_is_none_are_told() throws Exception {
        assertThat(run("campaign-read", "--row", "7")).isEqualTo(1);
        assertThat(run("campaign-read", "--page", "0")).isEqualTo(1);
        assertThat(text(err)).contains("'--row'", "--page needs a number", "'0'");
        assertThat(text(out)).isEmpty();
    }

    /** A small one is no figure, but all four sides write and agree. */
    @Test
    void inbound_writing_compares_its_sides_and_ends_with_the_ratio() throws Exception {
        int code = run("inbound-write", "--members", "20000", "--rounds", "1");

        assertThat(text(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(text(out))
                .contains("equal: 20000 rows", "our writer:", "StringBuilder", "String.format", "DuckDB")
                .containsPattern("\\nratio inbound-write \\d+\\.\\d\n$");
    }

    /** A small one is no figure, but encrypted files say what the others do. */
    @Test
    void an_encrypted_share_is_compared_with_what_others_write() throws Exception {
        int code = run("export", "--members", "20000", "--rounds", "1", "--keys", "sha256", "--pgp", "yes");

        assertThat(text(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(text(out))
                .contains("compressed and encrypted by OpenPGP", "equal: 20000 rows", "our share:", "DuckDB")
                .containsPattern("\nratio export-size \\d+\\.\\d\\d\n$");
    }

    @Test
    void a_share_is_encrypted_or_not() throws Exception {
        assertThat(run("export", "--pgp", "perhaps")).isEqualTo(1);
        assertThat(text(err)).contains("--pgp is no or yes, not 'perhaps'");
    }

    /** A small one is no figure, but both sides find the same. */
    @Test
    void a_daily_import_compares_its_sides_and_ends_with_the_ratio() throws Exception {
        int code = run("incremental", "--members", "3000", "--recipients", "8000", "--parts", "2", "--rounds", "1");

        assertThat(text(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(text(out))
                .contains("equal: ", "read=3000", "everybody read anew:", "kept copy:")
                .containsPattern("\\nratio incremental \\d+\\.\\d\\d\n$");
    }

    /** A small one is no figure, but what changed in a Campaign since the copy was made is what reading all of it finds. */
    @Test
    void a_daily_import_from_campaign_compares_its_sides_and_ends_with_the_ratio() throws Exception {
        int code = run(
                "incremental",
                "--source",
                "campaign",
                "--members",
                "2000",
                "--recipients",
                "3000",
                "--page",
                "1000",
                "--rounds",
                "1");

        assertThat(text(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(text(out))
                .contains("from Campaign in pages of 1000", "equal: ", "read=2000", "kept copy:")
                .containsPattern("\\nratio incremental-campaign \\d+\\.\\d\\d\n$");
    }

    @Test
    void recipients_come_from_files_or_from_campaign() throws Exception {
        assertThat(run("incremental", "--source", "ftp")).isEqualTo(1);
        assertThat(text(err)).contains("--source is files or campaign, not 'ftp'");
    }

    /** A small one is no figure, but four engines find the same. */
    @Test
    void matching_compares_its_engines_and_ends_with_the_ratios() throws Exception {
        String engines = "ours,hashmap,duckdb-integer,duckdb-varchar";
        int code = run(
                "reconcile",
                "--members",
                "20000",
                "--recipients",
                "40000",
                "--rounds",
                "1",
                "--parts",
                "2",
                "--engine",
                engines);

        assertThat(text(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(text(out))
                .containsPattern("equal: .*\\d")
                .containsPattern("\nratio reconcile-cpu-duckdb-varchar \\d+\\.\\d\\d\n")
                .containsPattern("\nratio reconcile-wall-duckdb-integer \\d+\\.\\d\\d\n")
                .containsPattern("\nratio reconcile-wall-hashmap \\d+\\.\\d\\d\n")
                .containsPattern("\nfigure reconcile-bytes-allocated-per-row \\d+\\.\\d\n$");
    }

    @Test
    void a_side_on_spark_says_how_to_get_spark_before_it_makes_any_files(@TempDir Path folder) throws Exception {
        Path files = folder.resolve("files");

        assertThat(run("reconcile", "--engine", "ours,spark", "--spark", folder.toString(), "--dir", files.toString()))
                .isEqualTo(1);
        assertThat(text(err)).contains("there are none in", folder.toString(), "./mvnw -q -Pspark", "--spark");
        assertThat(text(out)).isEmpty();
        assertThat(files).doesNotExist();
    }

    @Test
    void an_engine_that_nobody_knows_is_answered_with_all_of_them() throws Exception {
        assertThat(run("reconcile", "--engine", "ours,sparc")).isEqualTo(1);
        assertThat(text(err)).contains("'sparc'", "duckdb-integer", "ours-spark");
    }

    /** A small one is no figure, but what is found is what arithmetic says. */
    @Test
    void growth_is_held_to_arithmetic_and_ends_with_the_ratio() throws Exception {
        int code = run("scale", "--members", "20000", "--recipients", "40000", "--rounds", "1", "--heap", "1");

        assertThat(text(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(text(out))
                .contains("equal: matched 11", "repeated 400, people ")
                .containsPattern("\nratio scale-growth \\d+\\.\\d\\d\n$");
    }

    /** So few that the JVM itself needs most of the heap. */
    @Test
    void the_smallest_heap_is_looked_for_by_halving_and_ends_with_the_ratio() throws Exception {
        int code = run("heap", "--members", "200000", "--recipients", "20000");

        assertThat(text(err)).isEmpty();
        assertThat(code).isZero();
        assertThat(text(out))
                .contains("196,000 have a key of their own", "MiB: passed in ", "smallest heap: ")
                .containsPattern("\nratio heap-bytes-per-key \\d+\\.\\d\n$");
    }

    @Test
    void options_have_their_numbers_unless_given() {
        var options = Options.read(new String[] {"--page", "7"}, Map.of("page", 1, "pairs", 3), Map.of("keys", "ecid"));

        assertThat(options.number("page")).isEqualTo(7);
        assertThat(options.number("pairs")).isEqualTo(3);
        assertThat(options.text("keys")).isEqualTo("ecid");
        assertThatThrownBy(() -> options.number("other")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void samples_tell_their_middle_and_whether_they_are_quiet() {
        var samples = new Samples();
        samples.add(12);
        samples.add(10);
        samples.add(11);

        assertThat(samples.median()).isEqualTo(11);
        assertThat(samples.isQuiet()).isTrue();
        samples.add(40);
        assertThat(samples.median()).isEqualTo(11.5);
        assertThat(samples.isQuiet()).isFalse();
        assertThat(samples).hasToString("median 12 (10 to 40)");
    }

    private int run(String... arguments) throws Exception {
        return BenchmarksMain.run(arguments, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
