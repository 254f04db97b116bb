// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Codec;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of keys that a workflow extracted. */
class ReadingExtractsTest {
    private static final Codec GZIP = new GzipCodecFactory().open(Runnable::run);
    private static final String HEADER = "recipientId,key,optedOut\r\n";
    private static final String ECID = "01234567890123456789012345678901234567";
    private static final String OTHER_ECID = "91234567890123456789012345678901234567";

    @Test
    void a_recipient_has_a_row_for_each_key_and_one_without_any() {
        var rows = rows(HEADER + "-7,a,0\r\n-7,b,0\r\n3,,0\r\n4,c,1\r\n5,,1\r\n");

        assertThat(rows).containsExactly("-7:a", "-7:b", "3:-", "4:c!", "5:-!");
    }

    @Test
    void quotes_line_breaks_accents_and_emojis_are_part_of_a_key() {
        var rows = rows(HEADER + "1,\"a,\"\"b\"\"\r\nc\",0\n2,Zoë 😀,0\n");

        assertThat(rows).containsExactly("1:a,\"b\"\r\nc", "2:Zoë 😀");
    }

    @Test
    void uuids_are_ids_too() {
        var id = "f47ac10b-58cc-4372-a567-0e02b2c3d479";

        assertThat(rows(HEADER + id + ",k,0\n")).containsExactly(id + ":k");
    }

    @Test
    void old_cookie_values_are_left_out_where_a_visitor_id_is_there() {
        var file = HEADER + "1,uuid-230,0\n1," + ECID + ",0\n1," + ECID + ",0\n1," + OTHER_ECID + ",0\n"
                + "2,uuid-1,0\n2,uuid-2,0\n";

        assertThat(read(Zipped.gzip(file), true, OptionalLong.empty()).get())
                .containsExactly("1:" + ECID, "1:" + OTHER_ECID, "2:uuid-1");
    }

    @Test
    void a_file_without_recipients_is_an_extract_of_nobody() {
        assertThat(rows(HEADER)).isEmpty();
    }

    @Test
    void rows_go_on_across_batches_and_gzip_members() {
        var people = 50_000;
        var text = IntStream.rangeClosed(1, people)
                .mapToObj(id -> id + ",CRM-" + id + ",0\n")
                .collect(Collectors.joining());
        var half = text.length() / 2;

        var rows = read(
                        Zipped.joined(Zipped.gzip(HEADER + text.substring(0, half)), Zipped.gzip(text.substring(half))),
                        false,
                        OptionalLong.of(people))
                .get();

        assertThat(rows).hasSize(people).contains("1:CRM-1", "25000:CRM-25000", "50000:CRM-50000");
    }

