// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.enginespark.LocalSpark;
import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.adapter.storage.FolderExchangeFactory;
import io.audiencebridge.adapter.storage.FolderSettings;
import io.audiencebridge.adapter.storage.HomeFolder;
import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.service.ExchangeLedger;
import io.audiencebridge.domain.service.Infrastructure;
import io.audiencebridge.domain.service.UseCases;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster and a local bridge with one home never share the same person twice. */
class SharingWithALocalBridgeTest {
    private static final SparkSession SESSION = LocalSpark.session();
    private static final StructType RECIPIENTS = new StructType()
            .add("id", DataTypes.LongType)
            .add("key", DataTypes.StringType)
            .add("silent", DataTypes.BooleanType);
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final DataSource BY_VISITOR = DataSource.builder()
            .id(14016)
            .key(new ReconciliationKey.Visitor())
            .destinationId(46390)
            .build();

    @TempDir
    private Path folder;

    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM);
    private final InMemoryConnector cloud = InMemoryConnector.ofKeys(CLOUD);
    private final AtomicInteger runs = new AtomicInteger();
    private HomeFolder home;
    private UseCases local;
    private SparkLedger ledger;

    @BeforeEach
    void open() {
        home = HomeFolder.at(folder).get();
        local = bridge(home.ledger());
        ledger = SparkLedger.at(SESSION, folder.resolve("ledger").toUri().toString(), home.journal());
    }

    private UseCases bridge(Ledger kept) {
        return new UseCases(
                HashMap.of(CRM, crm, CLOUD, cloud),
                Infrastructure.builder()
                        .journal(home.journal())
                        .ledger(kept)
                        .memberships(home.memberships())
                        .eventStates(home.eventStates())
                        .engine(new PlainReconciler()::match)
                        .clock(() -> NOW)
                        .runIds(() -> new RunId("local-" + runs.incrementAndGet()))
                        .build());
    }

    @Test
    void whom_a_local_run_shared_the_cluster_does_not_share_again() {
        localShare(1, 300);

        try (NewMembers found = newMembers(101, 500)) {
            assertThat(counts(found.tally())).isEqualTo("read 400 shared 200 already 200 staying 100 rows 200");
            assertThat(keys(found)).hasSize(200).doesNotContain(visitor(300)).contains(visitor(301), visitor(500));
        }
    }

    @Test
    void whom_the_cluster_shared_a_local_run_does_not_share_again() {
        try (NewMembers found = newMembers(1, 300)) {
            ledger.keep(new RunId("spark-1"), found).get();
            assertThat(counts(localShare(1, 10))).as("kept but not delivered").startsWith("read 10 shared 10");

            ledger.delivered(new RunId("spark-1"), NOW, NOW).get();
        }

        assertThat(counts(localShare(101, 500))).isEqualTo("read 400 shared 200 already 200 staying 100 rows 200");
        try (NewMembers again = newMembers(1, 600)) {
            assertThat(counts(again.tally())).isEqualTo("read 600 shared 100 already 500 staying 0 rows 100");
        }
    }

    /** The exchange could as well be a bucket: its names are those below the cluster's folder. */
    @Test
    void a_bridge_whose_ledger_is_in_an_exchange_and_the_cluster_share_nobody_twice() throws Exception {
        Files.createDirectory(folder.resolve("ledger"));
        local = bridge(new ExchangeLedger(
                new FolderExchangeFactory()
                        .open(FolderSettings.of(folder.resolve("ledger")))
                        .get(),
                Calls::ample));
        localShare(1, 300);

        try (NewMembers found = newMembers(101, 500)) {
            assertThat(counts(found.tally())).isEqualTo("read 400 shared 200 already 200 staying 100 rows 200");
            ledger.keep(new RunId("spark-1"), found).get();
            ledger.delivered(new RunId("spark-1"), NOW, NOW).get();
        }

        assertThat(counts(localShare(1, 600))).isEqualTo("read 600 shared 100 already 500 staying 0 rows 100");
    }

    @Test
    void the_cluster_writes_the_file_that_a_local_run_writes() throws Exception {
        try (NewMembers found = newMembers(1, 300)) {
            ledger.keep(new RunId("spark-1"), found).get();
            ledger.keep(new RunId("spark-1"), found).get();
        }
        localShare(1, 300);

        List<Path> files = files();
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly("local-1.fingerprints", "spark-1.fingerprints");
        assertThat(files.get(1)).hasSameBinaryContentAs(files.get(0)).hasSize(16 * 300);
    }

    @Test
    void nobody_new_is_a_file_without_fingerprints() throws Exception {
        localShare(1, 20);
        try (NewMembers found = newMembers(1, 20)) {
            assertThat(found.tally().rows()).isZero();
            ledger.keep(new RunId("spark-1"), found).get();
        }

        assertThat(files().get(1)).isEmptyFile();
    }

    @Test
    void every_recipient_has_one_bucket_and_a_key_of_somebody_who_opted_out_is_not_shared() {
        List<Row> rows = List.of(
                row(1, visitor(1), false),
                row(1, visitor(2), false),
                row(2, visitor(2), false),
                row(3, null, false),
                row(4, "5d3c9b8a-uuid230", false),
                row(5, visitor(5), true),
                row(6, visitor(5), false),
                row(7, visitor(7), false),
                row(8, visitor(8), false));
        Dataset<Row> others = SESSION.createDataFrame(List.of(row(9, visitor(7), true)), RECIPIENTS);

        try (NewMembers found = SparkAudiences.of(ledger)
                .newMembers(order(rows).othersOptedOut(others).build())
                .get()) {
            ExportTally tally = found.tally();
            assertThat(counts(tally)).isEqualTo("read 8 shared 3 already 0 staying 0 rows 3");
            assertThat(tally.complement().optedOut()).isEqualTo(3);
            assertThat(tally.complement().invalid()).isOne();
            assertThat(tally.complement().noVisitorId()).isOne();
            assertThat(keys(found)).containsExactlyInAnyOrder(visitor(1), visitor(2), visitor(8));
        }
    }

    @Test
    void a_ledger_file_that_was_cut_is_an_error() throws Exception {
        localShare(1, 20);
        Path file = files().get(0);
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 25));

        var answer = SparkAudiences.of(ledger).newMembers(order(List.of()).build());

        assertThat(answer.getLeft().message()).contains("cut short at 25 bytes");
    }

    private ExportTally localShare(long from, long to) {
        RecipientId[] people = LongStream.rangeClosed(from, to)
                .peek(id -> crm.with(InMemoryRecipient.builder()
                        .id(RecipientId.of(id))
                        .sourceIds(List.of(visitor(id)))
                        .build()))
                .mapToObj(RecipientId::of)
                .toArray(RecipientId[]::new);
        ShareRequest request = ShareRequest.builder()
                .list(crm.list("List " + runs, people))
                .to(CLOUD)
                .audience("Gold")
                .dataSource(BY_VISITOR)
                .build();
        return local.shareRecipientList()
                .share(request, Calls.ample())
                .get()
                .exported()
                .orElseThrow();
    }

    private NewMembers newMembers(long from, long to) {
        List<Row> rows = new ArrayList<>();
        LongStream.rangeClosed(from, to).forEach(id -> rows.add(row(id, visitor(id), false)));
        return SparkAudiences.of(ledger).newMembers(order(rows).build()).get();
    }

    private ShareOrder.Builder order(List<Row> rows) {
        ShareOrder.Builder order = ShareOrder.builder();
        order.key(new ReconciliationKey.Visitor()).page(new LedgerKey(gold(), BY_VISITOR.id()));
        order.recipients(SESSION.createDataFrame(rows, RECIPIENTS)).optedOut("silent");
        return order;
    }

    /** The audience that a local share makes, or will make. */
    private AudienceRef gold() {
        if (cloud.named("Gold").isEmpty()) {
            cloud.audience("Gold");
        }
        return cloud.named("Gold").get();
    }

    private static Row row(long id, String key, boolean silent) {
        return RowFactory.create(id, key, silent);
    }

    private static List<String> keys(NewMembers found) {
        return found.rows().collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private List<Path> files() throws Exception {
        try (var all = Files.walk(folder.resolve("ledger"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String visitor(long number) {
        return "%038d".formatted(number);
    }

    private static String counts(ExportTally tally) {
        return "read %d shared %d already %d staying %d rows %d"
                .formatted(tally.read(), tally.shared(), tally.alreadyShared(), tally.staying(), tally.rows());
    }
}
