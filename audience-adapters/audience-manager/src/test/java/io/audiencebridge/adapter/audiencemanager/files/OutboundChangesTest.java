// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.gzip.GzipCodecFactory;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries one after the other (SEMANTICS S6, S7). Days are those of February 2026, a delivery each at 14:00; the audience is segment 24. */
final class OutboundChangesTest {
    private static final DataSource SOURCE = DataSource.builder()
            .id(13701)
            .key(new ReconciliationKey.Visitor())
            .destinationId(20101)
            .build();
    private static final MappedSegment GOLD = new MappedSegment(24, "");

    private final Call call = Call.within("test", Duration.ofMinutes(5), System::nanoTime, Progress.SILENT);
    private TempExchange exchange;
    private Instant now = Instant.parse("2026-02-03T14:05:00Z");

    @BeforeEach
    void open(@TempDir Path folder) {
        exchange = new TempExchange(folder);
    }

    @AfterEach
    void everything_opened_was_closed() {
        assertThat(exchange.open).hasValue(0);
    }

    @Test
    void without_a_membership_the_newest_full_delivery_is_first() {
        full(1, "a 24\n");
        full(2, "b 24\n");
        change(3, "c 24\n");

        MemberDelivery.Full first = (MemberDelivery.Full) after(Option.none());

        assertThat(rows(first)).containsExactly("b");
        assertThat(first.position()).isEqualTo(position(2, "full"));
    }

    @Test
    void changes_follow_in_their_order_and_tell_who_left() {
        full(1, "a 24\nb 24\n");
        change(3, "d 24\n");
        change(2, "c 24 1\nb  24\nx 1 2\n");

        MemberDelivery.Change second = (MemberDelivery.Change) after(Option.of(position(1, "full")));
        assertThat(second.position()).isEqualTo(position(2, "iter"));
        assertThat(second.notices()).isEmpty();
        assertThat(rows(second)).containsExactly("c", "-b");

        MemberDelivery.Change third = (MemberDelivery.Change) after(Option.of(second.position()));
        assertThat(rows(third)).containsExactly("d");
        assertThat(after(Option.of(third.position()))).isEqualTo(new MemberDelivery.UpToDate());
    }

    @Test
    void a_row_that_says_both_cannot_be_decided() {
        full(1, "a 24\n");
        change(2, "a 24 24\nb 24 1\n");

        assertThat(rows((MemberDelivery.Change) after(Option.of(position(1, "full")))))
                .containsExactly("?", "b");
    }

    @Test
    void a_full_delivery_wins_over_changes_and_over_the_change_of_its_own_stamp() {
        change(2, "b 24\n");
        change(3, "c 24\n");
        full(3, "a 24\n");

        MemberDelivery.Full full = (MemberDelivery.Full) after(Option.of(position(1, "full")));

        assertThat(full.position()).isEqualTo(position(3, "full"));
        assertThat(rows(full)).containsExactly("a");
        assertThat(after(Option.of(full.position()))).isEqualTo(new MemberDelivery.UpToDate());
    }

    @Test
    void changes_without_a_membership_are_a_conflict_with_the_reason() {
        change(2, "b 24\n");

        BridgeError error = ask(OutboundSettings.standard(), Option.none()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.Conflict.class);
        assertThat(error.message()).contains("20101", "only incremental", "outboundFirstIncrementIsFull");
    }

    @Test
    void the_first_change_ever_is_full_if_the_settings_say_so_and_nothing_older_can_be_gone() {
        OutboundSettings first =
                OutboundSettings.builder().firstIncrementIsFull(true).build();
        change(2, "a 24\n");
        change(3, "b 24\n");

        MemberDelivery.Full full =
                (MemberDelivery.Full) ask(first, Option.none()).get();
        assertThat(full.position()).isEqualTo(position(2, "iter"));
        assertThat(rows(full)).containsExactly("a");
        assertThat(rows((MemberDelivery.Change)
                        ask(first, Option.of(full.position())).get()))
                .containsExactly("b");

        now = Instant.parse("2026-02-10T14:05:00Z");
        assertThat(ask(first, Option.none()).getLeft()).isInstanceOf(BridgeError.Conflict.class);
    }

    @Test
    void a_change_that_is_not_complete_is_not_yet_and_the_next_one_waits() {
        full(1, "a 24\n");
        put("iter", 2, "001.sync", "b 24\n");
        change(3, "c 24\n");

        MemberDelivery.NotYet waiting = (MemberDelivery.NotYet) after(Option.of(position(1, "full")));

        assertThat(waiting.waiting().because()).contains("not complete", stamp(2));
        assertThat(waiting.waiting().until()).isEqualTo(now.plus(Duration.ofMinutes(15)));
    }

    @Test
    void changes_go_on_while_a_newer_full_delivery_arrives() {
        full(1, "a 24\n");
        change(2, "b 24\n");
        put("full", 3, "001.sync", "c 24\n");

        assertThat(rows((MemberDelivery.Change) after(Option.of(position(1, "full")))))
                .containsExactly("b");
        assertThat(after(Option.of(position(2, "iter")))).isInstanceOf(MemberDelivery.NotYet.class);
    }

    @Test
    void an_older_complete_full_delivery_is_taken_while_a_newer_one_arrives() {
        full(2, "a 24\n");
        put("full", 3, "001.sync", "c 24\n");

        assertThat(rows((MemberDelivery.Full) after(Option.none()))).containsExactly("a");
    }

    @Test
    void a_change_behind_a_gap_waits_for_the_full_delivery_that_fills_it() {
        full(1, "a 24\n");
        put("full", 2, "001.sync", "c 24\n");
        change(3, "b 24\n");

        assertThat(after(Option.of(position(1, "full")))).isInstanceOf(MemberDelivery.NotYet.class);
    }

