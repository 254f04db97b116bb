// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows by a destination's own template. Segment 24 has the alias {@code gold}; {@code ?} is a line that cannot be decided, {@code -} marks who left. */
final class TemplateRowsTest {
    private static final String PLAIN =
            "<MCID>;<SEGMENT_LIST; separator=\",\">;<REMOVED_SEGMENT_LIST; separator=\",\">";
    private static final String TYPED =
            "<PID>\t<MCID>\t<SEGMENT_LIST:{seg|<seg.type>,<seg.sid>,<seg.alias>}; separator=\",\">\t<REMOVED_SEGMENT_LIST:{seg|<seg.sid>}; separator=\",\">";
    private static final String AMPERSANDS =
            "<MCID> <SEGMENT_LIST:{seg|<seg.type>,<seg.alias>,<OUTPUT_ATTRIBUTE_VALUE>,<seg.lastUpdateTime>&}>";
    private static final String CONDITIONAL =
            "<MCID><if(SEGMENT_LIST)> in:<SEGMENT_LIST; separator=\",\"><endif><if(REMOVED_SEGMENT_LIST)> out:<REMOVED_SEGMENT_LIST; separator=\",\"><endif>";
    private static final String PAIRS =
            "<DPUUIDS; format=\"dpids=1111,2222|maxMappings=0|format=json\"> <SEGMENT_LIST; separator=\",\">";
    private static final String LISTED = "<DP_UUID_LIST; separator=\"|\"> <SEGMENT_LIST; separator=\",\">";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "u;24; ~ u",
                "u;1,gold,2;3 ~ u",
                "u;1;24 ~ -u",
                "u;;24 ~ -u",
                "u;; ~ ``",
                "u;240,124;2 ~ ``",
                "u;24;24 ~ ?",
                "u;24 ~ ?",
                "u ~ ?",
                ";24; ~ ?",
                "u;24;; ~ ?",
                "u 24 ~ ?"
            })
    void members_and_leavers_are_told_apart(String row, String expected) {
        assertThat(String.join(" ", changes(PLAIN, row + "\n"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "7#u#5,24,gold#3 ~ u",
                "7#u#5,1,silver,5,24,gold# ~ u",
                "7#u#5,1,silver#24 ~ -u",
                "7#u#5,1,24# ~ ``",
                "7#u#24,1,silver# ~ ``",
                "7#u## ~ ``",
                "7#u#5,24# ~ ?",
                "7#u#5,24,gold,5# ~ ?",
                "7#u#5,24,gold,# ~ ?",
                "7#u#24 ~ ?"
            })
    void an_element_is_read_as_its_template_says(String row, String expected) {
        assertThat(String.join(" ", changes(TYPED, row.replace('#', '\t') + "\n")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "u 5,1,1,1344114661000&5,gold,1,1343250661000 ~ u",
                "u 5,gold,1,1344114661000& ~ u",
                "u 5,goldx,1,1344114661000& ~ ``",
                "u 5,gold,1 ~ ?"
            })
    void the_documents_sample_leaves_the_last_separator_out(String row, String expected) {
        assertThat(String.join(" ", read(AMPERSANDS, row + "\n"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "u in:24 ~ u",
                "u out:24 ~ -u",
                "u in:1 out:24 ~ -u",
                "u in:24 out:1 ~ u",
                "u ~ ``",
                "u in: ~ ?",
                "u in:1 out: ~ ?",
                "u out:1 in:24 ~ ?"
            })
    void conditions_make_shapes(String row, String expected) {
        assertThat(String.join(" ", changes(CONDITIONAL, row + "\n"))).isEqualTo(expected);
    }

    /** Shapes of the documents' sample for several data sources; only those of 1111 are ours. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "[[\"1111\",\"AAAA\"],[\"1111\",\"BBBB\"]] 24 ~ AAAA BBBB",
                "[[\"1111\",\"BB,]BB\"],[\"2222\",\"CCCC\"]] 24 ~ BB,]BB",
                "[ [ \"1111\" , \"BBBB\" ] ] 24 ~ BBBB",
                "[[\"2222\",\"CCCC\"]] 24 ~ ?",
                "[] 24 ~ ?",
                "[] 1 ~ ``",
                "[[\"1111\",\"BB\\\"B\"]] 24 ~ ?",
                "[[\"1111\",\"BBBB\"] 24 ~ ?",
                "[[\"1111\"]] 24 ~ ?",
                "[[\"1111\",\"BBBB\"]]x 24 ~ ?",
                "24 ~ ?"
            })
    void pairs_give_the_ids_of_one_data_source(String row, String expected) {
        assertThat(String.join(" ", read(PAIRS, row + "\n"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {"a|b|c 24 ~ a b c", "a 24 ~ a", "a||b 24 ~ a b", "` 24` ~ ?", "a|b 1 ~ ``"})
    void several_ids_are_several_members(String row, String expected) {
        assertThat(String.join(" ", read(LISTED, row + "\n"))).isEqualTo(expected);
    }

    @Test
    void who_left_is_nobody_in_a_full_delivery() {
        assertThat(read(PLAIN, "u;;24\nv;24;24\n")).containsExactly("v");
    }

    @Test
    void lines_ends_marks_blanks_and_control_characters_are_as_with_the_default_row() {
        assertThat(read(PLAIN, "\uFEFFa;24;\r\n\n  \nb;24;\nc\u0001;24;\nd\0;24;\ne;24;\r"))
                .containsExactly("a", "b", "?", "?", "e");
        assertThat(read(PLAIN, "")).isEmpty();
        assertThat(rows(PLAIN, 2, false, "head\n\na;24;\n", 4)).containsExactly("a");
    }

    @Test
    void an_id_or_a_line_that_is_too_long_cannot_be_decided() {
        String longest = "x".repeat(KeyTranslator.LONGEST);

        assertThat(read(PLAIN, longest + ";24;\n" + longest + "x;24;\n")).containsExactly(longest, "?");
        assertThat(read(PLAIN, "a;" + "1,".repeat(5 << 20) + "24;\nb;24;\n")).containsExactly("?", "b");
    }

    @Test
    void the_result_does_not_depend_on_how_the_bytes_arrive() {
        String text = "\uFEFFa;24;\r\nb;;24\nlost\n\né;gold,7;1\n\uFF21;24;";
        List<String> whole = rows(PLAIN, 0, true, text, Integer.MAX_VALUE);

        assertThat(whole).containsExactly("a", "-b", "?", "é", "\uFF21");
        for (int step = 1; step < 20; step++) {
            assertThat(rows(PLAIN, 0, true, text, step))
                    .as("in steps of %d", step)
                    .isEqualTo(whole);
        }
    }

    @Test
    void random_rows_of_every_shape_give_what_was_put_in() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            for (int row = 0; row < 50; row++) {
                String current = segments(random);
                String removed = segments(random);
                text.append(row).append(current.isEmpty() ? "" : " in:" + current);
                text.append(removed.isEmpty() ? "" : " out:" + removed).append('\n');
                boolean in = Arrays.asList(current.split(",")).contains("24");
                boolean out = Arrays.asList(removed.split(",")).contains("24");
                if (in || out) {
                    expected.add(in && out ? "?" : in ? "" + row : "-" + row);
                }
            }

            assertThat(rows(CONDITIONAL, 0, true, text.toString(), 1 + random.nextInt(300)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static String segments(Random random) {
        List<String> all = List.of("24", "2", "240", "124", "x");
        return String.join(
                ",",
                random.ints(random.nextInt(4), 0, all.size()).mapToObj(all::get).toList());
    }

    private static List<String> read(String template, String text) {
        return rows(template, 0, false, text, Integer.MAX_VALUE);
    }

    private static List<String> changes(String template, String text) {
        return rows(template, 0, true, text, Integer.MAX_VALUE);
    }

    private static List<String> rows(String template, int headerLines, boolean changes, String text, int step) {
        RowTemplate read = RowTemplate.of(template).get();
        String ids = read.has("MCID") ? "MCID" : read.has("DPUUIDS") ? "DPUUIDS" : "DP_UUID_LIST";
        TemplateRows reader =
                new TemplateRows(read, new RowAudience(ids, 1111, new MappedSegment(24, "gold")), headerLines, changes);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TextKeysBuilder rows = new TextKeysBuilder();
        reader.beginFile();
        for (int from = 0; from < bytes.length; from += Math.min(step, bytes.length)) {
            byte[] piece = Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, (long) from + step));
            reader.read(piece, piece.length, rows);
        }
        reader.endFile(rows);
        return Drained.of(rows.build());
    }
}
