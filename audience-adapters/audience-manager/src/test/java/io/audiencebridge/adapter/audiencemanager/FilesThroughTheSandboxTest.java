// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataFile;
import io.audiencebridge.adapter.audiencemanager.client.DataFileOrder;
import io.audiencebridge.adapter.audiencemanager.client.DataFiles;
import io.audiencebridge.adapter.audiencemanager.client.DataItems;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFile;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFiles;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncOrder;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileName;
import io.audiencebridge.adapter.audiencemanager.client.InboundReceipt;
import io.audiencebridge.adapter.audiencemanager.client.UserIds;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.DeliveryReport;
import io.audiencebridge.domain.spi.connector.DeliveryStatus;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.spi.connector.WrittenChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Inbound files as the sandbox takes them in, and what it says of them. */
final class FilesThroughTheSandboxTest {
    private static final List<String> PERSONS = List.of("CRM-1", "CRM-2", "CRM-3");

    private final SandboxBench bench = new SandboxBench();
    private final DataSource customers = bench.declared();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void who_is_removed_leaves_the_audience_and_nobody_else_does() {
        AudienceRef gold = liveAudience("Gold");
        bench.add(gold, customers, PERSONS);
        bench.sandbox.clock().advance(Duration.ofDays(1));

        bench.remove(gold, customers, List.of("CRM-2"));
        bench.sandbox.clock().advance(Duration.ofDays(1));

        assertThat(members(gold)).containsExactlyInAnyOrder("CRM-1", "CRM-3");
    }

    /** The balance goes on to what was stored: every row sent is stored or rejected by a reason. */
    @Test
    void what_was_stored_and_rejected_is_told_when_all_files_are_read() {
        AudienceRef gold = liveAudience("Gold");
        WriteSummary written = bench.add(gold, customers, PERSONS);
        WrittenChange change = change(gold, written);

        DeliveryReport before = status(change);
        bench.sandbox.clock().advance(Duration.ofDays(1));
        StoredTally tally = ((DeliveryReport.Stored) status(change)).tally();

        assertThat(before).isInstanceOf(DeliveryReport.Pending.class);
        assertThat(tally.sent()).isEqualTo(3);
        assertThat(tally.stored()).isEqualTo(3);
        assertThat(tally.realized()).isEqualTo(3);
        assertThat(tally.unexplained()).isZero();
    }

    /** SEMANTICS S19: a trait younger than four hours realises nothing, and the receipt says so. */
    @Test
    void rows_of_a_trait_that_is_too_young_are_told_as_rejected() {
        AudienceRef gold = bench.prepare("Gold", customers).audience();
        WrittenChange change = change(gold, bench.add(gold, customers, PERSONS));

        bench.sandbox.clock().advance(Duration.ofDays(1));
        StoredTally tally = ((DeliveryReport.Stored) status(change)).tally();

        assertThat(tally.rejected()).isEqualTo(Map.of("noTraitRealized", 3L));
        assertThat(tally.stored()).isZero();
        assertThat(tally.unexplained()).isZero();
    }

    /** The bucket of a foreign account takes files only with an ACL, which this exchange leaves out. */
    @Test
    void a_file_that_was_refused_as_a_whole_is_told_after_48_hours() {
        bench.sandbox.audienceManagerData().files().set("crossAccount", true);
        AudienceRef gold = liveAudience("Gold");
        WrittenChange change = change(gold, bench.add(gold, customers, PERSONS));

        bench.sandbox.clock().advance(Duration.ofDays(2).minusMinutes(1));
        DeliveryReport inTime = status(change);
        bench.sandbox.clock().advance(Duration.ofMinutes(2));
        DeliveryReport overdue = status(change);

        assertThat(inTime).isInstanceOf(DeliveryReport.Pending.class);
        assertThat(overdue)
                .isInstanceOfSatisfying(
                        DeliveryReport.Refused.class,
                        refused ->
                                assertThat(refused.because()).contains("ftp_dpm_" + customers.id(), "access rights"));
    }

    /** Contradiction C16: the mail may state fewer records than its own counters explain. */
    @Test
    void the_receipt_mail_is_read_as_it_was_sent() {
        bench.sandbox.audienceManagerData().files().set("receiptShortBy", 7);
        AudienceRef gold = liveAudience("Gold");
        WriteSummary written = bench.add(
                gold,
                customers,
                IntStream.range(0, 20).mapToObj(i -> "CRM-" + i).toList());
        bench.sandbox.clock().advance(Duration.ofDays(1));

        InboundReceipt receipt = InboundReceipt.parse(bench.sandbox
                        .audienceManagerData()
                        .files()
                        .receipts()
                        .get(0)
                        .mail())
                .get();

        assertThat(receipt.files()).containsExactly(base(written.files().head()));
        assertThat(receipt.received()).isEqualTo(20);
        assertThat(receipt.stored()).isEqualTo(13);
        assertThat(receipt.unexplained()).isEqualTo(7);
        assertThat(receipt.ended()).isPresent();
    }

