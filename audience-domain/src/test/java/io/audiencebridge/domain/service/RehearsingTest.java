// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.Preview.PlannedCalls;
import io.audiencebridge.domain.sharing.Preview.PlannedFile;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.ExportOrder;
import io.audiencebridge.domain.spi.connector.ExtractOrder;
import io.audiencebridge.domain.spi.connector.ImportOrder;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.LoadOrder;
import io.audiencebridge.domain.spi.connector.LoadState;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.connector.OrderTimes;
import io.audiencebridge.domain.spi.connector.Ordered;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedAudience;
import io.audiencebridge.domain.spi.connector.RehearsedWrite;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WorkflowState;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A connection that is only read through: what is read is counted, and what would be written is noted. */
class RehearsingTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final AudienceRef LIST = new AudienceRef(CRM, "42");
    private static final DataSource SOURCE = DataSource.visitor(14016);
    private static final WriteOrder ORDER = WriteOrder.builder()
            .audience(LIST)
            .dataSource(SOURCE)
            .change(WriteOrder.Change.ADD)
            .stamp(Stores.NOW)
            .build();
    private final Planned planned = new Planned();

    @Test
    void each_question_and_each_batch_counts_as_a_call() {
        OptOuts optOuts = (source, call) -> Either.right(Rows.source(Rows.batch("1:a"), Rows.batch("2:b")));
        MemberReader members = (audience, source, call) -> Either.right(
                new MemberFeed.Ready(Rows.source(Rows.batch("1:a"), Rows.batch("2:b"), Rows.batch("3:c"))));

        KeySource keys = rehearsed(optOuts, OptOuts.class)
                .optedOutKeys(SOURCE, Rows.call())
                .get();
        assertThat(Rows.all(keys)).containsExactly("1:a", "2:b");
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 2, 0));

        MemberFeed feed = rehearsed(members, MemberReader.class)
                .members(LIST, SOURCE, Rows.call())
                .get();
        assertThat(Rows.all(((MemberFeed.Ready) feed).members())).hasSize(3);
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 5, 0));
        assertThat(keys.readers()).isEqualTo(1);
        assertThat(keys.hashSeed()).isEmpty();
    }

    @Test
    void keys_are_read_from_a_list_or_of_everybody_and_their_source_is_closed() {
        Rows.Given ofList = Rows.source(Rows.batch("1:a"));
        Rows.Given all = Rows.source(Rows.batch("1:a"), Rows.batch("2:b"));
        KeyReader reader = new KeyReader() {
            @Override
            public Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource source, Call call) {
                return Either.right(ofList);
            }

            @Override
            public Either<BridgeError, KeySource> allKeys(DataSource source, Call call) {
                return Either.right(all);
            }
        };
        KeyReader rehearsed = rehearsed(reader, KeyReader.class);

        try (KeySource keys = rehearsed.keysOf(LIST, SOURCE, Rows.call()).get()) {
            assertThat(Rows.all(keys)).containsExactly("1:a");
        }
        try (KeySource keys = rehearsed.allKeys(SOURCE, Rows.call()).get()) {
            assertThat(Rows.all(keys)).containsExactly("1:a", "2:b");
        }
        assertThat(ofList.closed() + all.closed()).isEqualTo(2);
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 3, 0));
    }

    @Test
    void nobody_is_in_an_audience_that_is_not_there_yet_and_a_feed_that_waits_waits() {
        Waiting waiting = new Waiting(Stores.NOW, "a file");
        MemberReader members = (audience, source, call) -> Either.right(new MemberFeed.NotYet(waiting));
        MemberReader rehearsed = rehearsed(members, MemberReader.class);

        MemberFeed nobodys = rehearsed
                .members(RehearsedAudience.address(CRM), SOURCE, Rows.call())
                .get();
        assertThat(Rows.all(((MemberFeed.Ready) nobodys).members())).isEmpty();
        assertThat(rehearsed.members(LIST, SOURCE, Rows.call()).get()).isEqualTo(new MemberFeed.NotYet(waiting));
        assertThat(planned.calls()).isEmpty();
    }

    @Test
    void deliveries_are_read_as_they_come_and_one_that_is_not_there_is_a_question_only() {
        MemberChanges changes = (audience, source, since, call) -> Either.right(
                since.isEmpty()
                        ? new MemberDelivery.Full("1", Rows.source(Rows.batch("0:a")))
                        : since.contains("1")
                                ? new MemberDelivery.Change("2", Rows.source(Rows.batch("0:b<")), Vector.of("late"))
                                : new MemberDelivery.UpToDate());
        MemberChanges rehearsed = rehearsed(changes, MemberChanges.class);

        var full = (MemberDelivery.Full)
                rehearsed.after(LIST, SOURCE, Option.none(), Rows.call()).get();
        var change = (MemberDelivery.Change)
                rehearsed.after(LIST, SOURCE, Option.some("1"), Rows.call()).get();
        assertThat(rehearsed.after(LIST, SOURCE, Option.some("2"), Rows.call()).get())
                .isInstanceOf(MemberDelivery.UpToDate.class);

        assertThat(full.position()).isEqualTo("1");
        assertThat(Rows.all(full.members())).containsExactly("0:a");
        assertThat(change.position()).isEqualTo("2");
        assertThat(change.notices()).containsExactly("late");
        assertThat(Rows.all(change.members())).containsExactly("0:b<");
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 5, 0));
    }

    @Test
    void keys_are_looked_up_as_many_at_once_as_always() {
        KeyLookups lookups = new KeyLookups() {
            @Override
            public int keysPerCall() {
                return 77;
            }

            @Override
            public Either<BridgeError, KeySource> recipientsWith(TextKeys keys, DataSource source, Call call) {
                return Either.right(Rows.source(keys));
            }
        };
        KeyLookups rehearsed = rehearsed(lookups, KeyLookups.class);

        assertThat(rehearsed.keysPerCall()).isEqualTo(77);
        assertThat(Rows.all(rehearsed
                        .recipientsWith(Rows.batch("0:a"), SOURCE, Rows.call())
                        .get()))
                .containsExactly("0:a");
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 1, 0));
    }

    @Test
    void what_neither_reads_nor_can_be_rehearsed_is_not_offered() {
        OptOutCalls calls = (order, call) -> Either.left(BridgeError.LocalFailure.of("told"));
        assertThat(new RehearsedConnector(CRM, Stores.offering(calls), planned, Stores.NOW).ability(OptOutCalls.class))
                .isEmpty();
        assertThat(new RehearsedConnector(CRM, Stores.offering(new Writing()), planned, Stores.NOW)
                        .ability(MemberWriter.class))
                .as("it writes and offers no rehearsal")
                .isEmpty();
        assertThat(new RehearsedConnector(CRM, Stores.offering(), planned, Stores.NOW).system())
                .hasToString("made-up");
    }

    @Test
    void a_writer_prepares_notes_and_names_its_files_and_never_makes_the_run_wait() {
        Waiting waiting = new Waiting(Stores.NOW, "the trait is new");
        MemberWriter writer = new RehearsedConnector(
                        CRM, Stores.offering(new Writing(), new Rehearsals(waiting)), planned, Stores.NOW)
                .ability(MemberWriter.class)
                .get();

        PreparedAudience prepared = writer.prepare(new AudienceOrder(CRM, "Gold", SOURCE), Rows.call())
                .get();
        assertThat(prepared.audience()).isEqualTo(RehearsedAudience.address(CRM));
        assertThat(prepared.notBefore()).isEmpty();
        assertThat(planned.waiting()).contains(waiting);
        assertThat(planned.isNew()).isTrue();
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 1, 3));

        assertThat(writer.freeStamp(new AudienceOrder(CRM, "Gold", SOURCE), Stores.NOW, Rows.call())
                        .get())
                .isEqualTo(Stores.NOW.plusSeconds(1));
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 2, 3));

        KeySink<WriteSummary> sink = writer.open(ORDER, Rows.call()).get();
        assertThat(sink.accept(Rows.batch("1:a")).get()).isEqualTo(1);
        assertThat(sink.finish().get()).isEqualTo(new WriteSummary(1, Vector.of("a.sync.gz")));
        sink.abort();
        assertThat(planned.files()).containsExactly(new PlannedFile("a.sync.gz", 1, 40));
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 2, 5));
    }

    @Test
    void a_load_is_noted_as_one_file_and_done_at_once() {
        MemberLoader loader = rehearsed(new Loading(), MemberLoader.class);
        LoadOrder order = new LoadOrder(new RunId("preview"), LIST);
        assertThat(loader.takes(5)).isTrue();
        assertThat(loader.takes(4)).isFalse();
        assertThat(loader.look(order, Rows.call()).get()).isInstanceOf(LoadState.NotBegun.class);
        assertThat(loader.discard(order, Rows.call()).get()).isFalse();

        KeySink<WriteSummary> sink = loader.open(order, Rows.call()).get();
        assertThat(sink.accept(Rows.batch("1:", "2:")).get()).isEqualTo(2);
        sink.accept(Rows.batch("3:<"));
        assertThat(sink.finish().get().rows()).isEqualTo(3);

        assertThat(loader.look(order, Rows.call()).get()).isInstanceOf(LoadState.Loaded.class);
        assertThat(planned.notices())
                .containsExactly(
                        "The 3 changes of the list go as one file that 'crm' loads by a workflow of its own, for which the run waits");
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 0, 2));
        Call over = Rows.call();
        over.cancel();
        assertThat(loader.open(order, over).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    @Test
    void no_extract_is_ordered_and_it_is_said_that_the_run_would() {
        KeyExtracts extracts = rehearsed(
                new KeyExtracts() {
                    @Override
                    public Either<BridgeError, Option<KeyFeed>> extract(ExtractOrder order, Call call) {
                        return Either.left(BridgeError.LocalFailure.of("ordered"));
                    }

                    @Override
                    public Either<BridgeError, Boolean> discard(ExtractOrder order, Call call) {
                        return Either.left(BridgeError.LocalFailure.of("discarded"));
                    }
                },
                KeyExtracts.class);
        ExtractOrder order = new ExtractOrder(new RunId("preview"), Optional.empty(), SOURCE);

        assertThat(extracts.extract(order, Rows.call()).get()).isEmpty();
        assertThat(extracts.discard(order, Rows.call()).get()).isFalse();
        assertThat(planned.notices())
                .containsExactly(
                        "Where there are many recipients, the run has their keys extracted by a workflow and waits for it; this preview read them row by row");
    }

    @Test
    void no_workflow_is_ordered_and_it_counts_nobody() {
        SharingWorkflows workflows = new RehearsedWorkflows(CRM, planned, Stores.NOW);
        ExportOrder order = ExportOrder.builder()
                .run(new RunId("preview"))
                .list(LIST)
                .audience("Gold")
                .dataSource(SOURCE)
                .build();

        Ordered ordered = workflows.orderExport(order, Rows.call()).get();
        WorkflowState state =
                workflows.lookAtExport(order, ordered, Rows.call()).get();

        assertThat(ordered).isEqualTo(new Ordered(LIST, Stores.NOW));
        assertThat(((WorkflowState.Done) state).report().ended()).isEqualTo(Stores.NOW);
        assertThat(((WorkflowState.Done) state).report().result()).isEmpty();
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 0, 1));
        assertThat(planned.notices())
                .containsExactly(
                        "The workflow of 'crm' would be ordered once; whom it carries, it tells once it has run, so this preview counts nobody");
        OrderTimes times = new OrderTimes() {
            @Override
            public Either<BridgeError, Instant> beforeImport(ImportOrder asked, Call call) {
                return Either.right(Stores.NOW);
            }

            @Override
            public Either<BridgeError, Instant> beforeExport(ExportOrder asked, Call call) {
                return Either.right(Stores.NOW);
            }
        };
        assertThat(rehearsed(times, OrderTimes.class)).as("it reads only").isSameAs(times);
        assertThat(planned.calls()).containsExactly(new PlannedCalls("crm", 1, 1));
    }

    private <A> A rehearsed(A ability, Class<A> type) {
        return new RehearsedConnector(CRM, Stores.offering(ability), planned, Stores.NOW)
                .ability(type)
                .get();
    }

    private static final class Writing implements MemberWriter {
        @Override
        public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
            return Either.left(BridgeError.LocalFailure.of("prepared"));
        }

        @Override
        public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
            return Either.right(wanted.plusSeconds(1));
        }

        @Override
        public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
            return Either.left(BridgeError.LocalFailure.of("opened"));
        }
    }

    private record Rehearsals(Waiting waiting) implements WriteRehearsals {
        @Override
        public Either<BridgeError, RehearsedAudience> prepare(AudienceOrder order, Call call) {
            return Either.right(new RehearsedAudience(
                    PreparedAudience.builder()
                            .audience(RehearsedAudience.address(CRM))
                            .notBefore(waiting)
                            .build(),
                    true,
                    3));
        }

        @Override
        public Either<BridgeError, KeySink<RehearsedWrite>> open(WriteOrder order, Call call) {
            return Either.right(new KeySink<>() {
                @Override
                public Either<BridgeError, Integer> accept(TextKeys batch) {
                    return Either.right(batch.size());
                }

                @Override
                public Either<BridgeError, RehearsedWrite> finish() {
                    return Either.right(new RehearsedWrite(1, Vector.of(new PlannedFile("a.sync.gz", 1, 40)), 2));
                }

                @Override
                public void abort() {
                    // holds nothing
                }
            });
        }
    }

    private static final class Loading implements MemberLoader {
        @Override
        public boolean takes(long members) {
            return members >= 5;
        }

        @Override
        public Either<BridgeError, KeySink<WriteSummary>> open(LoadOrder order, Call call) {
            return Either.left(BridgeError.LocalFailure.of("opened"));
        }

        @Override
        public Either<BridgeError, LoadState> look(LoadOrder order, Call call) {
            return Either.left(BridgeError.LocalFailure.of("looked"));
        }

        @Override
        public Either<BridgeError, Boolean> discard(LoadOrder order, Call call) {
            return Either.left(BridgeError.LocalFailure.of("discarded"));
        }
    }
}
