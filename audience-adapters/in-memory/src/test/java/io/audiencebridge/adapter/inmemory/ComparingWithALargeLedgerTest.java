// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.service.Infrastructure;
import io.audiencebridge.domain.service.UseCases;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.Preview;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SEMANTICS S13 to S16 where the ledger does not fit onto the heap: the same Result, complement and ledger as where it does. */
final class ComparingWithALargeLedgerTest {
    private static final int PEOPLE = 40;
    private static final int SHARES = 6;
    private static final ReconciliationEngine PACKED = new PackedReconciler(Runnable::run, 1, 4711, 64L << 20)::match;

    @ParameterizedTest
    @ValueSource(longs = {0, 64L << 20})
    void many_shares_give_what_they_give_with_the_ledger_on_the_heap(long rowHeap) {
        for (long seed = 0; seed < 40; seed++) {
            World held = new World(new PlainReconciler()::match, Long.MAX_VALUE, rowHeap, false);
            World streamed = new World(PACKED, 0, rowHeap, true);

            assertThat(told(streamed, seed)).as("seed %s", seed).isEqualTo(told(held, seed));
            assertThat(streamed.pieces.largest()).isPositive();
        }
    }

    @Test
    void a_ledger_larger_than_its_pieces_is_never_held() {
        World world = new World(PACKED, 0, 0, true);
        world.person(1, 1);
        world.share(1);
        world.foreignRun("spark-1", 200_000, 1);
        world.foreignRun("spark-2", 200_000, 2);
        world.person(2, 2);

        ExportTally tally = world.share(1, 2);

        assertThat(tally.alreadyShared()).isOne();
        assertThat(tally.shared()).isOne();
        assertThat(tally.staying()).isEqualTo(400_000);
        assertThat(world.pieces.largest()).isBetween(512, 1 << 16);
    }

    @Test
    void a_preview_streams_the_ledger_too_and_says_what_the_share_says() {
        World world = new World(PACKED, 0, 0, true);
        world.person(1, 1);
        world.person(2, 2, 3);
        world.share(1);
        ShareRequest request = world.request(1, 2);

        Preview preview = world.bridge
                .previewSharing()
                .preview(new Sharing.Export(request), InMemoryScenario.call())
                .get();

        assertThat(preview.exported().orElseThrow()).isEqualTo(world.share(1, 2));
    }

    @Test
    void a_ledger_that_fits_is_not_given_to_the_engine() {
        World world = new World(
                (task, call) -> {
                    throw new AssertionError("the engine was asked");
                },
                2 * 2 * Long.BYTES,
                0,
                false);
        world.person(1, 1);
        world.person(2, 2);
        world.share(1, 2);

        assertThat(world.share(1, 2).alreadyShared()).isEqualTo(2);
    }

    @Test
    void an_engine_that_takes_no_packed_recipients_is_not_asked() {
        World world = new World(new Unpacked(), 0, 0, false);
        world.person(1, 1);
        world.share(1);

        assertThat(world.share(1).alreadyShared()).isOne();
    }

    @Test
    void what_the_engine_answers_is_the_shares_error_and_nothing_is_sent() {
        BridgeError full = BridgeError.LocalFailure.of("no room");
        AtomicInteger asked = new AtomicInteger();
        World world = new World(
                (task, call) -> {
                    asked.incrementAndGet();
                    return Either.left(full);
                },
                0,
                0,
                false);
        world.person(1, 1);
        world.person(2, 2);
        world.share(1);

        BridgeError error = world.attempt(1, 2).getLeft();

        assertThat(asked).hasValue(1);
        assertThat(error.message()).contains("no room");
        assertThat(world.sent()).containsExactly(InMemoryScenario.visitor(1));
    }

    /** What became of the same random shares in a world. */
    private static List<String> told(World world, long seed) {
        Random random = new Random(seed);
        List<String> told = new ArrayList<>();
        if (random.nextBoolean()) {
            world.cloud.forgettingAfter(Duration.ofDays(120));
        }
        for (int share = 0; share < SHARES; share++) {
            for (int i = random.nextInt(PEOPLE); i > 0; i--) {
                world.anyone(random);
            }
            world.now = world.now.plus(Duration.ofDays(random.nextInt(60)));
            long[] list = LongStream.range(0, PEOPLE)
                    .filter(id -> random.nextInt(3) > 0)
                    .toArray();
            told.add(world.attempt(list).fold(BridgeError::message, Object::toString));
            told.add(world.sent().toString());
            told.addAll(world.kept());
        }
        return told;
    }

