// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SEMANTICS S13, S15, S23 against a reckoning with sets of texts, whoever makes the keys. */
class SortingForAnExportTest {
    private static final Executor NEVER = work -> {};
    private static final Executor REFUSING = work -> {
        throw new RejectedExecutionException("busy");
    };

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rows_and_tally_are_those_of_a_plain_reckoning(long seed) {
        World world = new World(new SplittableRandom(seed));
        Reckoning expected = new Reckoning(world);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Executor executor : List.of(Runnable::run, NEVER, REFUSING, threads)) {
                Sent sent = new Sent(false);

                ExportTally tally = share(world, sent, executor).get();

                assertThat(sent.keys).containsExactlyElementsOf(expected.rows);
                assertThat(tally.read()).isEqualTo(world.people);
                assertThat(tally.rows()).isEqualTo(expected.rows.size());
                assertThat(tally.shared()).isEqualTo(expected.shared);
                assertThat(tally.alreadyShared()).isEqualTo(expected.alreadyShared);
                assertThat(tally.renewed()).isEqualTo(expected.renewed);
                assertThat(tally.complement().optedOut()).isEqualTo(expected.optedOut);
                assertThat(tally.complement().invalid()).isEqualTo(expected.invalid);
                assertThat(tally.complement().noVisitorId()).isEqualTo(expected.keyless);
                assertThat(tally.staying()).isEqualTo(world.known.size() - expected.seen.size());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_sink_that_fails_is_aborted_and_its_error_told() {
        Sent sent = new Sent(true);

        Either<BridgeError, ExportTally> tally = share(new World(new SplittableRandom(1)), sent, Runnable::run);

        assertThat(tally.getLeft().message()).isEqualTo("full");
        assertThat(sent.aborted).isTrue();
    }

    private static Either<BridgeError, ExportTally> share(World world, Sent sent, Executor executor) {
        Call call = Call.within("test", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);
        KnownKeys known = new KnownKeys(
                sorted(world.known), sorted(world.ageing), sorted(world.known).size());
        ExportSorter sorter = new ExportSorter(
                new ReconciliationKey.Visitor(), known, hashed(world.suppressed), SuppressionCheck.NONE);
        WriteOrder order = WriteOrder.builder()
                .audience(new AudienceRef(new ConnectionName("there"), "1"))
                .dataSource(DataSource.visitor(1))
                .change(WriteOrder.Change.ADD)
                .stamp(Instant.EPOCH)
                .build();
        return Sending.all(Either.right(world.source()), sorter, new LazySink(sent, order, call), executor, call);
    }

    private static IdSet sorted(Set<String> keys) {
        return hashed(keys).sorted();
    }

    private static IdHashSet hashed(Set<String> keys) {
        IdHashSet set = new IdHashSet();
        KeyFingerprinter fingerprinter = new KeyFingerprinter();
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.US_ASCII);
            fingerprinter.take(text, 0, text.length);
            set.add(fingerprinter.high(), fingerprinter.low());
        }
        return set;
    }

    private record Row(long recipient, String key, byte marks) {
        boolean isKeyless() {
            return (marks & TextKeys.KEYLESS) != 0;
        }

        boolean isValid() {
            return !isKeyless() && !key.equals("none");
        }
    }

    /** Some people with some keys each, of few that there are, so that they meet. */
    private static final class World {
        private final List<Row> rows = new ArrayList<>();
        private final Set<String> known = new HashSet<>();
        private final Set<String> ageing = new HashSet<>();
        private final Set<String> suppressed = new HashSet<>();
        private final int people;
        private final int batch;

        World(SplittableRandom random) {
            people = random.nextInt(1, 300);
            batch = random.nextInt(1, 100);
            int keys = random.nextInt(1, 400);
            for (int recipient = 1; recipient <= people; recipient++) {
                byte marks = random.nextInt(10) == 0 ? TextKeys.OPTED_OUT : 0;
                int own = random.nextInt(4);
                for (int i = 0; i < own; i++) {
                    rows.add(new Row(recipient, key(random, keys), marks));
                }
                if (own == 0) {
                    rows.add(new Row(recipient, "", (byte) (marks | TextKeys.KEYLESS)));
                }
            }
            for (int i = 0; i < keys / 3; i++) {
                String key = text(random.nextInt(keys));
                known.add(key);
                if (random.nextBoolean()) {
                    ageing.add(key);
                }
                suppressed.add(text(random.nextInt(keys * 4)));
            }
        }

        private static String key(SplittableRandom random, int keys) {
            return random.nextInt(8) == 0 ? "none" : text(random.nextInt(keys));
        }

        private static String text(int key) {
            return String.format(Locale.ROOT, "%038d", key);
        }

        /** Its batches are filled again once they were given back. */
        KeySource source() {
            Iterator<Row> left = rows.iterator();
            TextKeysBuilder builder = TextKeysBuilder.reusing();
            return new KeySource() {
                @Override
                public Either<BridgeError, Option<TextKeys>> next() {
                    while (left.hasNext() && builder.size() < batch) {
                        Row row = left.next();
                        byte[] key = row.key().getBytes(StandardCharsets.US_ASCII);
                        builder.recipient(0, row.recipient()).key(key, 0, key.length, row.marks());
                    }
                    return Either.right(builder.size() == 0 ? Option.none() : Option.of(builder.build()));
                }

                @Override
                public void close() {
                    // holds nothing
                }
            };
        }
    }

    /** What is to come out. */
    private static final class Reckoning {
        private final Set<String> rows = new LinkedHashSet<>();
        private final Set<String> seen = new HashSet<>();
        private int shared;
        private int alreadyShared;
        private int renewed;
        private int optedOut;
        private int invalid;
        private int keyless;

        Reckoning(World world) {
            for (long recipient = 1; recipient <= world.people; recipient++) {
                long one = recipient;
                person(
                        world,
                        world.rows.stream()
                                .filter(row -> row.recipient() == one)
                                .toList());
            }
        }

        private void person(World world, List<Row> rowsOfOne) {
            boolean out = (rowsOfOne.get(0).marks() & TextKeys.OPTED_OUT) != 0;
            List<String> valid =
                    rowsOfOne.stream().filter(Row::isValid).map(Row::key).toList();
            List<String> free = valid.stream()
                    .filter(key -> !world.suppressed.contains(key))
                    .toList();
            if (out || (free.isEmpty() && !valid.isEmpty())) {
                optedOut++;
                return;
            }
            if (free.isEmpty()) {
                keyless += rowsOfOne.get(0).isKeyless() ? 1 : 0;
                invalid += rowsOfOne.get(0).isKeyless() ? 0 : 1;
                return;
            }
            boolean fresh = !world.known.containsAll(free);
            boolean again = free.stream().anyMatch(world.ageing::contains);
            shared += fresh ? 1 : 0;
            alreadyShared += fresh ? 0 : 1;
            renewed += !fresh && again ? 1 : 0;
            free.stream().filter(world.known::contains).forEach(seen::add);
            free.stream()
                    .filter(key -> !world.known.contains(key) || world.ageing.contains(key))
                    .forEach(rows::add);
        }
    }

    /** Keeps the rows it takes, and gives batches back. */
    private static final class Sent implements MemberWriter, KeySink<WriteSummary> {
        private final List<String> keys = new ArrayList<>();
        private final boolean failing;
        private boolean aborted;

        Sent(boolean failing) {
            this.failing = failing;
        }

        @Override
        public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
            return Either.right(PreparedAudience.of(new AudienceRef(order.connection(), "1")));
        }

        @Override
        public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
            return Either.right(wanted);
        }

        @Override
        public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
            return Either.right(this);
        }

        @Override
        public Either<BridgeError, Integer> accept(TextKeys batch) {
            for (int row = 0; row < batch.size(); row++) {
                int start = batch.start(row);
                keys.add(new String(batch.text(), start, batch.end(row) - start, StandardCharsets.US_ASCII));
            }
            int rows = batch.size();
            batch.giveBack();
            return failing ? Either.left(BridgeError.LocalFailure.of("full")) : Either.right(rows);
        }

        @Override
        public Either<BridgeError, WriteSummary> finish() {
            return Either.right(new WriteSummary(keys.size(), Vector.empty()));
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