    /** R18, R21 and correction X4: what a file that overwrites does to whom it names, and to nobody else. */
    @Test
    void a_file_that_overwrites_replaces_and_clears_only_whom_it_names() {
        AudienceRef gold = liveAudience("Gold");
        bench.add(gold, customers, PERSONS);
        bench.sandbox.clock().advance(Duration.ofDays(1));

        DataFile file = open(InboundFileName.Mode.OVERWRITE);
        file.add("CRM-1", DataItems.adding(trait()).get()).get();
        file.add("CRM-2", DataItems.NONE).get();
        file.finish().get();
        bench.sandbox.clock().advance(Duration.ofDays(1));

        assertThat(members(gold)).containsExactlyInAnyOrder("CRM-1", "CRM-3");
    }

    /** SEMANTICS S17. */
    @Test
    void a_data_source_of_two_audiences_is_never_overwritten() {
        liveAudience("Gold");
        liveAudience("Silver");

        var refused = bench.connector
                .ability(DataFiles.class)
                .get()
                .open(order(InboundFileName.Mode.OVERWRITE), CallOptions.standard());

        assertThat(refused.getLeft().message()).contains("owns 2 onboarded traits");
    }

    @Test
    void several_rows_and_items_of_one_person_add_up() {
        AudienceRef gold = liveAudience("Gold");
        DataFile file = open(InboundFileName.Mode.SYNC);

        file.add(
                        "CRM-1",
                        DataItems.builder()
                                .signal("colour", "red, or so")
                                .add(trait())
                                .build()
                                .get())
                .get();
        file.add("CRM-1", DataItems.builder().code("nothing").build().get()).get();
        file.add("CRM-2", DataItems.removing(trait()).get()).get();
        file.finish().get();
        bench.sandbox.clock().advance(Duration.ofDays(1));

        assertThat(members(gold)).containsExactly("CRM-1");
        assertThat(bench.sandbox.audienceManagerData().files().receipts().get(0).mail())
                .contains("Format Errors: 0");
    }

    /** I01: ids bound by a file let a visitor's membership reach the person's. */
    @Test
    void an_id_sync_file_is_taken_in() {
        IdSyncFile file = bench.connector
                .ability(IdSyncFiles.class)
                .get()
                .open(
                        IdSyncOrder.builder()
                                .addColumns(
                                        IdSyncOrder.Column.AAM_UUID,
                                        new IdSyncOrder.Column(customers.id(), UserIds.DECLARED_ID))
                                .build(),
                        CallOptions.standard())
                .get();

        file.add("68079982765673198504052656074456196039", "CRM-1").get();
        var report = file.finish().get();
        bench.sandbox.clock().advance(Duration.ofDays(1));

        assertThat(bench.sandbox.audienceManagerData().inboundFiles())
                .anySatisfy(taken -> assertThat(taken.toString())
                        .contains(base(report.files().get(0)), "PROCESSED"));
    }

    private AudienceRef liveAudience(String title) {
        AudienceRef audience = bench.prepare(title, customers).audience();
        bench.sandbox.clock().advance(Duration.ofHours(4));
        return audience;
    }

    private long trait() {
        return bench.connector
                .ability(AudienceManagerClient.class)
                .get()
                .traits()
                .coded(
                        AudienceCode.of(new AudienceOrder(SandboxBench.CONNECTION, "Gold", customers)),
                        CallOptions.standard())
                .get()
                .get()
                .sid();
    }

    private List<String> members(AudienceRef audience) {
        return bench.sandbox.audienceManagerData().members(audience.id(), customers.id());
    }

    private DataFile open(InboundFileName.Mode mode) {
        return bench.connector
                .ability(DataFiles.class)
                .get()
                .open(order(mode), CallOptions.standard())
                .get();
    }

    private DataFileOrder order(InboundFileName.Mode mode) {
        return DataFileOrder.builder()
                .dataSource(customers.id())
                .ids(UserIds.DECLARED_ID)
                .mode(mode)
                .build();
    }

    private DeliveryReport status(WrittenChange change) {
        return bench.connector
                .ability(DeliveryStatus.class)
                .get()
                .of(change, ScriptedApi.call())
                .get();
    }

    private WrittenChange change(AudienceRef audience, WriteSummary written) {
        Instant now = bench.sandbox.clock().instant();
        return WrittenChange.builder()
                .order(WriteOrder.builder()
                        .audience(audience)
                        .dataSource(customers)
                        .change(WriteOrder.Change.ADD)
                        .stamp(now)
                        .build())
                .handedOver(now)
                .files(written.files())
                .rows(written.rows())
                .build();
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
