// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FillingBatchesTest {
    private static final byte NO_MARK = 0;

    @Test
    void a_row_is_read_as_it_was_added() {
        TextKeysBuilder rows = new TextKeysBuilder();
        add(rows.recipient(5, 7), "first", NO_MARK);
        rows.recipient(5, 7).keyless(TextKeys.OPTED_OUT);
        add(rows.recipient(0, 8), "third", TextKeys.LEAVING);

        TextKeys batch = rows.build();

        assertThat(texts(batch)).containsExactly("5/7 first 0", "5/7  3", "0/8 third 8");
        assertThat(batch.has(0, TextKeys.KEYLESS)).isFalse();
        assertThat(batch.has(1, TextKeys.KEYLESS)).isTrue();
        assertThat(batch.has(1, TextKeys.OPTED_OUT)).isTrue();
        assertThat(batch.has(2, TextKeys.LEAVING)).isTrue();
        assertThat(batch.has(2, TextKeys.UNDECIDABLE)).isFalse();
    }

    @Test
    void only_the_stretch_of_the_source_that_is_the_key_is_taken() {
        TextKeysBuilder rows = new TextKeysBuilder();
        byte[] line = "<one,two>".getBytes(StandardCharsets.US_ASCII);

        rows.key(line, 1, 4, NO_MARK);
        rows.key(line, 5, 8, NO_MARK);

        assertThat(texts(rows.build())).containsExactly("0/0 one 0", "0/0 two 0");
    }

    @Test
    void a_recipient_is_named_for_one_row() {
        TextKeysBuilder rows = new TextKeysBuilder();
        add(rows, "before", NO_MARK);
        add(rows.recipient(1, 2), "named", NO_MARK);
        add(rows, "after", NO_MARK);

        assertThat(texts(rows.build())).containsExactly("0/0 before 0", "1/2 named 0", "0/0 after 0");
    }

    @Test
    void rows_of_one_recipient_are_known_by_both_halves() {
        TextKeysBuilder rows = new TextKeysBuilder();
        add(rows.recipient(1, 2), "a", NO_MARK);
        add(rows.recipient(1, 2), "b", NO_MARK);
        add(rows.recipient(1, 3), "c", NO_MARK);
        add(rows.recipient(2, 2), "d", NO_MARK);
        TextKeys batch = rows.build();

        assertThat(batch.sameRecipient(0, 1)).isTrue();
        assertThat(batch.sameRecipient(0, 2)).isFalse();
        assertThat(batch.sameRecipient(0, 3)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 128, 129, 5_000})
    void a_batch_holds_any_number_of_rows_and_the_next_one_begins_anew(int count) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (int round = 0; round < 2; round++) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String key = "key number " + i + " of round " + round;
                add(rows.recipient(i % 3, i), key, (byte) (i % 2 * TextKeys.LEAVING));
                expected.add(i % 3 + "/" + i + " " + key + " " + i % 2 * TextKeys.LEAVING);
            }
            assertThat(rows.size()).isEqualTo(count);

            TextKeys batch = rows.build();

            assertThat(texts(batch)).isEqualTo(expected);
            assertThat(rows.size()).isZero();
        }
    }

    @Test
    void a_key_longer_than_all_room_is_taken() {
        TextKeysBuilder rows = new TextKeysBuilder();
        add(rows, "x".repeat(4096), NO_MARK);
        add(rows, "y".repeat(20_000), NO_MARK);

        assertThat(texts(rows.build()))
                .containsExactly("0/0 " + "x".repeat(4096) + " 0", "0/0 " + "y".repeat(20_000) + " 0");
    }

    @Test
    void a_batch_that_is_kept_holds_little_more_memory_than_its_rows_need() {
        TextKeysBuilder rows = new TextKeysBuilder();
        add(rows.recipient(1, 2), "short", NO_MARK);

        TextKeys batch = rows.build();

        assertThat(batch.text()).hasSize(5);
        assertThat(batch.offsets()).hasSize(2);
        assertThat(batch.marks()).hasSize(1);
        assertThat(batch.highs()).hasSize(1);
        assertThat(batch.lows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {48, 64})
    void a_batch_that_fills_three_quarters_is_not_copied(int count) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (int i = 0; i < count; i++) {
            add(rows, "x", NO_MARK);
        }

        assertThat(rows.build().marks()).hasSize(64);
    }

    @Test
    void rows_that_name_nobody_hold_no_recipients_and_numbers_no_first_halves() {
        TextKeysBuilder rows = new TextKeysBuilder();
        add(rows, "member", NO_MARK);
        TextKeys members = rows.build();
        add(rows.recipient(0, 7), "recipient", NO_MARK);
        TextKeys recipients = rows.build();

        assertThat(members.lows()).isEmpty();
        assertThat(members.highs()).isEmpty();
        assertThat(members.recipientLow(0)).isZero();
        assertThat(recipients.highs()).isEmpty();
        assertThat(recipients.recipientHigh(0)).isZero();
        assertThat(recipients.recipientLow(0)).isEqualTo(7);
    }

    @Test
    void a_batch_is_to_be_handed_on_after_the_usual_rows() {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (int i = 0; i < TextKeysBuilder.USUAL_ROWS - 1; i++) {
            rows.keyless(NO_MARK);
        }
        assertThat(rows.isFull()).isFalse();

        rows.keyless(NO_MARK);

        assertThat(rows.isFull()).isTrue();
    }

    @Test
    void the_memory_of_a_batch_that_was_given_back_is_filled_again() {
        TextKeysBuilder rows = TextKeysBuilder.reusing();
        add(rows.recipient(1, 1), "first", NO_MARK);
        TextKeys first = rows.build();
        byte[] memory = first.text();
        first.giveBack();
        add(rows.recipient(2, 2), "second", NO_MARK);
        TextKeys second = rows.build();

        add(rows.recipient(0, 3), "third", NO_MARK);
        TextKeys third = rows.build();

        assertThat(texts(second)).containsExactly("2/2 second 0");
        assertThat(texts(third)).containsExactly("0/3 third 0");
        assertThat(third.text()).isSameAs(memory);
        assertThat(second.text()).isNotSameAs(memory);
    }

    @Test
    void a_batch_of_a_builder_that_keeps_nothing_may_be_given_back_without_effect() {
        TextKeysBuilder rows = new TextKeysBuilder();
        add(rows, "first", NO_MARK);
        TextKeys first = rows.build();

        first.giveBack();
        rows.build();
        add(rows, "other", NO_MARK);
        rows.build();

        assertThat(texts(first)).containsExactly("0/0 first 0");
    }

    @Test
    void marks_are_added_to_some_rows_of_a_batch_which_stays_as_it_was() {
        TextKeysBuilder rows = new TextKeysBuilder();
        add(rows, "a", TextKeys.LEAVING);
        add(rows, "b", NO_MARK);
        add(rows, "c", NO_MARK);
        TextKeys batch = rows.build();
        BitSet some = new BitSet();
        some.set(0);
        some.set(2);

        TextKeys marked = batch.marked(some, TextKeys.OPTED_OUT);

        assertThat(texts(marked)).containsExactly("0/0 a 10", "0/0 b 0", "0/0 c 2");
        assertThat(texts(batch)).containsExactly("0/0 a 8", "0/0 b 0", "0/0 c 0");
    }

    @Test
    void giving_a_marked_batch_back_gives_the_one_below_it_back() {
        List<TextKeys> spares = new ArrayList<>();
        byte[] text = "ab".getBytes(StandardCharsets.US_ASCII);
        TextKeys batch =
                TextKeys.over(2, new long[0], new long[] {4, 5}, new int[] {0, 1, 2}, text, new byte[2], spares::add);

        batch.marked(new BitSet(), TextKeys.OPTED_OUT).giveBack();

        assertThat(spares).containsExactly(batch);
        assertThat(texts(batch)).containsExactly("0/4 a 0", "0/5 b 0");
    }

    @Test
    void a_batch_over_arrays_that_nobody_writes_any_more_reads_them() {
        byte[] text = "ab".getBytes(StandardCharsets.US_ASCII);

        TextKeys batch = TextKeys.over(1, new long[] {3}, new long[] {4}, new int[] {0, 1, 2}, text, new byte[] {1});

        batch.giveBack();
        assertThat(texts(batch)).containsExactly("3/4 a 1");
        assertThat(texts(batch.marked(new BitSet(), TextKeys.LEAVING))).containsExactly("3/4 a 1");
    }

    @Test
    void a_batch_of_events_has_as_many_events_as_rows() {
        TextKeysBuilder rows = new TextKeysBuilder();
        add(rows, "a", NO_MARK);
        add(rows, "b", TextKeys.LEAVING);

        assertThat(new MemberEvents(rows.build(), new long[] {1, MemberEvents.UNTIMED}).size())
                .isEqualTo(2);
    }

    private static void add(TextKeysBuilder rows, String key, byte marks) {
        byte[] text = key.getBytes(StandardCharsets.US_ASCII);
        rows.key(text, 0, text.length, marks);
    }

    /** Each row as recipient, key and marks. */
    private static List<String> texts(TextKeys batch) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            int start = batch.start(row);
            texts.add(batch.recipientHigh(row) + "/" + batch.recipientLow(row) + " "
                    + new String(batch.text(), start, batch.end(row) - start, StandardCharsets.US_ASCII) + " "
                    + batch.marks()[row]);
        }
        return texts;
    }
}