    @Test
    void the_rows_of_a_recipient_stay_together_at_the_end_of_a_batch() {
        var text = IntStream.rangeClosed(1, 20_000)
                .mapToObj(row -> row / 3 + ",key-" + row + ",0\n")
                .collect(Collectors.joining());

        var rows = rows(HEADER + text);

        assertThat(rows).hasSize(20_000);
        assertThat(rows).element(8191).isEqualTo(8192 / 3 + ":key-8192");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,k|fewer than three",
                "1,k,0,0|more than three",
                "one,k,0|in row 1 has a recipientId that is neither",
                "1,k,maybe|something else than 0 or 1",
                "2,k,0\\n1,k,0|must be ordered by recipientId",
                "1,a,0\\n2,b,0\\n1,c,0|in row 3 does not follow",
                "1,\\uD800,0|no text"
            })
    void a_row_that_cannot_be_understood_stops_it_with_its_number(String row, String told) {
        var file = HEADER + row.replace("\\n", "\n").replace("\\uD800", "?".repeat(5000)) + "\n";

        var error = read(Zipped.gzip(file), false, OptionalLong.empty()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message())
                .startsWith("Extract keys.csv.gz ")
                .contains(told.equals("no text") ? "too long or no text" : told)
                .endsWith("resume the run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,key,optedOut\n1,k,0\n", "1,k,0\n", "recipientId;key;optedOut\n"})
    void another_header_is_refused(String file) {
        assertThat(read(Zipped.gzip(file), false, OptionalLong.empty())
                        .getLeft()
                        .message())
                .contains("must begin with the header recipientId,key,optedOut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void an_empty_file_is_no_extract(String file) {
        assertThat(read(Zipped.gzip(file), false, OptionalLong.empty())
                        .getLeft()
                        .message())
                .contains("is empty");
    }

    @Test
    void another_number_of_rows_than_the_workflow_logged_is_a_breach() {
        var error =
                read(Zipped.gzip(HEADER + "1,k,0\n"), false, OptionalLong.of(2)).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).contains("has 1 rows", "log says 2");
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        var latin1 = (HEADER + "1,Zo\u00eb,0\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(Zipped.gzip(latin1), false, OptionalLong.empty())
                        .getLeft()
                        .message())
                .contains("cannot be read as UTF-8");
    }

    @Test
    void a_file_that_was_cut_short_is_told_as_such() {
        var whole = Zipped.gzip(HEADER + "1,k,0\n");

        for (int length = 0; length < whole.length; length++) {
            var cut = java.util.Arrays.copyOf(whole, length);

            assertThat(read(cut, false, OptionalLong.empty()).getLeft().message())
                    .as("the first %d bytes", length)
                    .contains("ends in the middle of its gzip data");
        }
    }

    @Test
    void whatever_stands_behind_the_gzip_data_is_seen() {
        var trailing = Zipped.joined(Zipped.gzip(HEADER + "1,k,0\n"), new byte[] {1, 2, 3});

        assertThat(read(trailing, false, OptionalLong.empty()).getLeft().message())
                .contains("is not gzip all through");
    }

    @Test
    void a_flipped_bit_is_seen() {
        var damaged = Zipped.gzip(HEADER + "1,k,0\n");
        damaged[damaged.length - 6] ^= 1;

        assertThat(read(damaged, false, OptionalLong.empty()).getLeft().message())
                .contains("another checksum");
    }

    @Test
    void a_cancelled_call_ends_it_and_closing_gives_the_file_back() {
        var call = call();
        var bytes = new Zipped.Source(Zipped.gzip(HEADER + "1,k,0\n"));
        var source = new ExtractSource(expanded(bytes), "keys.csv.gz", false, OptionalLong.empty(), call);
        call.cancel();

        var outcome = source.next();
        source.close();

        assertThat(outcome.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(bytes.closed).isTrue();
    }

    private static List<String> rows(String file) {
        return read(Zipped.gzip(file), false, OptionalLong.empty()).get();
    }

    private static Either<BridgeError, List<String>> read(byte[] file, boolean byVisitorId, OptionalLong promised) {
        List<String> rows = new ArrayList<>();
        try (var source =
                new ExtractSource(expanded(new Zipped.Source(file)), "keys.csv.gz", byVisitorId, promised, call())) {
            while (true) {
                Either<BridgeError, Option<TextKeys>> next = source.next();
                if (next.isLeft()) {
                    return Either.left(next.getLeft());
                }
                if (next.get().isEmpty()) {
                    return Either.right(rows);
                }
                take(next.get().get(), rows);
            }
        }
    }

    private static ByteSource expanded(ByteSource packed) {
        return GZIP.expanding(packed, "keys.csv.gz");
    }

    private static void take(TextKeys batch, List<String> rows) {
        for (int row = 0; row < batch.size(); row++) {
            String key = batch.has(row, TextKeys.KEYLESS)
                    ? "-"
                    : new String(
                            batch.text(), batch.start(row), batch.end(row) - batch.start(row), StandardCharsets.UTF_8);
            rows.add(RecipientId.text(batch.recipientHigh(row), batch.recipientLow(row)) + ":" + key
                    + (batch.has(row, TextKeys.OPTED_OUT) ? "!" : ""));
        }
    }

    private static Call call() {
        return Call.within("c-7", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);
    }
}
