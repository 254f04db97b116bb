// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.Ecid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChainingVisitorsTest {
    private static final String ONE = "08382830887934830189014177072406221371";
    private static final String OTHER = "99999999999999999999999999999999999999";

    private final VisitorsOfRecipients visitors = new VisitorsOfRecipients();

    @Test
    void nobody_has_a_visitor_id_at_first() {
        assertThat(visitors.first(0, 7)).isEqualTo(VisitorsOfRecipients.NONE);
    }

    @Test
    void a_recipients_visitor_ids_come_the_last_one_first() {
        add(0, 7, ONE);
        add(0, 8, ONE);
        add(0, 7, OTHER);

        assertThat(of(0, 7)).containsExactly(OTHER, ONE);
        assertThat(of(0, 8)).containsExactly(ONE);
        assertThat(of(7, 0)).isEmpty();
        assertThat(of(0, 9)).isEmpty();
    }

    @Test
    void recipients_are_told_apart_by_both_halves() {
        add(1, 7, ONE);
        add(2, 7, OTHER);

        assertThat(of(1, 7)).containsExactly(ONE);
        assertThat(of(2, 7)).containsExactly(OTHER);
    }

    @Test
    void a_row_without_a_visitor_id_has_its_mark_and_zeros() {
        visitors.add(0, 7, new byte[0], TextKeys.OPTED_OUT);
        add(0, 8, ONE);

        assertThat(visitors.mark(visitors.first(0, 7))).isEqualTo(TextKeys.OPTED_OUT);
        assertThat(visitors.mark(visitors.first(0, 8))).isZero();
        assertThat(of(0, 7)).containsExactly("0".repeat(Ecid.DIGITS));
    }

    @Test
    void thousands_of_rows_of_recipients_that_look_alike_are_all_found() {
        for (int i = 0; i < 5_000; i++) {
            add(i % 2, i / 4, digits(i));
        }

        for (int i = 0; i < 5_000; i++) {
            assertThat(of(i % 2, i / 4)).hasSize(2).contains(digits(i));
        }
        assertThat(of(0, 1_250)).isEmpty();
    }

    private static String digits(int number) {
        return String.format(Locale.ROOT, "%019d%019d", number, 9_999 - number);
    }

    private void add(long high, long low, String digits) {
        visitors.add(high, low, digits.getBytes(StandardCharsets.US_ASCII), (byte) 0);
    }

    private List<String> of(long high, long low) {
        List<String> found = new ArrayList<>();
        byte[] out = new byte[Ecid.DIGITS];
        for (int row = visitors.first(high, low); row != VisitorsOfRecipients.NONE; row = visitors.next(row)) {
            visitors.write(row, out);
            found.add(new String(out, StandardCharsets.US_ASCII));
        }
        return found;
    }
}
