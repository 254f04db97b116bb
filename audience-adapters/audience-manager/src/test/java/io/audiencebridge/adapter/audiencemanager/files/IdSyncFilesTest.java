// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataFileReport;
import io.audiencebridge.adapter.audiencemanager.client.GlobalDataSource;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFile;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFileName.Kind;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncOrder;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncOrder.Column;
import io.audiencebridge.adapter.audiencemanager.client.RejectedRow;
import io.audiencebridge.adapter.audiencemanager.client.RowFault;
import io.audiencebridge.adapter.audiencemanager.client.UserIds;
import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** I-numbers are golden cases of the protocol page, section 8.3. */
final class IdSyncFilesTest {
    private static final Instant STAMP = Instant.ofEpochSecond(1476312152);
    private static final String DAY = "acme/date=2016-10-12/";
    private static final String UUID = "68079982765673198504052656074456196039";
    private static final String HASH = "55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149";
    private static final Column CUSTOMERS = new Column(12345, UserIds.DECLARED_ID);
    private static final Column ADDRESSES = new Column(898, UserIds.HASHED_ID);

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
    void i01_audience_managers_own_ids_are_mapped_to_customers() {
        IdSyncFile file = file(Kind.ADOBE_ID, Column.AAM_UUID, CUSTOMERS);

        assertThat(file.add(UUID, "XYZ-38").get()).isTrue();
        DataFileReport report = file.finish().get();

        assertThat(report.files()).containsExactly(DAY + "adobe_id_0_12345_1476312152.sync.gz");
        assertThat(text(report)).isEqualTo(UUID + "\tXYZ-38\n");
        assertThat(report.notices()).isEmpty();
    }

    /** Documents ask for device ids in the first column (contradiction C8), and show this. */
    @Test
    void i02_customers_first_is_written_with_a_notice() {
        IdSyncFile file = file(Kind.ADOBE_ID, CUSTOMERS, new Column(67890, UserIds.DECLARED_ID));

        file.add("XYZ-38", "4598060374").get();
        DataFileReport report = file.finish().get();

        assertThat(report.files()).containsExactly(DAY + "adobe_id_12345_67890_1476312152.sync.gz");
        assertThat(report.notices()).singleElement().asString().contains("12345", "device ids");
    }

