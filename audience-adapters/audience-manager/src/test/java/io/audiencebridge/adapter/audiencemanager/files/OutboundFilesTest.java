// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.engine.Codec;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries in an exchange. The audience is segment 24 with the alias {@code gold}. */
final class OutboundFilesTest {
    private static final Instant NOW = Instant.parse("2026-02-03T14:05:00Z");
    private static final DataSource SOURCE = DataSource.builder()
            .id(13701)
            .key(new ReconciliationKey.Visitor())
            .destinationId(20101)
            .build();
    private static final MappedSegment GOLD = new MappedSegment(24, "gold");
    private static final String OLD = "20101/s3_20101_13701_full_1770040800000";
    private static final String NEW = "20101/s3_20101_13701_full_1770127200000";

    private static final Codec GZIP = new GzipCodecFactory().open(Runnable::run);

    private final Call call = call();
    private TempExchange exchange;

    @BeforeEach
    void open(@TempDir Path folder) {
        exchange = new TempExchange(folder);
    }

    @AfterEach
    void everything_opened_was_closed() {
        assertThat(exchange.open).hasValue(0);
    }

    @Test
    void the_members_are_the_rows_of_the_newest_full_file() {
        exchange.put(OLD + ".sync", bytes("a 24\nb 24\n"));
        exchange.put(NEW + ".sync.gz", zip("b 24\nc gold 7\nd 7\ne  24\n"));

        assertThat(read()).containsExactly("b", "c");
    }

    @Test
    void files_of_other_destinations_and_other_names_are_left_alone() {
        exchange.put(OLD + ".sync", bytes("a 24\n"));
        exchange.put("20102/s3_20102_13701_full_1770127200000.sync", bytes("x 24\n"));
        exchange.put("20101/s3_20101_13701_full_1770127200000.sync.tmp", bytes("x 24\n"));
        exchange.put("inbound/ftp_dpm_13701_1770127200.sync", bytes("x 24\n"));

        assertThat(read()).containsExactly("a");
    }

    @Test
    void the_file_of_the_ids_asked_for_is_preferred_to_a_newer_one_of_device_ids() {
        exchange.put(OLD + ".sync", bytes("a 24\n"));
        exchange.put("20101/s3_20101_20914_full_1770127200000.sync", bytes("x 24\n"));

        assertThat(read()).containsExactly("a");
    }

    @Test
    void an_increment_beside_a_full_file_is_not_read() {
        exchange.put(OLD + ".sync", bytes("a 24\n"));
        exchange.put("20101/s3_20101_13701_iter_1770127200000.sync", bytes("x 24\n"));

        assertThat(read()).containsExactly("a");
    }

    @Test
    void increments_alone_are_refused_with_the_reason() {
        exchange.put("20101/s3_20101_13701_iter_1770127200000.sync", bytes("x 24\n"));

        BridgeError error = files().members(SOURCE, GOLD, call).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("20101", "incremental", "outboundFirstIncrementIsFull");
    }

    @Test
    void the_only_increment_is_the_first_full_file_if_the_settings_say_so() {
        OutboundSettings first =
                OutboundSettings.builder().firstIncrementIsFull(true).build();
        exchange.put("20101/s3_20101_13701_iter_1770127200000.sync", bytes("x 24\n"));

        assertThat(read(first)).containsExactly("x");

        exchange.put("20101/s3_20101_13701_iter_1770213600000.sync", bytes("y 24\n"));

        assertThat(files(first).members(SOURCE, GOLD, call).isLeft()).isTrue();
    }

