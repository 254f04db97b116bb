// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The streams of rows between systems and the engine: what each lets pass, holds back and closes. */
class ReadingRowsTest {
    private static final ReconciliationKey PLAIN =
            Declared.builder().field("declaredId").build();
    private static final DataSource SOURCE =
            DataSource.builder().id(7).key(PLAIN).build();
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");

    @Test
    void rows_of_recipients_that_changed_are_left_out_and_their_new_ones_come_last() {
        Rows.Given rows = Rows.source(Rows.batch("1:a", "2:b!", "3:"), Rows.batch("2:c", "4:d?"));
        OverlaidKeys overlaid = new OverlaidKeys(rows, List.of(Rows.batch("1:new", "1:newer"), Rows.batch("4:")));

        assertThat(Rows.all(overlaid)).containsExactly("2:b!", "3:", "2:c", "1:new", "1:newer", "4:");
        overlaid.close();
        assertThat(rows.closed()).isEqualTo(1);
    }

    @Test
    void where_nobody_changed_batches_are_handed_on_as_they_are_and_a_failure_too() {
        TextKeys batch = Rows.batch("1:a");

        assertThat(new OverlaidKeys(Rows.source(batch), List.of()).next().get().get())
                .isSameAs(batch);
        assertThat(new OverlaidKeys(Rows.failing(GONE), List.of(Rows.batch("1:a")))
                        .next()
                        .getLeft())
                .isSameAs(GONE);
    }

    @Test
    void a_row_that_stays_keeps_all_of_its_marks() {
        TextKeys marked = TextKeys.over(
                2, new long[2], new long[] {1, 2}, new int[] {0, 1, 1}, new byte[] {'a'}, new byte[] {14, 1});
        OverlaidKeys overlaid = new OverlaidKeys(Rows.source(marked), List.of(Rows.batch("9:x")));

        TextKeys kept = overlaid.next().get().get();

        for (byte mark : new byte[] {TextKeys.OPTED_OUT, TextKeys.UNDECIDABLE, TextKeys.LEAVING}) {
            assertThat(kept.has(0, mark)).isTrue();
            assertThat(kept.has(1, mark)).isFalse();
        }
        assertThat(kept.has(0, TextKeys.KEYLESS)).isFalse();
        assertThat(kept.has(1, TextKeys.KEYLESS)).isTrue();
    }

    @Test
    void a_sample_in_order_ends_with_the_batch_that_fills_the_budget() {
        Rows.Given source = Rows.source(Rows.batch("1:a", "2:b"), Rows.batch("3:c"), Rows.batch("4:d"));
        ReadInOrder sample = new ReadInOrder(source, 3, OptionalLong.of(40));

        assertThat(Rows.all(sample)).containsExactly("1:a", "2:b", "3:c");

        assertThat(sample.facts().whole()).isFalse();
        assertThat(sample.facts().total()).hasValue(40);
        assertThat(sample.facts().fair()).isFalse();
        assertThat(sample.facts().blocks()).isTrue();
        assertThat(sample.facts().how())
                .isEqualTo("in their order up to the budget, since the system offers no way to draw some of them");
        sample.close();
        assertThat(source.closed()).isEqualTo(1);
    }

    @Test
    void a_source_that_ends_before_the_budget_was_read_whole_and_is_asked_no_more() {
        Rows.Given source = Rows.source(Rows.batch("1:a"));
        ReadInOrder sample = new ReadInOrder(source, 3, OptionalLong.of(40));

        assertThat(Rows.all(sample)).containsExactly("1:a");
        assertThat(sample.next().get().isEmpty()).isTrue();

        assertThat(source.asked()).isEqualTo(2);
        assertThat(sample.facts().whole()).isTrue();
        assertThat(sample.facts().total()).isEmpty();
        assertThat(sample.facts().how()).isEqualTo("in their order");
    }

    @Test
    void each_valid_key_is_looked_up_once_and_in_wire_form() {
        Asked asked = new Asked();
        LookedUp lookedUp = new LookedUp(
                asked, SOURCE, List.of(Rows.batch("0:a", "0:b", "0:a", "0:c?"), Rows.batch("0:b", "0:d")), Rows.call());

        assertThat(lookedUp.keys()).isEqualTo(3);
        assertThat(Rows.all(lookedUp)).containsExactly("1:a", "1:b", "1:d");
        assertThat(asked.keys).containsExactly(List.of("0:a", "0:b", "0:d"));
        assertThat(asked.answers).allMatch(answer -> answer.closed() == 1);
    }

    @Test
    void more_keys_than_a_batch_holds_are_looked_up_batch_by_batch() {
        String[] rows = new String[9000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "0:key" + i;
        }
        Asked asked = new Asked();
        LookedUp lookedUp = new LookedUp(asked, SOURCE, List.of(Rows.batch(rows)), Rows.call());

        assertThat(Rows.all(lookedUp)).hasSize(9000);
        assertThat(asked.keys).extracting(List::size).containsExactly(8192, 808);
    }

