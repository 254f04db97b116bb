// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.reconcile.KeyHash;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.audiencebridge.domain.reconcile.PackingSource;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingACopyByManyHandsTest {
    private static final ReconciliationKey KEY = new ReconciliationKey.Visitor();
    private static final IndexPage PAGE = new IndexPage(new ConnectionName("crm"), "visitor");
    private static final IndexStamp STAMP = new IndexStamp("day", Instant.EPOCH);
    private static final int RECIPIENTS = 30_000;
    private static final int HANDS = 3;

    private final ExecutorService executor = Executors.newFixedThreadPool(HANDS);

    @TempDir
    Path home;

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void every_row_is_read_once_and_none_that_was_replaced() throws Exception {
        RecipientIndexes indexes = kept();

        List<String> found = told(indexes.read(PAGE, Calls.ample()).get());

        ConcurrentLinkedQueue<String> expected = new ConcurrentLinkedQueue<>();
        drain(packed(row -> true, ReadingACopyByManyHandsTest::changed), expected);
        assertThat(found).hasSize(RECIPIENTS);
        assertThat(found.stream().sorted().toList())
                .isEqualTo(expected.stream().sorted().toList());
    }

    @Test
    void a_batch_comes_in_the_order_of_its_hashes_under_a_seed_of_the_copy() {
        RecipientIndexes indexes = kept();

        try (KeySource source = indexes.read(PAGE, Calls.ample()).get()) {
            KeyHash hash = new KeyHash(source.hashSeed().getAsLong());
            TextKeys batch = source.next().get().get();

            List<Long> hashes = IntStream.range(0, batch.size())
                    .mapToObj(row -> {
                        ByteBuffer key = ByteBuffer.wrap(batch.text(), batch.start(row), 16);
                        return hash.of(key.getLong(), key.getLong()) >>> 19;
                    })
                    .toList();
            assertThat(hashes).hasSizeGreaterThan(7_000).isSortedAccordingTo(Long::compareUnsigned);
        }
    }

    @Test
    void the_engine_finds_out_of_a_copy_what_the_plain_one_finds_in_the_rows() {
        RecipientIndexes indexes = kept();

        Matching found = new PackedReconciler(executor, HANDS, 4711, 1L << 30)
                .match(task(indexes.read(PAGE, Calls.ample()).get()), Calls.ample())
                .get();

        KeySource everybody = packed(row -> true, ReadingACopyByManyHandsTest::changed);
        assertThat(found)
                .usingRecursiveComparison()
                .isEqualTo(new PlainReconciler()
                        .match(task(everybody), Calls.ample())
                        .get());
        assertThat(found.tally().matched()).isEqualTo(RECIPIENTS / 2);
    }

    private RecipientIndexes kept() {
        RecipientIndexes indexes = new RecipientIndexFolderFactory()
                .open(home.toString(), Secret.of("a secret"))
                .get();
        indexes.rebuild(PAGE, STAMP, packed(row -> true, row -> row), Calls.ample())
                .get();
        KeySource some = packed(row -> row % 10 == 0, ReadingACopyByManyHandsTest::changed);
        indexes.refresh(PAGE, STAMP, some, Calls.ample()).get();
        return indexes;
    }

    private static MatchTask task(KeySource recipients) {
        return MatchTask.builder()
                .key(KEY)
                .members(rows(row -> row % 2 == 0, ReadingACopyByManyHandsTest::changed))
                .recipients(recipients)
                .packedRecipients(true)
                .build();
    }

    private List<String> told(KeySource source) throws Exception {
        ConcurrentLinkedQueue<String> found = new ConcurrentLinkedQueue<>();
        try (source) {
            List<Future<?>> hands = Stream.<Runnable>generate(() -> () -> drain(source, found))
                    .limit(HANDS)
                    .<Future<?>>map(executor::submit)
                    .toList();
            for (Future<?> hand : hands) {
                hand.get();
            }
        }
        return List.copyOf(found);
    }

    private static void drain(KeySource source, ConcurrentLinkedQueue<String> found) {
        for (Option<TextKeys> next = source.next().get();
                next.isDefined();
                next = source.next().get()) {
            TextKeys batch = next.get();
            for (int row = 0; row < batch.size(); row++) {
                byte[] key = Arrays.copyOfRange(batch.text(), batch.start(row), batch.end(row));
                assertThat(batch.recipientHigh(row)).isEqualTo(batch.recipientLow(row) >> 63);
                found.add(batch.recipientLow(row) + " " + new String(key, StandardCharsets.ISO_8859_1));
            }
            batch.giveBack();
        }
    }

    private static KeySource packed(IntPredicate there, LongUnaryOperator keyOf) {
        return new PackingSource(rows(there, keyOf), KEY, false);
    }

    /** Rows of recipients whose numbers have either sign. */
    private static KeySource rows(IntPredicate there, LongUnaryOperator keyOf) {
        TextKeysBuilder rows = new TextKeysBuilder();
        IntStream.range(0, RECIPIENTS).filter(there).forEach(row -> {
            long id = row - 100L;
            byte[] key = String.format("%019d%019d", keyOf.applyAsLong(row) * 7_919, keyOf.applyAsLong(row))
                    .getBytes(StandardCharsets.US_ASCII);
            rows.recipient(id >> 63, id).key(key, 0, key.length, (byte) 0);
        });
        Option<TextKeys> all = Option.some(rows.build());
        return new KeySource() {
            private Option<TextKeys> left = all;

            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                Option<TextKeys> batch = left;
                left = Option.none();
                return Either.right(batch);
            }

            @Override
            public void close() {
                left = Option.none();
            }
        };
    }

    private static long changed(long row) {
        return row % 10 == 0 ? row + 1_000_000 : row;
    }
}
