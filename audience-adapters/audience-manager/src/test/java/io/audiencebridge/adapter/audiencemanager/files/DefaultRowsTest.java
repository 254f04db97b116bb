// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the default template (SEMANTICS S5). Segment 24 has the alias {@code gold}; {@code ?} is a line that cannot be decided. */
final class DefaultRowsTest {
    private static final String UNDECIDABLE = "?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u 24",
                "u 24 ",
                "u 24 7",
                "u 1,24",
                "u 24,1",
                "u 1,24,2 3,4",
                "u gold",
                "u 1,gold 9",
                "u 24 24",
                "u 1,,24",
                "u ,24,"
            })
    void a_row_that_names_the_segment_as_current_is_a_member(String row) {
        assertThat(read(row + "\n")).containsExactly("u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u  24",
                "u 1 24",
                "u 1 2,24",
                "u  1,gold",
                "u 240",
                "u 2",
                "u 124",
                "u 1,2,4",
                "u Gold",
                "u goldx",
                "u ",
                "u  ",
                "u , "
            })
    void a_row_of_other_segments_or_of_a_leaver_is_not_read(String row) {
        assertThat(read(row + "\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u",
                "24",
                " 24",
                " u 24",
                "u 24 1 2",
                "u  24  7",
                "u 24  ",
                "u\t24",
                "u 24\t7",
                "u 24\r7",
                "u 24\0",
                "u 1 24 gold",
                "u\r 24"
            })
    void a_line_that_cannot_be_decided_is_never_an_add(String row) {
        assertThat(read(row + "\n")).containsExactly(UNDECIDABLE);
    }

    @Test
    void lines_end_with_either_line_end_and_the_last_with_nothing() {
        assertThat(read("a 24\r\nb 24\nc 1\r\nd 24")).containsExactly("a", "b", "d");
        assertThat(read("a 24\r")).containsExactly("a");
    }

    @Test
    void blank_lines_are_no_rows() {
        assertThat(read("\n\r\n  \na 24\n\n\n")).containsExactly("a");
        assertThat(read("")).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_skipped_and_only_there() {
        assertThat(read("\uFEFFa 24\n\uFEFFb 24\n")).containsExactly("a", "\uFEFFb");
        assertThat(read("\uFF21 24\n")).containsExactly("\uFF21");
    }

    @Test
    void header_lines_are_no_rows_even_blank_ones() {
        assertThat(read(reader(2), "\nu 24\na 24\n", 7)).containsExactly("a");
    }

    @Test
    void an_id_keeps_its_characters() {
        assertThat(read("a,b;é=ü 24\n")).containsExactly("a,b;é=ü");
    }

    @Test
    void a_line_of_any_length_is_read() {
        String many = "123456789,".repeat(500_000);

        assertThat(read("a " + many + "24 " + many + "\nb " + many + "\n")).containsExactly("a");
    }

    @Test
    void an_id_longer_than_any_key_cannot_be_decided() {
        String longest = "x".repeat(KeyTranslator.LONGEST);

        assertThat(read(longest + " 24\n" + longest + "x 24\n")).containsExactly(longest, UNDECIDABLE);
    }

    @Test
    void the_result_does_not_depend_on_how_the_bytes_arrive() {
        String text = "\uFEFFa 24\r\nb  24\nlost\n\né gold,7 1\nc 1,24\r\nd 24 1 2\n\uFF21 24";
        List<String> whole = read(text);

        assertThat(whole).containsExactly("a", UNDECIDABLE, "é", "c", UNDECIDABLE, "\uFF21");
        for (int step = 1; step < 20; step++) {
            assertThat(read(reader(0), text, step)).as("in steps of %d", step).isEqualTo(whole);
        }
    }

    @Test
    void random_files_give_what_an_independent_count_gives() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            for (int row = 0; row < 50; row++) {
                append(random, seed + "-" + row, text, expected);
            }

            assertThat(read(reader(0), text.toString(), 1 + random.nextInt(300)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static void append(Random random, String id, StringBuilder text, List<String> expected) {
        List<String> current = segments(random);
        int shape = random.nextInt(4);
        text.append(id).append(shape == 0 ? "" : " " + String.join(",", current));
        text.append(shape >= 2 ? " " + String.join(",", segments(random)) : "").append(shape == 3 ? " 24" : "");
        text.append(random.nextBoolean() ? "\n" : "\r\n");
        if (shape == 0 || shape == 3) {
            expected.add(UNDECIDABLE);
        } else if (current.contains("24") || current.contains("gold")) {
            expected.add(id);
        }
    }

    private static List<String> segments(Random random) {
        List<String> all = List.of("24", "gold", "2", "240", "go", "x", "goldgold");
        return random.ints(random.nextInt(4), 0, all.size()).mapToObj(all::get).toList();
    }

    private static List<String> read(String text) {
        return read(reader(0), text, Integer.MAX_VALUE);
    }

    private static List<String> read(DefaultRows reader, String text, int step) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TextKeysBuilder rows = new TextKeysBuilder();
        for (int from = 0; from < bytes.length; from += Math.min(step, bytes.length)) {
            byte[] piece = Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, (long) from + step));
            reader.read(piece, piece.length, rows);
        }
        reader.endFile(rows);
        return strings(rows.build());
    }

    private static List<String> strings(TextKeys batch) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            int start = batch.start(row);
            rows.add(
                    batch.has(row, TextKeys.UNDECIDABLE)
                            ? UNDECIDABLE
                            : new String(batch.text(), start, batch.end(row) - start, StandardCharsets.UTF_8));
        }
        return rows;
    }

    private static DefaultRows reader(int headerLines) {
        return new DefaultRows(
                new byte[][] {"24".getBytes(StandardCharsets.UTF_8), "gold".getBytes(StandardCharsets.UTF_8)},
                headerLines,
                false);
    }
}
