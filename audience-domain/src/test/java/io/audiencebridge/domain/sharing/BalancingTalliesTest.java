// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.reconcile.MatchTally;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every person and every row is in exactly one bucket (SEMANTICS S2, S3, S13, S29); a run whose counts do not close fails. */
class BalancingTalliesTest {
    private static final Complement COMPLEMENT = Complement.builder()
            .optedOut(1)
            .invalid(20)
            .noVisitorId(300)
            .noDeclaredId(4_000)
            .build();

    @Test
    void the_complement_is_whoever_could_not_be_shared_for_any_reason() {
        assertThat(COMPLEMENT.total()).isEqualTo(4_321);
    }

    @Test
    void an_export_balances_when_everybody_read_is_shared_was_shared_or_could_not_be() {
        ExportTally tally = exported(4_321 + 7 + 60);

        assertThat(tally.balanced().get()).isSameAs(tally);
        assertThat(tally.renewed()).isZero();
        assertThat(tally.staying()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4387", "4389"})
    void an_export_with_one_recipient_too_many_or_too_few_fails_and_says_both_counts(long read) {
        assertThat(exported(read).balanced().getLeft())
                .isEqualTo(BridgeError.Unbalanced.of("Read " + read + " recipients but accounted for 4388"
                        + "; the run fails. Report this as a defect with the run's id"));
    }

    @Test
    void a_synchronisation_balances_when_everybody_read_was_told_is_known_or_could_not_be_told() {
        SyncTally tally = synced(4_321 + 7 + 60);

        assertThat(tally.balanced().get()).isSameAs(tally);
    }

    @ParameterizedTest
    @CsvSource({"4387", "4389"})
    void a_synchronisation_that_does_not_add_up_fails_and_says_both_counts(long read) {
        assertThat(synced(read).balanced().getLeft())
                .isEqualTo(BridgeError.Unbalanced.of("Read " + read + " recipients but accounted for 4388"
                        + "; the run fails. Report this as a defect with the run's id"));
    }

    @Test
    void events_balance_when_every_row_stands_is_overtaken_contradicted_or_no_event() {
        EventTally tally = events(54_321);

        assertThat(tally.balanced().get()).isSameAs(tally);
    }

    @ParameterizedTest
    @CsvSource({"54320", "54322"})
    void events_that_do_not_add_up_leave_the_list_untouched(long read) {
        assertThat(events(read).balanced().getLeft())
                .isEqualTo(BridgeError.Unbalanced.of("Read " + read + " rows of exports but accounted for 54321"
                        + "; the list is untouched. Report this as a defect with the run's id"));
    }

    @Test
    void an_import_balances_when_every_link_is_in_the_list_or_collapsed_and_all_rows_are_accounted_for() {
        ImportTally tally = imported(9, 2, 7, 4, 3, 20);

        assertThat(tally.balanced().get()).isSameAs(tally);
    }

    @ParameterizedTest
    @CsvSource({"10, 2, 7, 4, 3", "8, 2, 7, 4, 3", "9, 1, 7, 4, 3", "9, 2, 7, 5, 3", "9, 2, 7, 4, 2"})
    void an_import_whose_list_does_not_come_from_its_links_fails_and_says_all_counts(
            long links, long collapsed, long listSize, long added, long kept) {
        assertThat(imported(links, collapsed, listSize, added, kept, 20)
                        .balanced()
                        .getLeft())
                .isEqualTo(BridgeError.Unbalanced.of("The list would have " + listSize + " people from " + links
                        + " links, " + collapsed + " collapsed, " + added + " added and " + kept
                        + " kept, which does not add up; the run fails. Report this as a defect with the run's id"));
    }

    @Test
    void an_import_whose_rows_do_not_add_up_fails_though_its_list_does() {
        assertThat(imported(9, 2, 7, 4, 3, 21).balanced().getLeft().message())
                .startsWith("Read 21 rows but accounted for 20");
    }

    @Test
    void what_a_system_leaves_open_of_the_rows_sent_is_told_as_unexplained() {
        StoredTally tally = stored(100, 70, Map.of("INVALID_ID", 20L, "TOO_LONG", 4L));

        assertThat(tally.rejectedRows()).isEqualTo(24);
        assertThat(tally.unexplained()).isEqualTo(6);
    }

    @Test
    void a_system_that_counts_more_than_was_sent_leaves_less_than_nothing_open() {
        assertThat(stored(100, 101, Map.of()).rejectedRows()).isZero();
        assertThat(stored(100, 101, Map.of()).unexplained()).isEqualTo(-1);
    }

    private static ExportTally exported(long read) {
        return ExportTally.builder()
                .read(read)
                .shared(7)
                .alreadyShared(60)
                .rows(9)
                .complement(COMPLEMENT)
                .build();
    }

    private static SyncTally synced(long read) {
        return SyncTally.builder()
                .read(read)
                .synced(7)
                .alreadySynced(60)
                .renewed(5)
                .pairs(9)
                .complement(COMPLEMENT)
                .build();
    }

    private static EventTally events(long read) {
        return EventTally.builder()
                .exports(2)
                .read(read)
                .realized(1)
                .exited(20)
                .stale(300)
                .conflicting(4_000)
                .invalid(50_000)
                .build();
    }

    private static ImportTally imported(long links, long collapsed, long listSize, long added, long kept, long read) {
        return ImportTally.builder()
                .match(MatchTally.builder()
                        .read(read)
                        .matched(5)
                        .ambiguous(2)
                        .unmatched(8)
                        .invalid(2)
                        .duplicate(2)
                        .suppressed(1)
                        .links(links)
                        .build())
                .collapsed(collapsed)
                .listSize(listSize)
                .added(added)
                .kept(kept)
                .removed(5)
                .build();
    }

    private static StoredTally stored(long sent, long stored, Map<String, Long> rejected) {
        return StoredTally.builder()
                .sent(sent)
                .received(sent)
                .stored(stored)
                .rejected(rejected)
                .realized(stored)
                .ended(Instant.EPOCH)
                .build();
    }
}