    @Test
    void no_file_is_not_yet_and_says_when_to_look_again() {
        MemberFeed.NotYet waiting = notYet(OutboundSettings.standard());

        assertThat(waiting.waiting().until()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(waiting.waiting().because()).contains("20101");
    }

    @Test
    void all_parts_of_a_delivery_are_read_in_order() {
        exchange.put(NEW + "002.sync.gz", zip("c 24\n"));
        exchange.put(NEW + ".sync.gz", zip("a 24"));
        exchange.put(NEW + "001.sync.gz", zip("b 24\n"));

        assertThat(read()).containsExactly("a", "b", "c");
    }

    @Test
    void dashed_parts_begin_at_one() {
        exchange.put(NEW + "-2.sync", bytes("b 24\n"));
        assertThat(notYet(OutboundSettings.standard()).waiting().because()).contains("number 1");

        exchange.put(NEW + "-1.sync", bytes("a 24\n"));
        assertThat(read()).containsExactly("a", "b");
    }

    @Test
    void a_gap_between_parts_is_not_yet_even_if_an_older_delivery_is_complete() {
        exchange.put(OLD + ".sync", bytes("a 24\n"));
        exchange.put(NEW + ".sync", bytes("a 24\n"));
        exchange.put(NEW + "002.sync", bytes("c 24\n"));

        MemberFeed.NotYet waiting = notYet(OutboundSettings.standard());

        assertThat(waiting.waiting().because()).contains("number 1", NEW);
        assertThat(waiting.waiting().until()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_numbered_file_alone_waits_for_the_one_without_a_number_unless_the_settings_say_otherwise() {
        exchange.put(NEW + "001.sync", bytes("a 24\n"));

        assertThat(notYet(OutboundSettings.standard()).waiting().because()).contains("outboundFirstPartNumbered");
        assertThat(read(OutboundSettings.builder().firstPartNumbered(true).build()))
                .containsExactly("a");
    }

    @Test
    void a_part_that_is_there_zipped_and_plain_is_not_counted_twice() {
        exchange.put(NEW + ".sync", bytes("a 24\n"));
        exchange.put(NEW + ".sync.gz", zip("a 24\n"));

        assertThat(notYet(OutboundSettings.standard()).waiting().because()).contains("has not arrived");
    }

    @Test
    void a_control_file_before_its_data_is_not_yet_until_every_file_has_its_size() {
        byte[] first = zip("a 24\n");
        byte[] second = zip("b 24\n");
        exchange.put(OLD + ".sync", bytes("old 24\n"));
        exchange.put(NEW + ".info", control(first, second, md5(second)));
        assertThat(notYet(OutboundSettings.standard()).waiting().because()).contains("-1.sync.gz", "not arrived");

        exchange.put(NEW + "-1.sync.gz", first);
        exchange.put(NEW + "-2.sync.gz", Arrays.copyOf(second, second.length - 1));
        assertThat(notYet(OutboundSettings.standard()).waiting().because()).contains("-2.sync.gz", "" + second.length);

        exchange.put(NEW + "-2.sync.gz", second);
        assertThat(read()).containsExactly("a", "b");
    }

    @Test
    void content_other_than_the_control_file_promises_is_an_error() {
        byte[] first = zip("a 24\n");
        byte[] second = zip("b 24\n");
        exchange.put(NEW + ".info", control(first, second, md5(first)));
        exchange.put(NEW + "-1.sync.gz", first);
        exchange.put(NEW + "-2.sync.gz", second);

        assertThat(drain(feed(OutboundSettings.standard())).getLeft().message()).contains("MD5", "-2.sync.gz");
    }

    @Test
    void a_control_file_that_cannot_be_read_is_an_error() {
        exchange.put(NEW + ".info", bytes("{\"Files\":[{\"FileName\":\"x\"}]}"));

        assertThat(files().members(SOURCE, GOLD, call).getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @Test
    void a_required_control_file_is_waited_for() {
        exchange.put(NEW + ".sync", bytes("a 24\n"));

        assertThat(notYet(OutboundSettings.builder().controlFileRequired(true).build())
                        .waiting()
                        .because())
                .contains(NEW + ".info");
    }

    @Test
    void a_last_part_that_is_cut_short_is_an_error_and_never_a_shorter_audience() {
        byte[] zipped = zip("a 24\nb 24\n".repeat(1000));
        exchange.put(NEW + ".sync.gz", zipped);
        exchange.put(NEW + "001.sync.gz", Arrays.copyOf(zipped, zipped.length - 3));

        BridgeError error = drain(feed(OutboundSettings.standard())).getLeft();

        assertThat(error).isInstanceOf(BridgeError.ProtocolBreach.class);
        assertThat(error.message()).contains(NEW + "001.sync.gz", "gzip");
    }

    @Test
    void an_empty_gzip_file_is_cut_short_and_an_empty_plain_file_is_an_empty_audience() {
        exchange.put(NEW + ".sync.gz", new byte[0]);
        assertThat(drain(feed(OutboundSettings.standard())).isLeft()).isTrue();

        exchange.put("20101/s3_20101_13701_full_1770213600000.sync", new byte[0]);
        assertThat(read()).isEmpty();
    }

    @Test
    void a_file_that_changed_since_it_was_listed_is_an_error() {
        exchange.put(NEW + ".sync", bytes("a 24\nb 24\n"));
        MemberFeed feed = feed(OutboundSettings.standard());
        exchange.put(NEW + ".sync", bytes("a 24\n"));

        assertThat(drain(feed).getLeft().message()).contains("listed");
    }

    @Test
    void gzip_under_a_plain_name_is_unzipped() {
        exchange.put(NEW + ".sync", zip("a 24\n"));

        assertThat(read()).containsExactly("a");
    }

    @Test
    void a_line_that_cannot_be_decided_is_marked_among_the_others() {
        exchange.put(NEW + ".sync", bytes("a 24\nb\t24\nc 24\n"));

        assertThat(read()).containsExactly("a", "?", "c");
    }

    @Test
    void a_delivery_by_another_row_template_is_an_error_and_no_empty_audience() {
        exchange.put(NEW + ".sync", bytes("a\t24\nb\t24\n"));

        List<String> rows = new ArrayList<>();
        assertThat(drain(feed(OutboundSettings.standard()), rows).getLeft().message())
                .contains("2 lines", "template");
    }

    @Test
    void a_cancelled_call_ends_the_reading() {
        Call cancelled = call();
        exchange.put(NEW + ".sync", bytes("a 24\n"));
        MemberFeed feed = files().members(SOURCE, GOLD, cancelled).get();
        cancelled.cancel();

        assertThat(drain(feed).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    @Test
    void closing_in_the_middle_gives_everything_back() {
        exchange.put(NEW + ".sync.gz", zip("a 24\n".repeat(100_000)));
        KeySource members = ((MemberFeed.Ready) feed(OutboundSettings.standard())).members();
        assertThat(members.next().get()).isNotEmpty();

        members.close();
        members.close();
    }

    @Test
    void an_alias_that_rows_cannot_carry_is_refused_and_an_empty_one_ignored() {
        exchange.put(NEW + ".sync", bytes("a 24\n"));

        assertThat(files().members(SOURCE, new MappedSegment(24, "very gold"), call)
                        .getLeft()
                        .message())
                .contains("very gold");
        assertThat(files().members(SOURCE, new MappedSegment(24, ""), call).isRight())
                .isTrue();
    }

    @Test
    void a_data_source_without_a_destination_is_refused() {
        assertThat(files().members(DataSource.visitor(13701), GOLD, call)
                        .getLeft()
                        .message())
                .contains("destinationId");
    }

    @Test
    void a_large_random_delivery_gives_every_member_that_was_put_in() {
        Random random = new Random(5);
        List<String> expected = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < 30_000; row++) {
                String id = part + "-" + row;
                boolean member = random.nextInt(3) > 0;
                text.append(id).append(member ? " 3,24,5" : " 3,240,5").append(random.nextBoolean() ? " 24" : "");
                text.append('\n');
                if (member) {
                    expected.add(id);
                }
            }
            exchange.put(NEW + (part == 0 ? "" : "00" + part) + ".sync.gz", zip(text.toString()));
        }

        assertThat(read()).isEqualTo(expected);
    }

    private OutboundFiles files() {
        return files(OutboundSettings.standard());
    }

    private OutboundFiles files(OutboundSettings settings) {
        return new OutboundFiles(exchange, GZIP, () -> NOW, settings);
    }

    private MemberFeed feed(OutboundSettings settings) {
        return files(settings).members(SOURCE, GOLD, call).get();
    }

    private MemberFeed.NotYet notYet(OutboundSettings settings) {
        return (MemberFeed.NotYet) feed(settings);
    }

    private List<String> read() {
        return read(OutboundSettings.standard());
    }

    private List<String> read(OutboundSettings settings) {
        return drain(feed(settings)).get();
    }

    private static Either<BridgeError, List<String>> drain(MemberFeed feed) {
        return drain(feed, new ArrayList<>());
    }

    private static Either<BridgeError, List<String>> drain(MemberFeed feed, List<String> into) {
        try (KeySource members = ((MemberFeed.Ready) feed).members()) {
            while (true) {
                Either<BridgeError, Option<TextKeys>> next = members.next();
                if (next.isLeft()) {
                    return Either.left(next.getLeft());
                }
                if (next.get().isEmpty()) {
                    return Either.right(into);
                }
                add(next.get().get(), into);
            }
        }
    }

    private static void add(TextKeys batch, List<String> into) {
        for (int row = 0; row < batch.size(); row++) {
            int start = batch.start(row);
            into.add(
                    batch.has(row, TextKeys.UNDECIDABLE)
                            ? "?"
                            : new String(batch.text(), start, batch.end(row) - start, StandardCharsets.UTF_8));
        }
    }

    /** As the page shows it: names without quotes. */
    private static byte[] control(byte[] first, byte[] second, String secondMd5) {
        String name = NEW.substring(NEW.indexOf('/') + 1);
        return bytes("{Files:[{FileByteSize:" + first.length + ",FileLineCount:1,FileName:\"" + name
                + "-1.sync.gz\",FileSequenceNumber:1,md5:\"" + md5(first) + "\"},{FileByteSize:" + second.length
                + ",FileLineCount:1,FileName:\"" + name + "-2.sync.gz\",FileSequenceNumber:2,md5:\"" + secondMd5
                + "\"}],Totals:{FileName:\"" + name + ".sync\",TotalNumberFiles:2}}");
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

    private static byte[] zip(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static Call call() {
        return Call.within("test", Duration.ofMinutes(5), System::nanoTime, Progress.SILENT);
    }
}
