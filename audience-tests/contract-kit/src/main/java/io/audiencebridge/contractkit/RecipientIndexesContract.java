// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link RecipientIndexes} does (SEMANTICS S10). The test of an implementation extends this class and opens them for each test. */
@ContractOf(value = RecipientIndexes.class, semantics = "S10")
@Tag("recipient-indexes")
public abstract class RecipientIndexesContract {
    /** A page of any connection. */
    protected static final IndexPage PAGE = page("crm", "visitor");

    /** When everything begins. */
    protected static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private RecipientIndexes indexes;

    /** For subclasses. */
    protected RecipientIndexesContract() {}

    /** Indexes without any yet. */
    protected abstract RecipientIndexes open() throws Exception;

    /** The same indexes as another process would open them; those that end with their process answer the ones they gave. */
    protected abstract RecipientIndexes reopen() throws Exception;

    @BeforeEach
    void openIndexes() throws Exception {
        indexes = Lens.on(open());
    }

    @Rule("R38.1")
    @Test
    void there_is_nothing_before_it_is_built() {
        assertThat(indexes.look(PAGE).get()).isInstanceOf(IndexState.Nothing.class);
        assertThat(indexes.read(PAGE, Calls.ample()).getLeft()).isInstanceOf(BridgeError.Conflict.class);
        assertThat(indexes.refresh(PAGE, stamp(1), rows(), Calls.ample()).getLeft())
                .isInstanceOf(BridgeError.Conflict.class);
    }

    @Rule("R38.2")
    @Test
    void what_was_built_is_there_for_another_process_with_its_marks() throws Exception {
        build("1 5", "2 6 out", "3", "4 5", "4 7", "wide 8");

        RecipientIndexes later = Lens.on(reopen());

        assertThat(told(later, PAGE)).containsExactly("1 5", "2 6 out", "4 5", "4 7", "wide 8");
        assertThat(later.look(PAGE).get()).isEqualTo(new IndexState.Kept("mark 0", NOON, NOON, 5));
    }

    @Rule("R38.3")
    @Test
    void a_refresh_gives_changed_recipients_their_keys_of_now() {
        build("1 5", "2 6", "3 7", "4 8");

        refresh(1, "1 9", "1 10", "3", "4 8 out", "5 6");

        assertThat(told(indexes, PAGE)).containsExactly("1 10", "1 9", "2 6", "4 8 out", "5 6");
        IndexState.Kept kept = (IndexState.Kept) indexes.look(PAGE).get();
        assertThat(kept.watermark()).isEqualTo("mark 1");
        assertThat(kept.built()).isEqualTo(NOON);
        assertThat(kept.refreshed()).isEqualTo(stamp(1).at());
    }

    @Rule("R38.4")
    @Test
    void the_latest_of_several_refreshes_counts() {
        build("1 5", "2 6");

        refresh(1, "1 7", "2");
        refresh(2, "2 5", "1");
        refresh(3, "1 6 out");

        assertThat(told(indexes, PAGE)).containsExactly("1 6 out", "2 5");
    }

    @Rule("R38.5")
    @Test
    void nothing_new_moves_the_watermark_alone() {
        build("1 5");

        refresh(1);

        assertThat(told(indexes, PAGE)).containsExactly("1 5");
        assertThat(((IndexState.Kept) indexes.look(PAGE).get()).watermark()).isEqualTo("mark 1");
    }

    @Rule("R38.6")
    @Test
    void building_anew_forgets_whoever_is_gone() {
        build("1 5", "2 6");
        refresh(1, "2 7");

        build("1 5");

        assertThat(told(indexes, PAGE)).containsExactly("1 5");
    }

    @Rule("R38.7")
    @Test
    void many_days_of_changes_give_what_building_anew_would_give() throws Exception {
        for (long seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            Map<Integer, List<String>> people = new TreeMap<>();
            for (int person = 0; person < 300; person++) {
                people.put(person, keys(person, random));
            }
            build(lines(people, true));
            for (int day = 1; day < 25; day++) {
                Map<Integer, List<String>> changed = new TreeMap<>();
                for (int i = random.nextInt(20); i > 0; i--) {
                    int person = random.nextInt(320);
                    changed.put(person, keys(person, random));
                }
                people.putAll(changed);
                refresh(day, lines(changed, true));
            }

            assertThat(told(Lens.on(reopen()), PAGE))
                    .as("seed %s", seed)
                    .containsExactly(
                            Arrays.stream(lines(people, false)).sorted().toArray(String[]::new));
        }
    }

    @Rule("R38.8")
    @Test
    void a_copy_larger_than_a_chunk_is_read_to_its_end() throws Exception {
        String[] many = new String[20_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i + " " + i * 3;
        }
        build(many);
        refresh(1, "0 1", "19999 1");

        assertThat(told(Lens.on(reopen()), PAGE)).hasSize(many.length).contains("0 1", "19999 1", "10000 30000");
    }

