// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.adapter.storage.FolderExchangeFactory;
import io.audiencebridge.adapter.storage.FolderSettings;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries at their worst, from the bytes in a folder to the people in the list: what comes out was counted by hand, and is the same by the engine in memory and by the oracle. */
final class HostileDeliveriesTest {
    private static final DataSource VISITORS = DataSource.builder()
            .id(13701)
            .key(new ReconciliationKey.Visitor())
            .destinationId(20101)
            .build();
    private static final int MANY = 20_000;

    private final Call call = Call.within("test", Duration.ofMinutes(1), System::nanoTime, Progress.SILENT);
    private final ExecutorService helpers = Executors.newFixedThreadPool(2);
    private final TextKeysBuilder recipients = new TextKeysBuilder();
    private final List<TextKeys> recipientBatches = new ArrayList<>();
    private AmbiguityPolicy policy = AmbiguityPolicy.ALL;

    @TempDir
    private Path folder;

    private FileExchange exchange;

    @BeforeEach
    void open() {
        exchange = new FolderExchangeFactory().open(FolderSettings.of(folder)).get();
    }

    @AfterEach
    void close() {
        exchange.close();
        helpers.shutdownNow();
    }

    @Test
    void lines_that_end_as_on_windows_are_rows_like_others() {
        part(0, zip(id(1) + " 24\r\n" + id(2) + " 24\r\n" + id(3) + " 24"));
        recipient(10, id(1));
        recipient(11, id(3));

        Matching matching = matched();

        assertThat(matching.tally())
                .isEqualTo(counted().read(3).matched(2).unmatched(1).links(2).build());
        assertThat(people(matching)).containsExactly(10, 11);
    }

    @Test
    void a_file_of_several_gzip_members_is_one_file_even_if_a_row_spans_two_and_one_is_empty() {
        part(0, join(zip(id(1) + " 24\n" + id(2).substring(0, 20)), zip(""), zip(id(2).substring(20) + " 24\n")));
        recipient(10, id(1));
        recipient(11, id(2));

        Matching matching = matched();

        assertThat(matching.tally())
                .isEqualTo(counted().read(2).matched(2).links(2).build());
        assertThat(people(matching)).containsExactly(10, 11);
    }

    @Test
    void a_file_cut_short_is_an_error_by_either_engine_and_never_a_shorter_list() {
        byte[] whole = zip(rows(1000, HostileDeliveriesTest::id));
        part(0, whole);
        recipient(10, id(1));
        for (int length : new int[] {1, 9, 11, whole.length / 2, whole.length - 8, whole.length - 1}) {
            part(1, Arrays.copyOf(whole, length));

            assertThat(match(packed()).getLeft()).as("%d bytes", length).isInstanceOf(BridgeError.ProtocolBreach.class);
            assertThat(match(plain()).getLeft()).as("%d bytes", length).isInstanceOf(BridgeError.ProtocolBreach.class);
        }
    }

