// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.engineduckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.adapter.storage.HomeFolder;
import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.service.Infrastructure;
import io.audiencebridge.domain.service.UseCases;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** SEMANTICS S13 to S16 with the ledger's keys streaming by DuckDB: Result, complement and the ledger's bytes are those of a ledger on the heap. */
class SharingOutOfCoreTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final int PEOPLE = 60;
    private static final int SHARES = 5;
    private static final DataSource BY_VISITOR = DataSource.builder()
            .id(14016)
            .key(new ReconciliationKey.Visitor())
            .destinationId(46390)
            .build();

    @TempDir
    private Path folder;

    @Test
    void shares_out_of_core_give_what_they_give_with_the_ledger_on_the_heap() throws IOException {
        ReconciliationEngine engine = Engines.open(settings().build());
        AtomicInteger asked = new AtomicInteger();
        for (long seed = 0; seed < 2; seed++) {
            World onTheHeap = new World(folder.resolve("heap-" + seed), new PlainReconciler()::match, Long.MAX_VALUE);
            World outOfCore = new World(
                    folder.resolve("core-" + seed),
                    (task, call) -> {
                        asked.incrementAndGet();
                        return engine.match(task, call);
                    },
                    0);

            assertThat(told(outOfCore, seed)).as("seed %s", seed).isEqualTo(told(onTheHeap, seed));
        }
        assertThat(asked).hasValueGreaterThan(SHARES);
        assertThat(files(folder.resolve("scratch"))).isEmpty();
    }

    @Test
    void a_scratch_folder_that_is_gone_fails_the_share_and_nothing_is_sent() throws IOException {
        Path scratch = folder.resolve("scratch");
        World world = new World(folder.resolve("home"), Engines.open(settings().build()), 0);
        world.person(1, List.of(visitor(1)), false);
        world.person(2, List.of(visitor(2)), false);
        world.share(1).get();
        Files.delete(scratch);
        Files.createFile(scratch);

        BridgeError error = world.share(1, 2).getLeft();

        assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(error.message()).contains(scratch.toString());
        assertThat(world.sent()).containsExactly(visitor(1));
    }

    @Test
    void a_scratch_folder_that_is_gone_fails_the_import_and_the_list_stays_as_it_was() throws IOException {
        Path scratch = folder.resolve("scratch");
        World world = new World(folder.resolve("home"), Engines.open(settings().build()), 0);
        world.person(1, List.of(visitor(1)), false);
        world.person(2, List.of(visitor(2)), false);
        AudienceRef list = world.crm.list("Gold again", RecipientId.of(2));
        AudienceRef audience = world.cloud.audience("Gold", visitor(1));
        ImportRequest request = ImportRequest.builder()
                .audience(audience)
                .into(CRM)
                .list("Gold again")
                .dataSource(BY_VISITOR)
                .build();
        Files.delete(scratch);
        Files.createFile(scratch);

        BridgeError error = world.bridge
                .importSharedAudience()
                .importAudience(request, Calls.ample())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.LocalFailure.class);
        assertThat(world.crm.recipientsIn(list)).containsExactly(RecipientId.of(2));
    }

    /** Not part of a build: {@code -Dlarge.ledger=50000000 -Dtests.heap=256m}, where the ledger alone would take three times the heap. Prints times. */
    @Test
    @EnabledIfSystemProperty(named = "large.ledger", matches = "[0-9]+")
    void a_ledger_larger_than_the_heap_is_compared() throws IOException {
        long keys = Long.getLong("large.ledger");
        World world = new World(folder.resolve("home"), Engines.open(settings().build()), 0);
        for (int person = 0; person < 20_000; person++) {
            world.person(person, List.of(visitor(person)), false);
        }
        world.share(LongStream.range(0, 10_000).toArray()).get();
        world.foreignRun(keys);

        long begun = System.nanoTime();
        String tally = world.share(LongStream.range(5_000, 20_000).toArray())
                .getOrElseThrow(error -> new AssertionError(error.message()));

        System.out.printf(
                "%,d fingerprints, heap of %,d bytes: %s, %,d ms%n",
                keys,
                Runtime.getRuntime().maxMemory(),
                tally,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        assertThat(tally).contains("shared=10000", "alreadyShared=5000", "staying=" + (keys + 5_000));
    }

    private DuckEngineSettings.Builder settings() {
        DuckEngineSettings.Builder settings = DuckEngineSettings.builder();
        settings.temporaryFolder(folder.resolve("scratch"))
                .memoryBytes(64L << 20)
                .threads(2);
        return settings;
    }

    /** What became of the same random shares in a world: receipts, who was sent, the ledger's bytes. */
    private static List<String> told(World world, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> told = new ArrayList<>();
        world.cloud.forgettingAfter(Duration.ofDays(120));
        for (int share = 0; share < SHARES; share++) {
            for (int i = 1 + random.nextInt(PEOPLE); i > 0; i--) {
                List<String> ids = new ArrayList<>();
                for (int id = random.nextInt(4); id > 0; id--) {
                    ids.add(random.nextInt(9) == 0 ? "5d3c9b8a-uuid230" : visitor(random.nextInt(80)));
                }
                world.person(random.nextInt(PEOPLE), ids, random.nextInt(12) == 0);
            }
            world.now = world.now.plus(Duration.ofDays(random.nextInt(60)));
            told.add(world.share(LongStream.range(0, PEOPLE)
                            .filter(id -> random.nextInt(3) > 0)
                            .toArray())
                    .fold(BridgeError::message, each -> each));
            told.add(new TreeSet<>(world.sent()).toString());
            for (Path file : files(world.home.resolve("ledger"))) {
                told.add(file.getFileName() + " " + HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return told;
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String visitor(long number) {
        return "%038d".formatted(number);
    }

    /** Two systems, a home and a bridge. */
    private static final class World {
        private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM);
        private final InMemoryConnector cloud = InMemoryConnector.ofKeys(CLOUD);
        private final AtomicInteger runs = new AtomicInteger();
        private final Path home;
        private final Journal journal;
        private final UseCases bridge;
        private Instant now = Instant.parse("2026-11-01T00:00:00Z");

        World(Path home, ReconciliationEngine engine, long ledgerHeap) {
            HomeFolder kept = HomeFolder.at(home).get();
            this.home = home;
            this.journal = kept.journal();
            bridge = new UseCases(
                    HashMap.of(CRM, crm, CLOUD, cloud),
                    Infrastructure.builder()
                            .journal(kept.journal())
                            .ledger(kept.ledger())
                            .ledgerHeap(ledgerHeap)
                            .memberships(kept.memberships())
                            .eventStates(kept.eventStates())
                            .engine(engine)
                            .clock(() -> now)
                            .runIds(() -> new RunId("run-" + runs.incrementAndGet()))
                            .build());
        }

        void person(long id, List<String> visitors, boolean out) {
            crm.with(InMemoryRecipient.builder()
                    .id(RecipientId.of(id))
                    .sourceIds(visitors)
                    .optedOut(out)
                    .build());
        }

        Either<BridgeError, String> share(long... people) {
            ShareRequest request = ShareRequest.builder()
                    .list(crm.list(
                            "List " + runs,
                            LongStream.of(people).mapToObj(RecipientId::of).toArray(RecipientId[]::new)))
                    .to(CLOUD)
                    .audience("Gold")
                    .dataSource(BY_VISITOR)
                    .build();
            return bridge.shareRecipientList()
                    .share(request, Calls.ample())
                    .map(receipt -> receipt.exported().orElseThrow().toString());
        }

        /** A delivered run of a cluster that shared {@code keys} keys, evenly spread. */
        void foreignRun(long keys) throws IOException {
            RunId run = new RunId("spark-1");
            Path file = files(home.resolve("ledger")).get(0).resolveSibling(run + ".fingerprints");
            try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                long step = Long.divideUnsigned(-1, keys);
                for (long key = 0; key < keys; key++) {
                    out.writeLong(Long.MIN_VALUE + key * step);
                    out.writeLong(key);
                }
            }
            journal.save(RunRecord.builder()
                            .run(run)
                            .state(RunState.DELIVERED)
                            .started(now)
                            .updated(now)
                            .build())
                    .get();
        }

        Set<String> sent() {
            return cloud.keysIn(cloud.named("Gold").get());
        }
    }
}
