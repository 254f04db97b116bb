// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.member.IdSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingRecipientsTest {
    private final NamedRecipients named = new NamedRecipients();
    private final NamedRecipients.Pen pen = named.pen();
    private final MemberTable table = new MemberTable(63, new int[] {0, 2, 2}, 2);

    @BeforeEach
    void hold_a_page_of_others_first() {
        MemberTable others = new MemberTable(63, new int[] {0, 10_000, 10_000}, 10_000);
        for (int slot = 0; slot < others.size(); slot++) {
            pen.name(others, slot, -1, -2 - slot);
        }
    }

    /** On either side of what a mark itself can say. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0, 1",
        "-1, -1",
        "0, 2147483646",
        "0, 2147483647",
        "0, 2147483648",
        "-1, -2147483648",
        "0, 9223372036854775807",
        "-1, -9223372036854775808",
        "0, -1",
        "1, 5",
        "-1, 5",
        "4711, -4711"
    })
    void a_recipient_of_any_id_is_named_once_and_with_another_in_a_group(long high, long low) {
        pen.name(table, 0, high, low);
        pen.name(table, 0, high, low);

        int mark = table.mark(0);
        assertThat(NamedRecipients.isSingle(mark)).isTrue();
        assertThat(named.high(mark)).isEqualTo(high);
        assertThat(named.low(mark)).isEqualTo(low);

        pen.name(table, 0, 0, 77);
        pen.name(table, 0, high, low);
        pen.name(table, 0, 3, 77);

        assertThat(NamedRecipients.isSingle(table.mark(0))).isFalse();
        IdSet group = named.group(table.mark(0));
        assertThat(group.size()).isEqualTo(3);
        assertThat(group.contains(high, low)).isTrue();
        assertThat(group.contains(0, 77)).isTrue();
        assertThat(group.contains(3, 77)).isTrue();
        assertThat(table.mark(1)).isEqualTo(MemberTable.NOBODY);
    }

    @Test
    void a_page_that_turns_wide_keeps_the_signs_of_those_it_held_before() {
        pen.name(table, 0, -1, -5);
        pen.name(table, 1, 3, 5);

        assertThat(named.high(table.mark(0))).isEqualTo(-1);
        assertThat(named.low(table.mark(0))).isEqualTo(-5);
        assertThat(named.high(table.mark(1))).isEqualTo(3);
    }

    @Test
    void whoever_opted_out_silences_a_key_for_good() {
        pen.name(table, 0, 0, 5);
        pen.suppress(table, 0);
        pen.name(table, 0, 0, 6);
        pen.suppress(table, 1);

        assertThat(table.mark(0)).isEqualTo(NamedRecipients.SUPPRESSED);
        assertThat(table.mark(1)).isEqualTo(NamedRecipients.SUPPRESSED);
        assertThat(NamedRecipients.isSingle(NamedRecipients.SUPPRESSED)).isFalse();
    }
}