    @ParameterizedTest(name = "I04: {0}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'XYZ-38 ',INVALID_ID",
                "'XYZ-38\t',INVALID_ID",
                "'',INVALID_ID",
                "'mary@example.com',PERSONAL_DATA"
            })
    void a_row_that_would_not_be_processed_is_left_out(String id, RowFault fault) {
        IdSyncFile file = file(Kind.ADOBE_ID, Column.AAM_UUID, CUSTOMERS);

        assertThat(file.add(UUID, id).get()).isFalse();
        assertThat(file.add(UUID, "XYZ-39").get()).isTrue();
        DataFileReport report = file.finish().get();

        assertThat(report.samples()).containsExactly(new RejectedRow(1, fault));
        assertThat(text(report)).isEqualTo(UUID + "\tXYZ-39\n");
    }

    @Test
    void i05_people_are_mapped_to_hashed_addresses() {
        IdSyncFile file = file(Kind.C2C_ID, CUSTOMERS, ADDRESSES);

        assertThat(file.add("CRM-1", HASH).get()).isTrue();
        assertThat(file.add("CRM-1", HASH.toUpperCase(Locale.ROOT)).get()).isFalse();
        assertThat(file.add("CRM-1", "mary@example.com").get()).isFalse();
        DataFileReport report = file.finish().get();

        assertThat(report.files()).containsExactly(DAY + "c2c_id_12345_898_1476312152.sync.gz");
        assertThat(report.rejected()).isEqualTo(Map.of(RowFault.INVALID_ID, 1L, RowFault.PERSONAL_DATA, 1L));
        assertThat(report.notices()).isEmpty();
    }

    @Test
    void i08_an_id_is_written_as_it_is() {
        IdSyncFile file = file(Kind.ADOBE_ID, Column.AAM_UUID, CUSTOMERS);

        file.add(UUID, "a%2Bb").get();

        assertThat(text(file.finish().get())).isEqualTo(UUID + "\ta%2Bb\n");
    }

    @Test
    void a_person_has_ten_addresses_at_most_in_any_order_of_rows() {
        IdSyncFile file = file(Kind.C2C_ID, CUSTOMERS, ADDRESSES);
        for (int address = 0; address < 10; address++) {
            for (int person = 0; person < 2000; person++) {
                assertThat(file.add("CRM-" + person, hash(person, address)).get())
                        .isTrue();
            }
        }

        assertThat(file.add("CRM-7", hash(7, 10)).get()).isFalse();
        DataFileReport report = file.finish().get();

        assertThat(report.written()).isEqualTo(20_000);
        assertThat(report.samples()).containsExactly(new RejectedRow(20_001, RowFault.TOO_MANY_ADDRESSES));
    }

    @Test
    void device_ids_are_held_to_their_data_source() {
        IdSyncFile file = file(Kind.ADOBE_ID, Column.of(GlobalDataSource.IDFA), CUSTOMERS);

        assertThat(file.add("6d92078a-8246-4ba4-ae5b-76104861e7dc", "CRM-1").get())
                .isFalse();
        assertThat(file.add("6D92078A-8246-4BA4-AE5B-76104861E7DC", "CRM-1").get())
                .isTrue();

        assertThat(file.finish().get().rejected()).isEqualTo(Map.of(RowFault.INVALID_DEVICE_ID, 1L));
    }

    @Test
    void a_row_has_an_id_for_each_column() {
        IdSyncFile file = file(Kind.ADOBE_ID, Column.AAM_UUID, CUSTOMERS);

        assertThat(file.add(UUID).getLeft().message()).contains("2 ids", "not 1");
        file.abort();
    }

    @Test
    void columns_that_do_not_go_together_are_refused_all_at_once() {
        assertThat(refused(Kind.ADOBE_ID, CUSTOMERS)).contains("two data sources");
        assertThat(refused(Kind.ADOBE_ID, CUSTOMERS, CUSTOMERS)).contains("twice");
        assertThat(refused(Kind.ADOBE_ID, new Column(0, UserIds.DECLARED_ID), CUSTOMERS))
                .contains("data source 0");
        assertThat(refused(Kind.ADOBE_ID, new Column(-1, UserIds.DECLARED_ID), CUSTOMERS))
                .contains("not negative");
        assertThat(refused(Kind.C2C_ID, CUSTOMERS, ADDRESSES, new Column(5, UserIds.HASHED_ID)))
                .contains("two columns");
        assertThat(refused(Kind.C2C_ID, ADDRESSES, CUSTOMERS)).contains("two columns");
        assertThat(refused(Kind.ADOBE_ID, new Column(20914, UserIds.DECLARED_ID), CUSTOMERS))
                .contains("DEVICE_ID");
    }

    @Test
    void a_stamp_that_is_taken_by_a_file_of_the_same_columns_is_passed_over() {
        exchange.put(DAY + "adobe_id_0_12345_1476312152.sync.1.gz", new byte[1]);
        exchange.put(DAY + "adobe_id_0_67890_1476312153.sync.gz", new byte[1]);

        IdSyncFile file = client().open(
                        IdSyncOrder.builder()
                                .addColumns(Column.AAM_UUID, CUSTOMERS)
                                .build(),
                        CallOptions.standard())
                .get();
        file.add(UUID, "XYZ-38").get();

        assertThat(file.finish().get().files()).containsExactly(DAY + "adobe_id_0_12345_1476312153.sync.gz");
    }

    private static String hash(int person, int address) {
        return String.format(Locale.ROOT, "%032x%032x", person, address);
    }

    private IdSyncClient client() {
        Packing gzip =
                Packing.compressed(new GzipCodecFactory().open(Runnable::run)).get();
        InboundFiles files = new InboundFiles(exchange, "acme", gzip, PartLimits.USUAL, Runnable::run);
        return new IdSyncClient(() -> Either.right(files), () -> Either.right(gzip), () -> STAMP, 7);
    }

    private IdSyncFile file(Kind kind, Column... columns) {
        return client().open(order(kind, columns), CallOptions.standard()).get();
    }

    private String refused(Kind kind, Column... columns) {
        Either<BridgeError, IdSyncFile> opened = client().open(order(kind, columns), CallOptions.standard());
        assertThat(opened.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        return opened.getLeft().message();
    }

    private static IdSyncOrder order(Kind kind, Column... columns) {
        return IdSyncOrder.builder().kind(kind).addColumns(columns).stamp(STAMP).build();
    }

    private String text(DataFileReport report) {
        return Unzipped.text(exchange.content(report.files().get(0)));
    }
}
