// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InboundFilesTest {
    private static final Instant STAMP = Instant.parse("2026-01-31T00:00:00Z");
    private static final String DAY = "acme/date=2026-01-31/";
    private static final DataSource VISITOR = DataSource.visitor(478);
    private static final DataSource DECLARED = DataSource.builder()
            .id(479)
            .key(ReconciliationKey.Declared.builder().field("declaredId").build())
            .build();

    private final Call call = call();
    private TempExchange exchange;
    private InboundFiles files;

    @BeforeEach
    void open(@TempDir Path folder) {
        exchange = new TempExchange(folder);
        files = files(PartLimits.USUAL);
    }

    @Test
    void members_enter_by_rows_of_id_tab_and_trait() {
        WriteSummary written = write(files, order(VISITOR, Change.ADD, STAMP), 24, Vector.of(ecid(1), ecid(2)));

        assertThat(written.rows()).isEqualTo(2);
        assertThat(written.files()).containsExactly(DAY + "ftp_dpm_478_1769817600.sync.gz");
        assertThat(text(written.files().head())).isEqualTo(ecid(1) + "\td_sid=24\n" + ecid(2) + "\td_sid=24\n");
    }

    @Test
    void members_leave_by_the_removal_signal() {
        WriteSummary written = write(files, order(DECLARED, Change.REMOVE, STAMP), 24, Vector.of("CRM-1", "Größe-7"));

        assertThat(text(written.files().head())).isEqualTo("CRM-1\td_unsid=24\nGröße-7\td_unsid=24\n");
    }

    @Test
    void nobody_to_write_makes_no_file_because_an_empty_one_is_refused() {
        WriteSummary written = write(files, order(VISITOR, Change.ADD, STAMP), 24, Vector.empty());

        assertThat(written).isEqualTo(new WriteSummary(0, Vector.empty()));
        assertThat(exchange.names()).isEmpty();
    }

    @Test
    void a_change_beyond_the_rows_of_a_file_is_cut_into_parts_from_one() {
        InboundFiles small = files(new PartLimits(3, Long.MAX_VALUE));

        WriteSummary written = write(small, order(VISITOR, Change.ADD, STAMP), 24, ecids(7));

        assertThat(written.files())
                .containsExactly(
                        DAY + "ftp_dpm_478_1769817600.sync.1.gz",
                        DAY + "ftp_dpm_478_1769817600.sync.2.gz",
                        DAY + "ftp_dpm_478_1769817600.sync.3.gz");
        assertThat(exchange.names()).containsExactlyElementsOf(written.files());
        assertThat(written.files().map(this::text).mkString())
                .isEqualTo(ecids(7).map(id -> id + "\td_sid=24\n").mkString());
        assertThat(written.files().map(this::rows)).containsExactly(3L, 3L, 1L);
        assertThat(written.rows()).isEqualTo(7);
    }

    @Test
    void parts_are_cut_at_row_ends_within_their_bytes() {
        int row = (ecid(1) + "\td_sid=24\n").length();
        InboundFiles small = files(new PartLimits(Long.MAX_VALUE, 2L * row + row / 2));

        WriteSummary written = write(small, order(VISITOR, Change.ADD, STAMP), 24, ecids(5));

        assertThat(written.files().map(this::rows)).containsExactly(2L, 2L, 1L);
        assertThat(written.files().map(this::text).mkString())
                .isEqualTo(ecids(5).map(id -> id + "\td_sid=24\n").mkString());
    }

    @Test
    void a_change_as_long_as_a_part_is_still_one_file() {
        WriteSummary written =
                write(files(new PartLimits(3, Long.MAX_VALUE)), order(VISITOR, Change.ADD, STAMP), 24, ecids(3));

        assertThat(written.files()).containsExactly(DAY + "ftp_dpm_478_1769817600.sync.gz");
    }

    @Test
    void a_large_change_streams_into_a_numbered_part_and_holds_every_row() {
        Seq<String> many = ecids(300_000);

        WriteSummary written = write(files, order(VISITOR, Change.ADD, STAMP), 24, many);

        assertThat(exchange.content(written.files().head()).length).isGreaterThan(InboundPart.HELD);
        assertThat(written.files()).containsExactly(DAY + "ftp_dpm_478_1769817600.sync.1.gz");
        assertThat(text(written.files().head()).lines().map(line -> line.substring(0, 38)))
                .containsExactlyElementsOf(many);
    }

    @Test
    void a_repeat_under_the_same_stamp_writes_the_same_bytes_whatever_the_threads_and_batches() {
        ExecutorService three = Executors.newFixedThreadPool(3);
        try {
            PartLimits limits = new PartLimits(9_999, Long.MAX_VALUE);
            InboundFiles parallel = new InboundFiles(
                    exchange,
                    "acme",
                    Packing.compressed(new GzipCodecFactory().open(three)).get(),
                    limits,
                    three);
            WriteOrder order = order(VISITOR, Change.ADD, STAMP);
            WriteSummary first = write(files(limits), order, 24, ecids(30_000), 8192);
            Seq<byte[]> before = first.files().map(exchange::content);

            WriteSummary again = write(parallel, order, 24, ecids(30_000), 777);

            assertThat(again).isEqualTo(first);
            assertThat(again.files().map(exchange::content).toJavaArray(byte[][]::new))
                    .isDeepEqualTo(before.toJavaArray(byte[][]::new));
            assertThat(exchange.names()).hasSize(4);
        } finally {
            three.shutdown();
        }
    }

    @Test
    void other_members_under_a_stamp_in_use_are_a_conflict_and_leave_its_file_alone() {
        WriteOrder order = order(VISITOR, Change.ADD, STAMP);
        WriteSummary first = write(files, order, 24, ecids(3));
        byte[] before = exchange.content(first.files().head());
        KeySink<WriteSummary> sink = files.open(order, 24, call).get();
        fill(sink, ecids(4), 10);

        assertThat(sink.finish().getLeft()).isInstanceOf(BridgeError.Conflict.class);
        sink.abort();

        assertThat(exchange.names()).containsExactlyElementsOf(first.files());
        assertThat(exchange.content(first.files().head())).isEqualTo(before);
        assertThat(exchange.open).hasValue(0);
    }

    @Test
    void giving_up_leaves_nothing() {
        KeySink<WriteSummary> sink = files(new PartLimits(2, Long.MAX_VALUE))
                .open(order(VISITOR, Change.ADD, STAMP), 24, call)
                .get();
        fill(sink, ecids(9), 4);
        assertThat(exchange.open.get()).isPositive();

        sink.abort();

        assertThat(exchange.names()).isEmpty();
        assertThat(exchange.open).hasValue(0);
    }

    @Test
    void giving_up_after_a_failed_finish_takes_the_parts_back_that_were_visible() {
        String second = DAY + "ftp_dpm_478_1769817600.sync.2.gz";
        exchange.put(second, new byte[] {1});
        KeySink<WriteSummary> sink = files(new PartLimits(2, Long.MAX_VALUE))
                .open(order(VISITOR, Change.ADD, STAMP), 24, call)
                .get();
        fill(sink, ecids(5), 5);
        assertThat(sink.finish().isLeft()).isTrue();

        sink.abort();

        assertThat(exchange.names()).containsExactly(second);
        assertThat(exchange.open).hasValue(0);
    }

    @Test
    void giving_up_too_late_takes_nothing_back() {
        KeySink<WriteSummary> sink =
                files.open(order(VISITOR, Change.ADD, STAMP), 24, call).get();
        fill(sink, ecids(2), 5);
        WriteSummary written = sink.finish().get();

        sink.abort();

        assertThat(exchange.names()).containsExactlyElementsOf(written.files());
    }

    @Test
    void a_cancelled_call_ends_the_writing_and_leaves_nothing() {
        Call cancelled = call();
        KeySink<WriteSummary> sink =
                files.open(order(VISITOR, Change.ADD, STAMP), 24, cancelled).get();
        fill(sink, ecids(2), 5);
        cancelled.cancel();

        assertThat(sink.accept(new TextKeysBuilder().build()).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(sink.finish().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        sink.abort();

        assertThat(exchange.names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CRM\t1", "CRM-1\n", "CRM 1", "a:b", "a%3Ab", ""})
    void a_declared_id_that_the_grammar_cannot_carry_is_refused_unnamed(String key) {
        KeySink<WriteSummary> sink =
                files.open(order(DECLARED, Change.ADD, STAMP), 24, call).get();

        BridgeError error = sink.accept(batch(Vector.of("CRM-1", key), 0, 2)).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("Row 2").doesNotContain("CRM");
    }

    @Test
    void an_id_of_a_visitor_data_source_is_an_ecid() {
        KeySink<WriteSummary> sink =
                files.open(order(VISITOR, Change.ADD, STAMP), 24, call).get();

        assertThat(sink.accept(batch(Vector.of("5976755918126206006"), 0, 1)).isLeft())
                .isTrue();
    }

    @Test
    void a_row_without_a_key_is_refused() {
        TextKeysBuilder keyless = new TextKeysBuilder();
        keyless.recipient(0, 5).keyless((byte) 0);

        assertThat(files.open(order(VISITOR, Change.ADD, STAMP), 24, call)
                        .flatMap(sink -> sink.accept(keyless.build()))
                        .isLeft())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {20914, 20915, 121963, 389146, 963906, 488258, 1171485, 1171489})
    void a_global_data_source_is_refused_because_it_owns_no_traits(long id) {
        WriteOrder order = order(DataSource.visitor(id), Change.ADD, STAMP);

        assertThat(files.open(order, 24, call).getLeft().message()).contains("dataSource.id", "" + id);
    }

    @Test
    void a_clock_or_trait_out_of_range_is_refused() {
        assertThat(files.open(order(VISITOR, Change.ADD, Instant.EPOCH), 24, call)
                        .getLeft()
                        .message())
                .contains("1970-01-01");
        assertThat(files.open(order(VISITOR, Change.ADD, STAMP), 0, call)
                        .getLeft()
                        .message())
                .contains("trait");
    }

    @Test
    void a_stamp_is_free_until_a_file_of_the_data_source_carries_it() {
        exchange.put(DAY + "ftp_dpm_478_1769817600.sync.1.gz", new byte[1]);
        exchange.put(DAY + "ftp_dpm_478_21_1769817601.overwrite", new byte[1]);
        exchange.put(DAY + "ftp_dpm_4780_1769817602.sync", new byte[1]);
        exchange.put(DAY + "ftp_dpm_478_1769817604.sync", new byte[1]);
        exchange.put("acme2/date=2026-01-31/ftp_dpm_478_1769817602.sync", new byte[1]);

        assertThat(files.freeStamp(VISITOR.id(), STAMP, call).get()).isEqualTo(STAMP.plusSeconds(2));
        assertThat(files.freeStamp(DECLARED.id(), STAMP, call).get()).isEqualTo(STAMP);
    }

    @Test
    void a_search_for_a_free_stamp_goes_on_into_the_next_day() {
        Instant last = Instant.parse("2026-01-31T23:59:59Z");
        write(files, order(VISITOR, Change.ADD, last), 24, ecids(1));
        write(files, order(VISITOR, Change.ADD, last.plusSeconds(1)), 24, ecids(1));

        assertThat(files.freeStamp(VISITOR.id(), last, call).get()).isEqualTo(Instant.parse("2026-02-01T00:00:01Z"));
    }

    @Test
    void a_wanted_stamp_between_two_seconds_becomes_the_later_one() {
        assertThat(files.freeStamp(VISITOR.id(), STAMP.plusMillis(1), call).get())
                .isEqualTo(STAMP.plusSeconds(1));
    }

    private InboundFiles files(PartLimits limits) {
        return new InboundFiles(
                exchange,
                "acme",
                Packing.compressed(new GzipCodecFactory().open(Runnable::run)).get(),
                limits,
                Runnable::run);
    }

    private WriteSummary write(InboundFiles into, WriteOrder order, long trait, Seq<String> keys) {
        return write(into, order, trait, keys, 8192);
    }

    private WriteSummary write(InboundFiles into, WriteOrder order, long trait, Seq<String> keys, int batch) {
        KeySink<WriteSummary> sink = into.open(order, trait, call).get();
        fill(sink, keys, batch);
        return sink.finish().get();
    }

    private static void fill(KeySink<WriteSummary> sink, Seq<String> keys, int batch) {
        for (int from = 0; from < keys.size(); from += batch) {
            assertThat(sink.accept(batch(keys, from, Math.min(keys.size(), from + batch)))
                            .isRight())
                    .isTrue();
        }
    }

    private static TextKeys batch(Seq<String> keys, int from, int to) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (int i = from; i < to; i++) {
            byte[] key = keys.get(i).getBytes(StandardCharsets.UTF_8);
            rows.recipient(0, i).key(key, 0, key.length, (byte) 0);
        }
        return rows.build();
    }

    private String text(String name) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(exchange.content(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private long rows(String name) {
        return text(name).lines().count();
    }

    private static Seq<String> ecids(int count) {
        return Vector.range(1, count + 1).map(InboundFilesTest::ecid);
    }

    private static String ecid(int index) {
        Random random = new Random(index);
        return String.format(Locale.ROOT, "%019d%019d", random.nextLong() >>> 1, random.nextLong() >>> 1);
    }

    private static WriteOrder order(DataSource source, Change change, Instant stamp) {
        return WriteOrder.builder()
                .audience(new AudienceRef(new ConnectionName("audience-manager"), "201"))
                .dataSource(source)
                .change(change)
                .stamp(stamp)
                .build();
    }

    private static Call call() {
        return Call.within("test", Duration.ofMinutes(5), System::nanoTime, Progress.SILENT);
    }
}
