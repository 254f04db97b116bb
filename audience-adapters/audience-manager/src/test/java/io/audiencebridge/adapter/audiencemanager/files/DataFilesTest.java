// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.ShiftCipher;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataFile;
import io.audiencebridge.adapter.audiencemanager.client.DataFileOrder;
import io.audiencebridge.adapter.audiencemanager.client.DataFileReport;
import io.audiencebridge.adapter.audiencemanager.client.DataFiles;
import io.audiencebridge.adapter.audiencemanager.client.DataItems;
import io.audiencebridge.adapter.audiencemanager.client.GlobalDataSource;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileCheck;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileName;
import io.audiencebridge.adapter.audiencemanager.client.RejectedRow;
import io.audiencebridge.adapter.audiencemanager.client.RowFault;
import io.audiencebridge.adapter.audiencemanager.client.UserIds;
import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFilesTest {
    private static final Instant STAMP = Instant.parse("2026-01-31T00:00:00Z");
    private static final String DAY = "acme/date=2026-01-31/";
    private static final DataItems GOLD = DataItems.adding(24).get();
    private static final String PHONE = "6d92078a-8246-4ba4-ae5b-76104861e7dc";
    private static final Packing GZIP =
            Packing.compressed(new GzipCodecFactory().open(Runnable::run)).get();

    private TempExchange exchange;
    private int ownedTraits = 1;

    @BeforeEach
    void open(@TempDir Path folder) {
        exchange = new TempExchange(folder);
    }

    @AfterEach
    void everything_opened_was_closed() {
        assertThat(exchange.open).hasValue(0);
    }

    @Test
    void rows_carry_whatever_the_grammar_says() {
        DataFile file = file(order(478, UserIds.DECLARED_ID).build());
        DataItems many = DataItems.builder()
                .add(24)
                .remove(28)
                .signal("model", "pickup, large")
                .build()
                .get();

        assertThat(file.add("CRM-1", many).get()).isTrue();
        assertThat(file.add("CRM-1", GOLD).get()).isTrue();
        DataFileReport report = file.finish().get();

        assertThat(report.files()).containsExactly(DAY + "ftp_dpm_478_1769817600.sync.gz");
        assertThat(text(report)).isEqualTo("CRM-1\td_sid=24,d_unsid=28,\"model\"=\"pickup, large\"\nCRM-1\td_sid=24\n");
        assertThat(report.offered()).isEqualTo(2);
        assertThat(report.written()).isEqualTo(2);
        assertThat(report.rejected()).isEmpty();
    }

    @Test
    void device_ids_go_onto_the_traits_of_a_target() {
        DataFile file = file(
                order(GlobalDataSource.GAID.id(), UserIds.DEVICE_ID).target(21).build());

        file.add(PHONE, GOLD).get();

        assertThat(file.finish().get().files()).containsExactly(DAY + "ftp_dpm_20914_21_1769817600.sync.gz");
    }

    /** R13, R14: a wrong case, and an id of another kind, are counted with their row and never shown. */
    @Test
    void rows_with_ids_of_another_kind_are_left_out_and_counted() {
        DataFile file = file(
                order(GlobalDataSource.GAID.id(), UserIds.DEVICE_ID).target(21).build());

        assertThat(file.add(PHONE.toUpperCase(java.util.Locale.ROOT), GOLD).get())
                .isFalse();
        assertThat(file.add(PHONE, GOLD).get()).isTrue();
        assertThat(file.add("CRM-1", GOLD).get()).isFalse();
        DataFileReport report = file.finish().get();

        assertThat(text(report)).isEqualTo(PHONE + "\td_sid=24\n");
        assertThat(report.rejected()).isEqualTo(Map.of(RowFault.INVALID_DEVICE_ID, 2L));
        assertThat(report.samples())
                .containsExactly(
                        new RejectedRow(1, RowFault.INVALID_DEVICE_ID), new RejectedRow(3, RowFault.INVALID_DEVICE_ID));
        assertThat(report.offered()).isEqualTo(3);
        assertThat(report.written()).isEqualTo(1);
    }

    @Test
    void a_global_data_source_needs_a_target_of_ones_own() {
        assertThat(refused(order(20914, UserIds.DEVICE_ID).build())).contains("target", "20914");
        assertThat(refused(order(478, UserIds.DECLARED_ID).target(20915).build()))
                .contains("20915");
        assertThat(refused(order(20914, UserIds.VISITOR_ID).target(21).build())).contains("DEVICE_ID");
        assertThat(refused(order(0, UserIds.VISITOR_ID).build())).contains("DPID");
    }

    /** R17. */
    @Test
    void the_201st_row_of_a_user_is_left_out_with_its_number() {
        DataFile file = file(order(478, UserIds.DECLARED_ID).build());
        for (int row = 0; row < 200; row++) {
            assertThat(file.add("CRM-1", GOLD).get()).isTrue();
        }

        assertThat(file.add("CRM-1", GOLD).get()).isFalse();
        assertThat(file.add("CRM-2", GOLD).get()).isTrue();
        DataFileReport report = file.finish().get();

        assertThat(report.rejected()).isEqualTo(Map.of(RowFault.TOO_MANY_ROWS, 1L));
        assertThat(report.samples()).containsExactly(new RejectedRow(201, RowFault.TOO_MANY_ROWS));
        assertThat(text(report).lines()).hasSize(201);
    }

    @Test
    void every_part_has_room_for_200_rows_of_a_user() {
        DataFile file = file(
                new PartLimits(250, Long.MAX_VALUE),
                order(478, UserIds.DECLARED_ID).build());

        long taken = 0;
        for (int row = 0; row < 250; row++) {
            taken += file.add("CRM-" + (row % 200), GOLD).get() ? 1 : 0;
        }
        for (int row = 0; row < 200; row++) {
            taken += file.add("CRM-1", GOLD).get() ? 1 : 0;
        }
        DataFileReport report = file.finish().get();

        assertThat(taken).isEqualTo(450);
        assertThat(report.files()).hasSize(2);
    }

    @Test
    void two_hundred_thousand_users_with_two_rows_each_are_all_taken() {
        DataFile file = file(order(478, UserIds.DECLARED_ID).build());

        for (int row = 0; row < 400_000; row++) {
            assertThat(file.add("CRM-" + row % 200_000, GOLD).get()).isTrue();
        }

        assertThat(file.finish().get().written()).isEqualTo(400_000);
    }

    /** R16. */
    @Test
    void a_row_of_102401_bytes_is_left_out_and_the_next_one_is_written() {
        DataFile file = file(order(478, UserIds.DECLARED_ID).build());
        DataItems longest = DataItems.builder()
                .signal("a", "x".repeat(102_400 - 7 - 6))
                .build()
                .get();
        DataItems longer = DataItems.builder()
                .signal("a", "x".repeat(102_400 - 7 - 5))
                .build()
                .get();

        assertThat(file.add("CRM-1", longest).get()).isTrue();
        assertThat(file.add("CRM-1", longer).get()).isFalse();
        assertThat(file.add("CRM-1", GOLD).get()).isTrue();
        DataFileReport report = file.finish().get();

        assertThat(report.rejected()).isEqualTo(Map.of(RowFault.TOO_LONG, 1L));
        assertThat(text(report).lines().map(line -> line.length() + 1)).containsExactly(102_400, 15);
    }

    /** SEMANTICS S17. */
    @Test
    void a_file_that_overwrites_is_refused_when_it_would_empty_another_audience() {
        ownedTraits = 2;

        BridgeError error = open(overwriting()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("data source 478 owns 2 onboarded traits", ".sync");
        assertThat(exchange.names()).isEmpty();
    }

    /** Correction X4 of the protocol page: an id without items clears. */
    @Test
    void a_file_that_overwrites_replaces_and_clears() {
        DataFile file = file(overwriting());

        file.add("CRM-1", GOLD).get();
        file.add("CRM-2", DataItems.NONE).get();
        DataFileReport report = file.finish().get();

        assertThat(report.files()).containsExactly(DAY + "ftp_dpm_478_1769817600.overwrite.gz");
        assertThat(text(report)).isEqualTo("CRM-1\td_sid=24\nCRM-2\t\n");
    }

    @Test
    void items_that_do_nothing_are_an_error_of_the_caller() {
        DataFile sync = file(order(478, UserIds.DECLARED_ID).build());
        DataFile overwrite = file(overwriting());

        assertThat(sync.add("CRM-1", DataItems.NONE).getLeft().message()).contains("without items");
        assertThat(overwrite
                        .add("CRM-1", DataItems.removing(24).get())
                        .getLeft()
                        .message())
                .contains("removals");
        sync.abort();
        overwrite.abort();
    }

    @Test
    void personal_data_never_reaches_a_file() {
        DataFile file = file(order(478, UserIds.DECLARED_ID).build());

        assertThat(file.add("mary@example.com", GOLD).get()).isFalse();
        assertThat(file.add("+491701234567", GOLD).get()).isFalse();
        DataFileReport report = file.finish().get();

        assertThat(report.rejected()).isEqualTo(Map.of(RowFault.PERSONAL_DATA, 2L));
        assertThat(report.files()).isEmpty();
        assertThat(exchange.names()).isEmpty();
    }

    @Test
    void an_encrypted_file_is_not_compressed_and_ends_in_pgp() {
        Packing pgp = Packing.encrypted(new ShiftCipher()).get();
        DataFile file = client(
                        new InboundFiles(exchange, "acme", pgp, new PartLimits(1, Long.MAX_VALUE), Runnable::run))
                .open(order(478, UserIds.DECLARED_ID).build(), CallOptions.standard())
                .get();

        file.add("CRM-1", GOLD).get();
        file.add("CRM-2", GOLD).get();
        DataFileReport report = file.finish().get();

        assertThat(report.files())
                .containsExactly(DAY + "ftp_dpm_478_1769817600.sync.1.pgp", DAY + "ftp_dpm_478_1769817600.sync.2.pgp");
        assertThat(new String(ShiftCipher.plain(exchange.content(report.files().get(1))), StandardCharsets.UTF_8))
                .isEqualTo("CRM-2\td_sid=24\n");
    }

    @Test
    void a_stamp_that_is_taken_is_passed_over_unless_it_is_asked_for() {
        DataFileOrder anyTime =
                DataFileOrder.builder().dataSource(478).ids(UserIds.DECLARED_ID).build();
        DataFile first = file(anyTime);
        first.add("CRM-1", GOLD).get();
        first.finish().get();
        DataFile second = file(anyTime);
        second.add("CRM-2", GOLD).get();

        assertThat(second.finish().get().files()).containsExactly(DAY + "ftp_dpm_478_1769817601.sync.gz");

        DataFile again = file(order(478, UserIds.DECLARED_ID).build());
        again.add("CRM-3", GOLD).get();
        assertThat(again.finish().getLeft()).isInstanceOf(BridgeError.Conflict.class);
        again.abort();
        assertThat(exchange.names()).hasSize(2);
    }

    /** F13, F18, R16, R17 for files that were made elsewhere. */
    @Test
    void a_file_made_elsewhere_is_checked_line_by_line() {
        InboundFileCheck check = client().check(
                        InboundFileName.parse("ftp_dpm_478_1366545717.sync").get(), UserIds.DECLARED_ID)
                .get();

        assertThat(check.line("CRM-1\td_sid=24,,d_sid=25\r").get().added()).containsExactly(24L, 25L);
        assertThat(check.line("CRM-1 d_sid=24").getLeft()).isEqualTo(RowFault.FORMAT);
        for (int row = 0; row < 199; row++) {
            check.line("CRM-1\td_sid=24").get();
        }
        assertThat(check.line("CRM-1\td_sid=24").getLeft()).isEqualTo(RowFault.TOO_MANY_ROWS);
        DataFileReport report = check.finish().get();

        assertThat(report.offered()).isEqualTo(202);
        assertThat(report.written()).isEqualTo(200);
        assertThat(report.samples())
                .containsExactly(new RejectedRow(2, RowFault.FORMAT), new RejectedRow(202, RowFault.TOO_MANY_ROWS));
    }

    @Test
    void f13_an_empty_file_is_refused() {
        InboundFileCheck check = client().check(
                        InboundFileName.parse("ftp_dpm_100_1400000000.sync").get(), UserIds.DECLARED_ID)
                .get();

        assertThat(check.finish().getLeft().message()).contains("ftp_dpm_100_1400000000.sync", "empty");
    }

    private static DataFileOrder.Builder order(long dataSource, UserIds ids) {
        return DataFileOrder.builder().dataSource(dataSource).ids(ids).stamp(STAMP);
    }

    private static DataFileOrder overwriting() {
        return order(478, UserIds.DECLARED_ID)
                .mode(InboundFileName.Mode.OVERWRITE)
                .build();
    }

    private DataFiles client() {
        return client(new InboundFiles(exchange, "acme", GZIP, PartLimits.USUAL, Runnable::run));
    }

    private DataFiles client(InboundFiles files) {
        return new InboundClient(
                () -> Either.right(files), (dataSource, call) -> Either.right(ownedTraits), () -> STAMP, 7);
    }

    private Either<BridgeError, DataFile> open(DataFileOrder order) {
        return client().open(order, CallOptions.standard());
    }

    private DataFile file(DataFileOrder order) {
        return open(order).get();
    }

    private DataFile file(PartLimits limits, DataFileOrder order) {
        return client(new InboundFiles(exchange, "acme", GZIP, limits, Runnable::run))
                .open(order, CallOptions.standard())
                .get();
    }

    private String refused(DataFileOrder order) {
        return open(order).getLeft().message();
    }

    private String text(DataFileReport report) {
        return Unzipped.text(exchange.content(report.files().get(0)));
    }
}