    @Rule("R38.9")
    @Test
    void a_source_that_fails_leaves_what_was_there() {
        build("1 5");

        var failed = indexes.refresh(PAGE, stamp(1), failing(), Calls.ample());

        assertThat(failed.getLeft().message()).isEqualTo("gone");
        assertThat(told(indexes, PAGE)).containsExactly("1 5");
        assertThat(((IndexState.Kept) indexes.look(PAGE).get()).watermark()).isEqualTo("mark 0");
    }

    @Rule("R38.10")
    @Test
    void pages_are_kept_apart_and_a_connection_is_purged_alone() {
        indexes.rebuild(PAGE, stamp(0), rows("1 5"), Calls.ample()).get();
        indexes.rebuild(page("crm", "declared"), stamp(0), rows("1 6"), Calls.ample())
                .get();
        indexes.rebuild(page("other", "visitor"), stamp(0), rows("1 7"), Calls.ample())
                .get();

        int purged = indexes.purge(new ConnectionName("crm")).get();

        assertThat(purged).isEqualTo(2);
        assertThat(indexes.look(PAGE).get()).isInstanceOf(IndexState.Nothing.class);
        assertThat(told(indexes, page("other", "visitor"))).containsExactly("1 7");
        assertThat(indexes.purge(new ConnectionName("nobody")).get()).isZero();
    }

    @Rule("R38.11")
    @Test
    void what_was_built_long_ago_expires_whatever_was_refreshed_since() {
        build("1 5");
        refresh(40, "1 6");
        indexes.rebuild(page("crm", "declared"), stamp(30), rows("1 7"), Calls.ample())
                .get();

        assertThat(indexes.expire(NOON).get()).isZero();
        assertThat(indexes.expire(NOON.plusSeconds(1)).get()).isEqualTo(1);
        assertThat(indexes.look(PAGE).get()).isInstanceOf(IndexState.Nothing.class);
        assertThat(told(indexes, page("crm", "declared"))).containsExactly("1 7");
    }

    private static List<String> keys(int person, Random random) {
        List<String> keys = new ArrayList<>();
        String out = random.nextInt(10) == 0 ? " out" : "";
        for (int i = random.nextInt(3); i > 0; i--) {
            keys.add(person + " " + (100 * i + random.nextInt(100)) + out);
        }
        return keys;
    }

    private static String[] lines(Map<Integer, List<String>> people, boolean keyless) {
        List<String> lines = new ArrayList<>();
        people.forEach((person, keys) -> {
            lines.addAll(keys);
            if (keys.isEmpty() && keyless) {
                lines.add(Integer.toString(person));
            }
        });
        return lines.toArray(String[]::new);
    }

    private void build(String... lines) {
        indexes.rebuild(PAGE, stamp(0), rows(lines), Calls.ample()).get();
    }

    private void refresh(int day, String... lines) {
        indexes.refresh(PAGE, stamp(day), rows(lines), Calls.ample()).get();
    }

    private static IndexStamp stamp(int day) {
        return new IndexStamp("mark " + day, NOON.plusSeconds(86_400L * day));
    }

    private static IndexPage page(String connection, String keys) {
        return new IndexPage(new ConnectionName(connection), keys);
    }

    /** Rows such as {@code 4 17 out}: recipient, key, mark. */
    private static KeySource rows(String... lines) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            boolean wide = words[0].equals("wide");
            rows.recipient(wide ? 0x1234_5678_9abcL : 0, wide ? 7 : Long.parseLong(words[0]));
            byte marks = words.length > 2 ? TextKeys.OPTED_OUT : 0;
            if (words.length < 2) {
                rows.keyless(marks);
            } else {
                byte[] key = ByteBuffer.allocate(16)
                        .putLong(-3)
                        .putLong(Long.parseLong(words[1]))
                        .array();
                rows.key(key, 0, key.length, marks);
            }
        }
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

    private static KeySource failing() {
        return new KeySource() {
            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                return Either.left(BridgeError.LocalFailure.of("gone"));
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    private static List<String> told(RecipientIndexes indexes, IndexPage page) {
        List<String> lines = new ArrayList<>();
        try (KeySource source = indexes.read(page, Calls.ample()).get()) {
            for (Option<TextKeys> next = source.next().get();
                    next.isDefined();
                    next = source.next().get()) {
                TextKeys batch = next.get();
                for (int row = 0; row < batch.size(); row++) {
                    ByteBuffer key = ByteBuffer.wrap(batch.text(), batch.start(row), 16);
                    assertThat(key.getLong()).isEqualTo(-3);
                    String who = batch.recipientHigh(row) == 0 ? Long.toString(batch.recipientLow(row)) : "wide";
                    lines.add(who + " " + key.getLong() + (batch.has(row, TextKeys.OPTED_OUT) ? " out" : ""));
                }
            }
        }
        return lines.stream().sorted().toList();
    }
}
