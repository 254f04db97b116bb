// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.spi.connector.DeliveryReport;
import io.audiencebridge.domain.spi.connector.DeliveryStatus;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.audiencebridge.domain.spi.connector.WrittenChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the inbound history of a data source says of a change of two files, at noon. */
final class HearingWhatBecameOfFilesTest {
    private static final String FIRST = "ftp_dpm_5_1795521600.sync.1.gz";
    private static final String SECOND = "ftp_dpm_5_1795521600.sync.2.gz";
    private static final Instant ENDED = Instant.parse("2026-11-24T11:30:00Z");

    private final ConnectorBench bench = new ConnectorBench();

    HearingWhatBecameOfFilesTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void counters_of_all_files_are_summed_with_their_reasons() {
        history(
                item(
                        FIRST,
                        "'receivedRecords':100,'formatErrors':1,'invalidAamIds':2,'invalidDeviceIds':0,'noMatchingAamIds':30,'noTraitRealized':4,'storedRecords':63,'realizedTraits':63,'endTime':"
                                + ENDED.minusSeconds(9).toEpochMilli()),
                item(
                        SECOND,
                        "'receivedRecords':50,'formatErrors':0,'invalidAamIds':0,'invalidDeviceIds':5,'noMatchingAamIds':5,'noTraitRealized':0,'storedRecords':40,'realizedTraits':40,'endTime':"
                                + ENDED.toEpochMilli()),
                item("ftp_dpm_5_1795521601.sync.gz", "'receivedRecords':7,'storedRecords':7"));

        StoredTally tally = ((DeliveryReport.Stored) of(Duration.ofHours(1), Change.ADD)).tally();

        assertThat(tally)
                .isEqualTo(StoredTally.builder()
                        .sent(150)
                        .received(150)
                        .stored(103)
                        .rejected(Map.of(
                                "formatErrors", 1L,
                                "invalidAamIds", 2L,
                                "invalidDeviceIds", 5L,
                                "noMatchingAamIds", 35L,
                                "noTraitRealized", 4L))
                        .realized(103)
                        .ended(ENDED)
                        .build());
        assertThat(tally.unexplained()).isZero();
    }

    /** Contradiction C16: the documents' own sample is off by 7. */
    @Test
    void what_the_systems_counters_leave_open_is_told_as_unexplained() {
        history(
                item(FIRST, "'receivedRecords':100,'processedRecords':100,'noTraitRealized':50,'storedRecords':43"),
                item(SECOND, "'receivedRecords':50,'processedRecords':50,'storedRecords':50"));

        StoredTally tally = ((DeliveryReport.Stored) of(Duration.ofHours(1), Change.ADD)).tally();

        assertThat(tally.unexplained()).isEqualTo(7);
    }

    @Test
    void lines_received_and_not_processed_are_told_as_excluded_and_a_missing_sum_is_computed() {
        history(
                item(FIRST, "'receivedRecords':100,'processedRecords':98,'formatErrors':3"),
                item(SECOND, "'receivedRecords':50,'storedRecords':50"));

        StoredTally tally = ((DeliveryReport.Stored) of(Duration.ofHours(1), Change.ADD)).tally();

        assertThat(tally.rejected()).isEqualTo(Map.of("formatErrors", 3L, "excludedLines", 2L));
        assertThat(tally.stored()).isEqualTo(145);
        assertThat(tally.unexplained()).isZero();
    }

    @Test
    void of_a_removal_the_traits_taken_away_are_realized() {
        history(
                item(FIRST, "'receivedRecords':100,'storedRecords':100,'realizedTraits':0,'removedTraits':90"),
                item(SECOND, "'receivedRecords':50,'storedRecords':50,'realizedTraits':0,'removedTraits':50"));

        assertThat(((DeliveryReport.Stored) of(Duration.ofHours(1), Change.REMOVE))
                        .tally()
                        .realized())
                .isEqualTo(140);
    }

    @Test
    void until_every_file_is_told_of_it_is_pending_and_asked_again_in_an_hour() {
        history(item("acme/date=2026-11-24/" + FIRST, "'receivedRecords':100,'storedRecords':100"));

        DeliveryReport.Pending pending = (DeliveryReport.Pending) of(Duration.ofDays(2), Change.ADD);

        assertThat(pending.waiting().until()).isEqualTo(ConnectorBench.NOON.plus(Duration.ofHours(1)));
        assertThat(pending.waiting().because()).contains("1 of 2 files", SECOND);
    }

    @Test
    void a_file_that_is_not_told_of_in_48_hours_was_refused_as_a_whole() {
        history(item(FIRST, "'receivedRecords':100,'storedRecords':100"));

        DeliveryReport.Refused refused =
                (DeliveryReport.Refused) of(Duration.ofDays(2).plusSeconds(1), Change.ADD);

        assertThat(refused.because()).contains(SECOND, "48 hours").doesNotContain(FIRST);
    }

    @Test
    void a_file_of_which_no_line_could_be_read_was_refused_at_once() {
        history(
                item(FIRST, "'receivedRecords':100,'formatErrors':100,'storedRecords':0"),
                item(SECOND, "'receivedRecords':0,'storedRecords':0"));

        DeliveryReport.Refused refused = (DeliveryReport.Refused) of(Duration.ofHours(1), Change.ADD);

        assertThat(refused.because()).contains(FIRST, SECOND);
    }

    @Test
    void a_change_without_files_is_stored_without_asking() {
        DeliveryReport report = ask(WrittenChange.builder()
                .order(order(Change.ADD))
                .handedOver(ConnectorBench.NOON)
                .rows(0)
                .build());

        assertThat(((DeliveryReport.Stored) report).tally().sent()).isZero();
        assertThat(bench.api.lines()).isEmpty();
    }

    @Test
    void a_history_that_may_not_be_seen_is_an_error() {
        bench.api.answers("GET /v1/datasources/5/history/inbound", 403, "{}");

        assertThat(bench.ability(DeliveryStatus.class)
                        .of(change(Duration.ofHours(1), Change.ADD), ScriptedApi.call())
                        .getLeft())
                .isInstanceOf(BridgeError.AccessDenied.class);
    }

    private void history(String... items) {
        bench.api.answers("GET /v1/datasources/5/history/inbound", 200, "[" + String.join(",", items) + "]");
    }

    private static String item(String name, String counters) {
        return "{'dataFileName':'" + name + "','dataSourceId':5," + counters + "}";
    }

    private DeliveryReport of(Duration ago, Change change) {
        return ask(change(ago, change));
    }

    private DeliveryReport ask(WrittenChange change) {
        return bench.ability(DeliveryStatus.class)
                .of(change, ScriptedApi.call())
                .get();
    }

    private static WrittenChange change(Duration ago, Change change) {
        return WrittenChange.builder()
                .order(order(change))
                .handedOver(ConnectorBench.NOON.minus(ago))
                .files(List.of("acme/date=2026-11-24/" + FIRST, "acme/date=2026-11-24/" + SECOND))
                .rows(150)
                .build();
    }

    private static WriteOrder order(Change change) {
        return WriteOrder.builder()
                .audience(ConnectorBench.segment("201"))
                .dataSource(ConnectorBench.DECLARED)
                .change(change)
                .stamp(Instant.ofEpochSecond(1795521600))
                .build();
    }
}