    @Test
    void closing_a_look_up_closes_the_answer_that_is_open_and_forgets_the_rest() {
        Asked asked = new Asked();
        LookedUp lookedUp = new LookedUp(asked, SOURCE, List.of(Rows.batch("0:a")), Rows.call());
        lookedUp.next();

        lookedUp.close();
        lookedUp.close();

        assertThat(asked.answers.get(0).closed()).isEqualTo(1);
        assertThat(lookedUp.next().get().isEmpty()).isTrue();
    }

    @Test
    void a_look_up_asks_nothing_once_the_call_is_over_and_nothing_without_a_key() {
        Asked asked = new Asked();
        Call call = Rows.call();
        LookedUp lookedUp = new LookedUp(asked, SOURCE, List.of(Rows.batch("0:a")), call);
        call.cancel();

        assertThat(lookedUp.next().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(new LookedUp(asked, SOURCE, List.of(Rows.batch("0:a?")), Rows.call())
                        .next()
                        .get())
                .isEmpty();
        assertThat(asked.keys).isEmpty();
    }

    @Test
    void a_key_can_be_looked_up_if_it_travels_as_it_is_stored() {
        assertThat(LookedUp.isPossible(new ReconciliationKey.Visitor())).isTrue();
        assertThat(LookedUp.isPossible(PLAIN)).isTrue();
        assertThat(LookedUp.isPossible(
                        Declared.builder().field("email").wire(KeyForm.SHA256).build()))
                .isFalse();
    }

    @Test
    void few_members_are_read_beforehand_and_given_again() {
        MembersAtHand members =
                MembersAtHand.ofRows(Rows.source(Rows.batch("0:a", "0:b"), Rows.batch("0:c")), OptionalLong.of(50));
        assertThat(members.expected()).hasValue(50);

        Option<List<TextKeys>> few = members.few(3, Rows.call()).get();

        assertThat(few.get()).hasSize(2);
        assertThat(members.expected()).hasValue(3);
        assertThat(members.size()).hasValue(3);
        assertThat(Rows.all(members.rows())).containsExactly("0:a", "0:b", "0:c");
    }

    @Test
    void more_members_are_not_held_and_none_is_lost() {
        Rows.Given source = Rows.source(Rows.batch("0:a", "0:b"), Rows.batch("0:c"), Rows.batch("0:d"));
        MembersAtHand members = MembersAtHand.ofRows(source, OptionalLong.empty());

        assertThat(members.few(2, Rows.call()).get()).isEmpty();

        assertThat(source.asked()).isEqualTo(2);
        assertThat(members.size()).isEmpty();
        assertThat(Rows.all(members.rows())).containsExactly("0:a", "0:b", "0:c", "0:d");
        members.close();
        assertThat(source.closed()).isEqualTo(1);
    }

    @Test
    void members_that_nobody_read_beforehand_are_the_source_itself_and_an_empty_one_is_not_asked_again() {
        Rows.Given untouched = Rows.source(Rows.batch("0:a"));
        Rows.Given nobody = Rows.source();
        MembersAtHand members = MembersAtHand.ofRows(nobody, OptionalLong.empty());
        members.few(5, Rows.call());

        assertThat(MembersAtHand.ofRows(untouched, OptionalLong.empty()).rows()).isSameAs(untouched);
        assertThat(members.rows()).isSameAs(members);
        assertThat(Rows.all(members)).isEmpty();
        assertThat(nobody.asked()).isEqualTo(1);
    }

    @Test
    void members_known_by_fingerprints_have_no_row_and_a_size() {
        IdSet kept = Rows.fingerprints("a", "b");
        MembersAtHand members = MembersAtHand.ofFingerprints(kept);

        assertThat(members.kept()).isSameAs(kept);
        assertThat(members.byFingerprint()).isTrue();
        assertThat(members.size()).hasValue(2);
        assertThat(members.expected()).hasValue(0);
        assertThat(Rows.all(members.rows())).isEmpty();
        assertThat(MembersAtHand.ofRows(Rows.source(), OptionalLong.empty()).byFingerprint())
                .isFalse();
    }

    @Test
    void members_that_cannot_be_read_beforehand_fail_the_run() {
        assertThat(MembersAtHand.ofRows(Rows.failing(GONE), OptionalLong.empty())
                        .few(5, Rows.call())
                        .getLeft())
                .isSameAs(GONE);
    }

    /** Every key is one recipient's. */
    private static final class Asked implements KeyLookups {
        private final List<List<String>> keys = new ArrayList<>();
        private final List<Rows.Given> answers = new ArrayList<>();

        @Override
        public int keysPerCall() {
            return 100;
        }

        @Override
        public Either<BridgeError, KeySource> recipientsWith(TextKeys asked, DataSource dataSource, Call call) {
            List<String> texts = Rows.texts(asked);
            keys.add(texts);
            answers.add(Rows.source(Rows.batch(
                    texts.stream().map(text -> text.replace("0:", "1:")).toArray(String[]::new))));
            return Either.right(answers.get(answers.size() - 1));
        }
    }
}
