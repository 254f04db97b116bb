// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.VisitorsOfRecipients;
import io.audiencebridge.domain.sharing.SyncTally;
import io.audiencebridge.domain.spi.connector.IdPairSink;
import io.audiencebridge.domain.spi.connector.IdSyncWrite;
import io.audiencebridge.domain.spi.connector.IdSyncs;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who makes a pair with whom, and what a synchronisation writes and counts (SEMANTICS S13, S15, S23). */
class MakingPairsTest {
    private static final ReconciliationKey PLAIN =
            Declared.builder().field("declaredId").build();

    private final List<String> told = new ArrayList<>();

    @Test
    void each_visitor_id_makes_a_pair_with_each_declared_id_of_a_recipient() {
        VisitorsOfRecipients visitors = new VisitorsOfRecipients();
        visitor(visitors, 1, 11, (byte) 0);
        visitor(visitors, 1, 12, (byte) 0);
        PairSorter sorter = sorter(visitors, IdSet.EMPTY, IdSet.EMPTY);

        sorter.sort(Rows.batch("1:a", "1:b", "1:a"));

        SyncTally tally = sorter.tally();
        assertThat(tally.read()).isEqualTo(1);
        assertThat(tally.synced()).isEqualTo(1);
        assertThat(tally.pairs()).isEqualTo(4);
        assertThat(sorter.written().size()).isEqualTo(4);
        List<String> ids = Rows.texts(sorter.takeVisitorIds());
        List<String> declared = Rows.texts(sorter.takeDeclaredIds());
        assertThat(ids).hasSize(4).allMatch(id -> id.startsWith("1:"));
        assertThat(declared).containsExactly("1:a", "1:a", "1:b", "1:b");
    }

    @Test
    void pairs_that_were_told_are_told_again_only_if_they_would_be_forgotten() {
        VisitorsOfRecipients visitors = new VisitorsOfRecipients();
        for (int recipient = 1; recipient <= 3; recipient++) {
            visitor(visitors, recipient, 10 + recipient, (byte) 0);
        }
        IdSet known = Rows.fingerprints(id(11) + "a", id(12) + "b");
        PairSorter sorter = sorter(visitors, known, Rows.fingerprints(id(12) + "b"));

        sorter.sort(Rows.batch("1:a", "2:b", "3:c"));

        SyncTally tally = sorter.tally();
        assertThat(tally.synced()).isEqualTo(1);
        assertThat(tally.alreadySynced()).isEqualTo(2);
        assertThat(tally.renewed()).isEqualTo(1);
        assertThat(Rows.texts(sorter.takeDeclaredIds())).containsExactly("2:b", "3:c");
    }

    @Test
    void whoever_has_no_pair_is_in_the_complement_for_one_reason() {
        VisitorsOfRecipients visitors = new VisitorsOfRecipients();
        visitor(visitors, 1, 11, TextKeys.OPTED_OUT);
        visitor(visitors, 2, 12, TextKeys.UNDECIDABLE);
        visitor(visitors, 3, 13, (byte) 0);
        visitor(visitors, 4, 14, (byte) 0);
        visitor(visitors, 7, 17, (byte) 0);
        PairSorter sorter = sorter(visitors, IdSet.EMPTY, IdSet.EMPTY);

        sorter.sort(Rows.batch("1:a", "2:b", "3:no good", "4:", "5:c"));
        sorter.sort(Rows.batch("6:d!", "7:out"));

        SyncTally tally = sorter.tally();
        assertThat(tally.balanced().isRight()).isTrue();
        assertThat(tally.read()).isEqualTo(7);
        assertThat(tally.complement().optedOut()).isEqualTo(3);
        assertThat(tally.complement().invalid()).isEqualTo(2);
        assertThat(tally.complement().noDeclaredId()).isEqualTo(1);
        assertThat(tally.complement().noVisitorId()).isEqualTo(1);
        assertThat(tally.pairs()).isZero();
    }

    @Test
    void a_synchronisation_with_nothing_new_writes_no_file() {
        VisitorsOfRecipients visitors = new VisitorsOfRecipients();
        visitor(visitors, 1, 11, (byte) 0);
        PairSorter sorter = sorter(visitors, IdSet.EMPTY, IdSet.EMPTY);
        LazyPairs pairs = new LazyPairs(
                syncs(), new IdSyncWrite(DataSource.visitor(1), DataSource.visitor(2), Stores.NOW), Rows.call());

        assertThat(pairs.accept(sorter).get()).isZero();
        pairs.abort();
        assertThat(pairs.finish().get()).isEqualTo(new WriteSummary(0, Vector.empty()));
        assertThat(told).isEmpty();

        sorter.sort(Rows.batch("1:a"));
        assertThat(pairs.accept(sorter).get()).isEqualTo(1);
        pairs.accept(sorter);
        pairs.abort();
        assertThat(pairs.finish().get().rows()).isEqualTo(9);
        assertThat(told).containsExactly("open", "[1:" + id(11) + "] [1:a]", "abort", "finish");
    }

    private PairSorter sorter(VisitorsOfRecipients visitors, IdSet known, IdSet ageing) {
        IdHashSet suppressed = new IdHashSet();
        IdSet out = Rows.fingerprints("out");
        suppressed.add(out.high(0), out.low(0));
        return new PairSorter(
                PLAIN, visitors, suppressed, SuppressionCheck.NONE, new KnownKeys(known, ageing, known.size()));
    }

    private static void visitor(VisitorsOfRecipients visitors, long recipient, int number, byte mark) {
        visitors.add(0, recipient, id(number).getBytes(StandardCharsets.US_ASCII), mark);
    }

    private static String id(int number) {
        return "%038d".formatted(number);
    }

    private IdSyncs syncs() {
        return new IdSyncs() {
            @Override
            public Either<BridgeError, Instant> freeStamp(IdSyncWrite order, Instant wanted, Call call) {
                return Either.right(wanted);
            }

            @Override
            public Either<BridgeError, IdPairSink> open(IdSyncWrite order, Call call) {
                told.add("open");
                return Either.right(new Pairs());
            }
        };
    }

    private final class Pairs implements IdPairSink {
        @Override
        public Either<BridgeError, Integer> accept(TextKeys visitorIds, TextKeys declaredIds) {
            told.add(Rows.texts(visitorIds) + " " + Rows.texts(declaredIds));
            return Either.right(visitorIds.size());
        }

        @Override
        public Either<BridgeError, WriteSummary> finish() {
            told.add("finish");
            return Either.right(new WriteSummary(9, Vector.empty()));
        }

        @Override
        public void abort() {
            told.add("abort");
        }
    }
}