    @Test
    void a_gzip_file_of_nothing_is_nobody_and_a_file_without_a_byte_is_cut_short() {
        recipient(10, id(1));
        part(0, zip(""));

        Matching matching = matched();

        assertThat(matching.tally()).isEqualTo(counted().read(0).build());
        assertThat(people(matching)).isEmpty();

        part(0, new byte[0]);
        assertThat(match(packed()).getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @Test
    void what_is_no_visitor_id_is_invalid_and_names_nobody_even_if_a_recipient_has_the_same() {
        List<String> wrong = List.of(
                id(1).substring(1),
                id(1) + "0",
                id(1).substring(1) + "\0",
                "\0" + id(1).substring(1),
                id(1).substring(1) + "x",
                id(1).substring(1) + ":",
                "-" + id(1).substring(1),
                "\uFF11" + id(1).substring(3));
        part(0, zip(id(7) + " 24\n" + String.join(" 24\n", wrong) + " 24\n"));
        recipient(10, id(7));
        wrong.forEach(key -> recipient(11, key));

        Matching matching = matched();

        assertThat(matching.tally())
                .isEqualTo(counted()
                        .read(1 + wrong.size())
                        .matched(1)
                        .invalid(wrong.size())
                        .links(1)
                        .build());
        assertThat(people(matching)).containsExactly(10);
    }

    @Test
    void a_member_in_every_file_counts_once_and_as_duplicate_for_the_others() {
        for (int part = 0; part < 3; part++) {
            part(part, zip(id(1) + " 24\n" + id(2) + " 24\n" + id(3) + " 24\n"));
        }
        recipient(10, id(1), id(2));

        Matching matching = matched();

        assertThat(matching.tally())
                .isEqualTo(counted()
                        .read(9)
                        .matched(2)
                        .unmatched(1)
                        .duplicate(6)
                        .links(2)
                        .build());
        assertThat(people(matching)).containsExactly(10);
    }

    @Test
    void all_keys_equal_are_one_key_by_every_policy() {
        part(0, zip(rows(MANY, row -> id(7))));
        part(1, zip(rows(MANY, row -> id(7))));
        for (int row = 0; row < MANY; row++) {
            recipient(row % 3 + 1, id(7));
        }
        MatchTally.Builder one = counted().read(2 * MANY).ambiguous(1).duplicate(2 * MANY - 1);

        assertThat(matched().tally()).isEqualTo(one.links(3).build());
        assertThat(people(matched())).containsExactly(1, 2, 3);

        policy = AmbiguityPolicy.FIRST;
        assertThat(people(matched())).containsExactly(1);

        policy = AmbiguityPolicy.NONE;
        assertThat(people(matched())).isEmpty();
    }

    @Test
    void keys_in_order_and_recipients_against_it() {
        part(0, zip(rows(MANY, HostileDeliveriesTest::id)));
        part(1, zip(rows(MANY, row -> id(MANY + row))));
        for (int row = 2 * MANY - 2; row >= 0; row -= 2) {
            recipient(row, id(row));
        }

        Matching matching = matched();

        assertThat(matching.tally())
                .isEqualTo(counted()
                        .read(2 * MANY)
                        .matched(MANY)
                        .unmatched(MANY)
                        .links(MANY)
                        .build());
        assertThat(people(matching))
                .isEqualTo(LongStream.range(0, MANY).map(half -> 2 * half).toArray());
    }

    @Test
    void one_hot_key_of_many_recipients_among_keys_of_one() {
        part(0, zip(rows(1000, HostileDeliveriesTest::id)));
        for (int row = 0; row < MANY; row++) {
            recipient(row, id(row < 1000 ? row : 5));
        }

        Matching matching = matched();

        assertThat(matching.tally())
                .isEqualTo(counted()
                        .read(1000)
                        .matched(999)
                        .ambiguous(1)
                        .links(MANY)
                        .build());
        assertThat(people(matching)).isEqualTo(LongStream.range(0, MANY).toArray());
    }

    @Test
    void many_recipients_with_many_keys_each_which_they_share() {
        part(0, zip(rows(100, HostileDeliveriesTest::id)));
        part(1, zip(rows(100, HostileDeliveriesTest::id)));
        for (int row = 0; row < 100; row++) {
            recipient(row, id(row), id((row + 1) % 100), id(row), id(1000 + row));
        }

        Matching matching = matched();

        assertThat(matching.tally())
                .isEqualTo(counted()
                        .read(200)
                        .ambiguous(100)
                        .duplicate(100)
                        .links(200)
                        .build());
        assertThat(people(matching)).isEqualTo(LongStream.range(0, 100).toArray());
    }

    /** By the engine in memory; the oracle finds the same. */
    private Matching matched() {
        Matching matching = match(packed()).get();
        Matching oracle = match(plain()).get();
        assertThat(matching.tally()).isEqualTo(oracle.tally());
        assertThat(people(matching)).isEqualTo(people(oracle));
        return matching;
    }

    private ReconciliationEngine packed() {
        return new PackedReconciler(helpers, 2, 4711, 1 << 30)::match;
    }

    private static ReconciliationEngine plain() {
        return new PlainReconciler()::match;
    }

    private Either<BridgeError, Matching> match(ReconciliationEngine engine) {
        MemberFeed feed = new OutboundFiles(
                        exchange,
                        new GzipCodecFactory().open(helpers),
                        () -> Instant.parse("2026-02-03T14:05:00Z"),
                        OutboundSettings.standard())
                .members(VISITORS, new MappedSegment(24, ""), call)
                .get();
        try (KeySource members = ((MemberFeed.Ready) feed).members();
                KeySource people = recipients()) {
            return engine.match(
                    MatchTask.builder()
                            .key(VISITORS.key())
                            .members(members)
                            .recipients(people)
                            .ambiguity(policy)
                            .build(),
                    call);
        }
    }

    /** A file of the delivery, there or there again. */
    private void part(int number, byte[] content) {
        Path file = folder.resolve(
                "20101/s3_20101_13701_full_1770127200000" + (number == 0 ? "" : "00" + number) + ".sync.gz");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void recipient(long id, String... keys) {
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            recipients.recipient(0, id).key(text, 0, text.length, (byte) 0);
        }
        if (recipients.isFull()) {
            recipientBatches.add(recipients.build());
        }
    }

    private KeySource recipients() {
        if (recipients.size() > 0) {
            recipientBatches.add(recipients.build());
        }
        return new KeySource() {
            private int next;

            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                return Either.right(
                        next < recipientBatches.size() ? Option.some(recipientBatches.get(next++)) : Option.none());
            }

            @Override
            public void close() {
                // batches in memory hold nothing
            }
        };
    }

    private static MatchTally.Builder counted() {
        return MatchTally.builder()
                .read(0)
                .matched(0)
                .ambiguous(0)
                .unmatched(0)
                .invalid(0)
                .duplicate(0)
                .suppressed(0)
                .links(0);
    }

    private static long[] people(Matching matching) {
        return IntStream.range(0, matching.recipients().size())
                .mapToLong(matching.recipients()::low)
                .toArray();
    }

    private static String id(int number) {
        return "%038d".formatted(number);
    }

    private static String rows(int count, IntFunction<String> key) {
        return IntStream.range(0, count)
                .mapToObj(row -> key.apply(row) + " 24\n")
                .collect(Collectors.joining());
    }

    private static byte[] zip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... members) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] member : members) {
            all.writeBytes(member);
        }
        return all.toByteArray();
    }
}
