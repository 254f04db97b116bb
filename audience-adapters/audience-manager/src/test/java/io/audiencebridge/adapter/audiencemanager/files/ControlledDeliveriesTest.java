// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfer-control files: in both orders of arrival, in every spelling, and lying (golden case O04). */
final class ControlledDeliveriesTest {
    private static final DataSource SOURCE = DataSource.builder()
            .id(13701)
            .key(new ReconciliationKey.Visitor())
            .destinationId(20101)
            .build();
    private static final String FULL = "s3_20101_13701_full_1770127200000";
    private static final String ITER = "s3_20101_13701_iter_1770127200000";
    private static final byte[] FIRST = Unzipped.zip("a 24\nb 24\n");
    private static final byte[] SECOND = Unzipped.zip("c 24");

    private final Call call = Call.within("test", Duration.ofMinutes(5), System::nanoTime, Progress.SILENT);
    private TempExchange exchange;

    @BeforeEach
    void open(@TempDir Path folder) {
        exchange = new TempExchange(folder);
    }

    @AfterEach
    void everything_opened_was_closed() {
        assertThat(exchange.open).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void whatever_arrives_in_whichever_order_only_all_of_it_is_read(int order) {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        Runnable[] arrivals = {
            () -> exchange.put("out/" + FULL + ".info", info(2, FIRST.length + SECOND.length, 3)),
            () -> exchange.put("out/" + FULL + "-1.sync.gz", FIRST),
            () -> exchange.put("out/" + FULL + "-2.sync.gz", SECOND)
        };
        OutboundSettings controlled =
                OutboundSettings.builder().controlFileRequired(true).build();

        for (int arrived = 0; arrived < 2; arrived++) {
            arrivals[orders[order][arrived]].run();
            assertThat(feed(controlled).get()).isInstanceOf(MemberFeed.NotYet.class);
        }
        arrivals[orders[order][2]].run();

        assertThat(read(controlled)).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource({"out/" + FULL + ".info", "out/" + FULL + ".sync.info", "out/" + ITER + ".info"})
    void each_spelling_of_the_name_is_the_deliverys(String name) {
        parts();
        exchange.put(name, info(2, FIRST.length + SECOND.length, 3));
        OutboundSettings controlled =
                OutboundSettings.builder().controlFileRequired(true).build();

        assertThat(read(controlled)).containsExactly("a", "b", "c");
    }

    /** A full and an incremental delivery of one stamp: the only control file is that of the incremental one. */
    @Test
    void a_control_file_that_lists_its_own_delivery_is_not_taken_for_another() {
        exchange.put("out/" + FULL + ".sync", bytes("x 24\n"));
        exchange.put(
                "out/" + ITER + ".info",
                bytes("{\"Files\":[{\"FileByteSize\":5,\"FileName\":\"" + ITER + ".sync\"}]}"));

        assertThat(read(OutboundSettings.standard())).containsExactly("x");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "fewer files | 1 | 0 | 0 | states 1 files in all and lists 2",
                "more bytes | 2 | 1 | 0 | bytes in all and lists",
                "other lines | 2 | 0 | 9 | states 9 lines in all and lists 3"
            })
    void totals_that_do_not_add_up_are_an_error(String lie, int files, int moreBytes, int lines, String reason) {
        parts();
        exchange.put(
                "out/" + FULL + ".info", info(files, FIRST.length + SECOND.length + moreBytes, lines == 0 ? 3 : lines));

        BridgeError error = feed(OutboundSettings.standard()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).contains(reason);
    }

    @Test
    void a_file_with_other_lines_than_stated_is_an_error_at_its_end() {
        parts();
        exchange.put("out/" + FULL + ".info", bytes(entry(1, FIRST, 2) + "," + entry(2, SECOND, 7)));
        exchange.put(
                "out/" + FULL + ".info", bytes("{Files:[" + entry(1, FIRST, 2) + "," + entry(2, SECOND, 7) + "]}"));

        BridgeError error = drain(OutboundSettings.standard()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).contains("-2.sync.gz has 1 lines and not the 7");
    }

    /** Header and blank lines count; whether a last line without an end does is not said, so both pass. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_last_line_without_an_end_may_be_counted_or_not(int counted) {
        parts();
        exchange.put(
                "out/" + FULL + ".info",
                bytes("{Files:[" + entry(1, FIRST, 2) + "," + entry(2, SECOND, counted) + "]}"));

        assertThat(read(OutboundSettings.standard())).containsExactly("a", "b", "c");
    }

    @Test
    void a_file_that_is_not_listed_is_not_yet() {
        parts();
        exchange.put("out/" + FULL + ".info", bytes("{Files:[" + entry(1, FIRST, 2) + "]}"));

        assertThat(feed(OutboundSettings.standard()).get())
                .isInstanceOfSatisfying(
                        MemberFeed.NotYet.class,
                        waiting -> assertThat(waiting.waiting().because()).contains("-2.sync.gz", "does not list it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{Files:[{FileByteSize:1}]}",
                "{Files:[{FileName:\"x\"}]}",
                "{Files:[{FileName:\"../../x\",FileByteSize:1}]}",
                "{Files:[{FileName:\"x\",FileByteSize:1},{FileName:\"x\",FileByteSize:1}]}",
                "{Files:[{FileName:\"x\",FileByteSize:1}",
                "{Files:[{FileName:\"s3_20101_13701_full_1770040800000.sync\",FileByteSize:1}]}"
            })
    void a_control_file_that_makes_no_sense_is_an_error(String content) {
        parts();
        exchange.put("out/" + FULL + ".info", bytes(content));

        assertThat(feed(OutboundSettings.standard()).getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @Test
    void a_file_cut_at_any_byte_of_its_last_block_is_an_error_and_never_a_smaller_audience() {
        byte[] whole = Unzipped.zip("a 24\nb 24\n".repeat(500));
        for (int length = 0; length < whole.length; length++) {
            exchange.put("out/" + FULL + ".sync.gz", Arrays.copyOf(whole, length));

            assertThat(drain(OutboundSettings.standard()).getLeft())
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isInstanceOf(BridgeError.ProtocolBreach.class);
        }
        exchange.put("out/" + FULL + ".sync.gz", whole);
        assertThat(read(OutboundSettings.standard())).hasSize(1000);
    }

    @Test
    void a_bomb_of_one_endless_line_holds_no_memory_and_is_an_error() {
        exchange.put("out/" + FULL + ".sync.gz", Bomb.zeros(200L << 20));

        assertThat(drain(OutboundSettings.standard()).getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @Test
    void a_bomb_of_one_endless_line_is_given_up_by_a_template_too() {
        OutboundSettings own = OutboundSettings.builder()
                .rows("<MCID>\t<SEGMENT_LIST; separator=\",\">")
                .build();
        exchange.put("out/" + FULL + ".sync.gz", Bomb.zeros(200L << 20));

        assertThat(drain(own).getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @Test
    void a_row_of_102401_bytes_is_read() {
        String many = String.join(
                ",",
                IntStream.range(100_000, 114_629).mapToObj(Integer::toString).toList());
        String row = "a " + many + ",24";
        exchange.put("out/" + FULL + ".sync", bytes(row + "\n"));

        assertThat(row.length()).isGreaterThan(102_400);
        assertThat(read(OutboundSettings.standard())).containsExactly("a");
    }

    private void parts() {
        exchange.put("out/" + FULL + "-1.sync.gz", FIRST);
        exchange.put("out/" + FULL + "-2.sync.gz", SECOND);
    }

    private static byte[] info(int files, int bytes, int lines) {
        return bytes("{Files:[" + entry(1, FIRST, 2) + "," + entry(2, SECOND, 1) + "],Totals:{FileName:\"" + FULL
                + ".sync\",TotalByteSize:" + bytes + ",TotalNumberFiles:" + files + ",TotalNumberLines:" + lines
                + "}}");
    }

    private static String entry(int number, byte[] content, int lines) {
        return "{FileByteSize:" + content.length + ",FileLineCount:" + lines + ",FileName:\"" + FULL + "-" + number
                + ".sync.gz\",FileSequenceNumber:" + number + ",md5:\"" + md5(content) + "\"}";
    }

    private Either<BridgeError, MemberFeed> feed(OutboundSettings settings) {
        return new OutboundFiles(
                        exchange,
                        new GzipCodecFactory().open(Runnable::run),
                        () -> Instant.parse("2026-02-03T14:05:00Z"),
                        settings)
                .members(SOURCE, new MappedSegment(24, ""), call);
    }

    private Either<BridgeError, List<String>> drain(OutboundSettings settings) {
        return Drained.rows(((MemberFeed.Ready) feed(settings).get()).members());
    }

    private List<String> read(OutboundSettings settings) {
        return drain(settings).get();
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
