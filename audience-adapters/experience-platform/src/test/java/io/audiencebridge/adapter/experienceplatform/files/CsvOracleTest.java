// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a foreign writer wrote is read as the foreign reader reads it, and no bytes whatever make the reader stumble. Seeded. */
class CsvOracleTest {
    private static final String SIGNS = "ab\"\\,;\t|: \n\r'é名x";
    private static final CsvOptions DOUBLED = CsvOptions.builder().escape('"').build();

    private static List<List<String>> read(byte[] content, CsvOptions options, int piece) {
        CsvRows rows = new CsvRows(new Bytes(content, piece), options, ',');
        List<List<String>> read = new ArrayList<>();
        for (CsvRows.Found found = rows.next(); found != CsvRows.Found.END; found = rows.next()) {
            List<String> cells = new ArrayList<>();
            for (int cell = 0; found == CsvRows.Found.ROW && cell < rows.cells().count(); cell++) {
                cells.add(rows.cells().string(cell));
            }
            read.add(cells);
        }
        return read;
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            cell.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return cell.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_foreign_file_is_read_as_the_foreign_reader_reads_it(long seed) throws IOException {
        Random random = new Random(seed);
        StringWriter file = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().quoteStrategy(QuoteStrategies.REQUIRED).build(file)) {
            for (int row = 0; row < 500; row++) {
                writer.writeRecord("k" + row, cell(random), cell(random), cell(random));
            }
        }
        assertThat(file.toString()).contains("k499");
        List<List<String>> theirs = CsvReader.builder().ofCsvRecord(file.toString()).stream()
                .map(CsvRecord::getFields)
                .map(List::copyOf)
                .toList();

        List<List<String>> ours =
                read(file.toString().getBytes(StandardCharsets.UTF_8), DOUBLED, 1 + random.nextInt(50));

        assertThat(ours).hasSameSizeAs(theirs);
        for (int row = 0; row < theirs.size(); row++) {
            assertThat(ours.get(row)).as("row %d", row).isEqualTo(theirs.get(row));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void any_bytes_are_rows_and_rejects_to_their_end_whatever_the_pieces(long seed) {
        Random random = new Random(seed);
        for (int file = 0; file < 300; file++) {
            byte[] content = new byte[random.nextInt(400)];
            for (int i = 0; i < content.length; i++) {
                content[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt() : SIGNS.charAt(random.nextInt(11)));
            }
            CsvOptions options =
                    CsvOptions.builder().maxRowBytes(20 + random.nextInt(200)).build();

            List<List<String>> whole = read(content, options, content.length + 1);

            assertThat(read(content, options, 1 + random.nextInt(7))).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void a_broken_line_anywhere_costs_the_rows_it_touches_and_no_other(long seed) {
        Random random = new Random(seed);
        StringWriter file = new StringWriter();
        List<String> sound = new ArrayList<>();
        for (int row = 0; row < 200; row++) {
            if (random.nextInt(5) == 0) {
                file.write("\"broken" + row + "\n");
                file.write("guard\n");
            } else {
                file.write("row" + row + ",x\n");
                sound.add("row" + row);
            }
        }

        List<List<String>> rows = read(file.toString().getBytes(StandardCharsets.UTF_8), CsvOptions.standard(), 13);

        assertThat(rows)
                .filteredOn(cells -> cells.size() == 2)
                .extracting(cells -> cells.get(0))
                .isEqualTo(sound);
    }
}