    /** An engine that must have text. */
    private static final class Unpacked implements ReconciliationEngine {
        @Override
        public Either<BridgeError, Matching> match(MatchTask task, Call call) {
            throw new AssertionError("the engine was asked");
        }

        @Override
        public boolean takesPackedRecipients() {
            return false;
        }
    }

    /** Two systems, a bridge and its ledger. */
    private static final class World {
        private final InMemoryConnector crm = InMemoryConnector.ofRecipients(InMemoryScenario.CRM);
        private final InMemoryConnector cloud = InMemoryConnector.ofKeys(InMemoryScenario.CLOUD);
        private final InMemoryJournal journal = new InMemoryJournal();
        private final InMemoryLedger ledger = new InMemoryLedger();
        private final PiecesOnly pieces = new PiecesOnly(ledger);
        private final AtomicInteger runs = new AtomicInteger();
        private final UseCases bridge;
        private Instant now = Instant.parse("2026-11-01T00:00:00Z");

        World(ReconciliationEngine engine, long ledgerHeap, long rowHeap, boolean piecesOnly) {
            Ledger read = piecesOnly ? pieces : ledger;
            bridge = new UseCases(
                    HashMap.of(InMemoryScenario.CRM, crm, InMemoryScenario.CLOUD, cloud),
                    Infrastructure.builder()
                            .journal(journal)
                            .ledger(read)
                            .ledgerHeap(ledgerHeap)
                            .rowHeap(rowHeap)
                            .memberships(new InMemoryMemberships())
                            .eventStates(new InMemoryEventStates())
                            .engine(engine)
                            .clock(() -> now)
                            .runIds(() -> new RunId("run-" + runs.incrementAndGet()))
                            .build());
        }

        void person(long id, int... visitors) {
            crm.with(InMemoryRecipient.builder()
                    .id(RecipientId.of(id))
                    .sourceIds(Arrays.stream(visitors)
                            .mapToObj(InMemoryScenario::visitor)
                            .toList())
                    .build());
        }

        void anyone(Random random) {
            List<String> ids = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                ids.add(random.nextInt(9) == 0 ? "5d3c9b8a-uuid230" : InMemoryScenario.visitor(random.nextInt(60)));
            }
            crm.with(InMemoryRecipient.builder()
                    .id(RecipientId.of(random.nextInt(PEOPLE)))
                    .sourceIds(ids)
                    .optedOut(random.nextInt(12) == 0)
                    .build());
        }

        ExportTally share(long... list) {
            return attempt(list).getOrElseThrow(error -> new AssertionError(error.message()));
        }

        Either<BridgeError, ExportTally> attempt(long... list) {
            return bridge.shareRecipientList()
                    .share(request(list), InMemoryScenario.call())
                    .map(receipt -> receipt.exported().orElseThrow());
        }

        ShareRequest request(long... list) {
            AudienceRef people = crm.list("List " + runs, InMemoryScenario.ids(list));
            return InMemoryScenario.share(people, InMemoryScenario.byVisitorId());
        }

        Set<String> sent() {
            return new TreeSet<>(cloud.keysIn(cloud.named("Gold").get()));
        }

        /** A delivered run of another process. */
        void foreignRun(String name, int keys, long seed) {
            Random random = new Random(seed);
            IdSetBuilder ids = new IdSetBuilder(keys);
            for (int i = 0; i < keys; i++) {
                ids.add(random.nextLong(), random.nextLong());
            }
            RunId run = new RunId(name);
            ledger.keep(page(), run, ids.build()).get();
            journal.save(RunRecord.builder()
                            .run(run)
                            .state(RunState.DELIVERED)
                            .started(now)
                            .updated(now)
                            .build())
                    .get();
        }

        List<String> kept() {
            return ledger.runs(page())
                    .get()
                    .toJavaStream()
                    .map(run -> run + " " + text(ledger.kept(page(), run).get()))
                    .sorted()
                    .toList();
        }

        private LedgerKey page() {
            return new LedgerKey(
                    cloud.named("Gold").get(), InMemoryScenario.byVisitorId().id());
        }

        private static String text(IdSet ids) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < ids.size(); i++) {
                text.append(Long.toHexString(ids.high(i)))
                        .append(Long.toHexString(ids.low(i)))
                        .append(' ');
            }
            return text.toString();
        }
    }
}