    @Test
    void a_missing_day_is_told_with_the_change_behind_it() {
        full(1, "a 24\n");
        change(3, "b 24\n");

        MemberDelivery.Change change = (MemberDelivery.Change) after(Option.of(position(1, "full")));

        assertThat(change.notices()).singleElement().asString().contains("2026-02-01", "2026-02-03", "did not come");
        assertThat(rows(change)).containsExactly("b");
    }

    @Test
    void a_delivery_a_few_hours_late_is_no_missing_day() {
        full(1, "a 24\n");
        exchange.put(
                "20101/s3_20101_13701_iter_"
                        + Instant.parse("2026-02-02T23:00:00Z").toEpochMilli() + ".sync",
                bytes("b 24\n"));

        MemberDelivery.Change change = (MemberDelivery.Change) after(Option.of(position(1, "full")));

        assertThat(change.notices()).isEmpty();
        assertThat(rows(change)).containsExactly("b");
    }

    @Test
    void a_weekly_destination_misses_no_day() {
        OutboundSettings weekly =
                OutboundSettings.builder().every(Duration.ofDays(7)).build();
        full(1, "a 24\n");
        change(8, "b 24\n");
        now = Instant.parse("2026-02-08T14:05:00Z");

        MemberDelivery.Change change = (MemberDelivery.Change)
                ask(weekly, Option.of(position(1, "full"))).get();

        assertThat(change.notices()).isEmpty();
        assertThat(rows(change)).containsExactly("b");
    }

    @Test
    void a_change_that_was_needed_and_is_gone_is_a_conflict() {
        change(12, "b 24\n");
        now = Instant.parse("2026-02-12T14:05:00Z");

        BridgeError error =
                ask(OutboundSettings.standard(), Option.of(position(1, "full"))).getLeft();

        assertThat(error).isInstanceOf(BridgeError.Conflict.class);
        assertThat(error.message()).contains("2026-02-01", "2026-02-12", "8 days", "full file");
    }

    @Test
    void a_membership_of_another_destination_or_of_nobody_counts_as_none() {
        full(2, "a 24\n");

        assertThat(after(Option.of("20102/1770127200000/full")))
                .isInstanceOfSatisfying(
                        MemberDelivery.Full.class,
                        full -> assertThat(rows(full)).containsExactly("a"));
        assertThat(after(Option.of("what")))
                .isInstanceOfSatisfying(
                        MemberDelivery.Full.class,
                        full -> assertThat(rows(full)).containsExactly("a"));
    }

    @Test
    void nothing_at_all_is_not_yet_without_a_membership_and_up_to_date_with_one() {
        assertThat(after(Option.none())).isInstanceOf(MemberDelivery.NotYet.class);
        assertThat(after(Option.of(position(1, "full")))).isEqualTo(new MemberDelivery.UpToDate());
    }

    @Test
    void two_deliveries_of_one_stamp_are_a_conflict() {
        full(1, "a 24\n");
        exchange.put("other/s3_20101_13701_full_" + stamp(1) + ".sync", bytes("b 24\n"));

        assertThat(ask(OutboundSettings.standard(), Option.none()).getLeft().message())
                .contains("same stamp", "outboundPrefix");
    }

    @Test
    void an_empty_or_header_only_change_is_a_change_of_nobody() {
        OutboundSettings headed = OutboundSettings.builder().headerLines(1).build();
        full(1, "head\na 24\n");
        change(2, "head\n");
        change(3, "");

        assertThat(rows((MemberDelivery.Change)
                        ask(headed, Option.of(position(1, "full"))).get()))
                .isEmpty();
        assertThat(rows((MemberDelivery.Change)
                        ask(headed, Option.of(position(2, "iter"))).get()))
                .isEmpty();
    }

    @Test
    void a_template_that_does_not_show_who_left_cannot_give_changes_but_full_deliveries() {
        OutboundSettings adds = OutboundSettings.builder()
                .rows("<MCID>\t<SEGMENT_LIST; separator=\",\">")
                .build();
        full(1, "a\t24\n");
        change(2, "b\t24\n");

        assertThat(rows((MemberDelivery.Full) ask(adds, Option.none()).get())).containsExactly("a");
        assertThat(ask(adds, Option.of(position(1, "full"))).getLeft().message())
                .contains("<REMOVED_SEGMENT_LIST>");
    }

    private MemberDelivery after(Option<String> since) {
        return ask(OutboundSettings.standard(), since).get();
    }

    private Either<BridgeError, MemberDelivery> ask(OutboundSettings settings, Option<String> since) {
        return new OutboundFiles(exchange, new GzipCodecFactory().open(Runnable::run), () -> now, settings)
                .after(SOURCE, GOLD, since, call);
    }

    private static List<String> rows(MemberDelivery.Full full) {
        return Drained.rows(full.members()).get();
    }

    private static List<String> rows(MemberDelivery.Change change) {
        return Drained.rows(change.members()).get();
    }

    private void full(int day, String text) {
        put("full", day, ".sync", text);
    }

    private void change(int day, String text) {
        put("iter", day, ".sync", text);
    }

    private void put(String mode, int day, String ending, String text) {
        exchange.put("20101/s3_20101_13701_" + mode + "_" + stamp(day) + ending, bytes(text));
    }

    private static String position(int day, String mode) {
        return "20101/" + stamp(day) + "/" + mode;
    }

    private static String stamp(int day) {
        return Long.toString(Instant.parse("2026-02-01T14:00:00Z")
                .plus(Duration.ofDays(day - 1))
                .toEpochMilli());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
