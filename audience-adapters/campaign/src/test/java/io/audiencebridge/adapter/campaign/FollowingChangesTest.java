// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static io.audiencebridge.adapter.campaign.Bench.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a daily reading of changed keys finds, and what it leaves alone; the rules for every connector stand in {@link CampaignChangedKeysTest}. */
class FollowingChangesTest {
    private static final String ONE = "1".repeat(38);
    private static final String TWO = "2".repeat(38);
    private static final String COOKIE = "uuid230-65f3a9";

    @Test
    void a_click_is_found_though_the_recipient_was_not_modified() {
        try (var bench = Bench.of(person("1", ONE), person("2", ONE), person("3"))) {
            var mark = markADayAgo(bench, Bench.VISITOR);

            click(bench, "2", TWO, bench.sandbox.clock().instant());
            click(bench, "3", COOKIE, bench.sandbox.clock().instant());

            assertThat(changed(bench, mark, Bench.VISITOR)).containsExactly("2:" + ONE, "2:" + TWO, "3:" + COOKIE);
        }
    }

    @Test
    void a_click_that_was_stored_long_after_it_happened_is_found_by_its_id() {
        try (var bench = Bench.of(person("1", ONE), person("2", ONE))) {
            var mark = markADayAgo(bench, Bench.VISITOR);

            click(bench, "2", TWO, bench.sandbox.clock().instant().minus(Duration.ofDays(30)));

            assertThat(changed(bench, mark, Bench.VISITOR)).containsExactly("2:" + ONE, "2:" + TWO);
        }
    }

    @Test
    void what_changed_shortly_before_the_watermark_is_read_again() {
        try (var bench = Bench.of(person("1"), person("2"))) {
            bench.sandbox.clock().advance(Duration.ofDays(1));
            bench.sandbox.campaignData().changeRecipient("2", Map.of("@declaredId", "NEW-2"));
            bench.sandbox.clock().advance(Duration.ofMinutes(119));
            var within = watermark(bench, Bench.DECLARED);
            bench.sandbox.clock().advance(Duration.ofMinutes(2));
            var beyond = watermark(bench, Bench.DECLARED);

            assertThat(changed(bench, within, Bench.DECLARED)).containsExactly("2:NEW-2");
            assertThat(changed(bench, beyond, Bench.DECLARED)).isEmpty();
        }
    }

    @Test
    void calls_are_proportional_to_the_changes() {
        try (var bench = Bench.ofMany(20_000)) {
            var mark = markADayAgo(bench, Bench.VISITOR);
            for (int id = 1; id <= 600; id++) {
                click(bench, Integer.toString(id), TWO, bench.sandbox.clock().instant());
            }
            long before = bench.calls("ExecuteQuery");

            var found = changed(bench, mark, Bench.VISITOR);

            assertThat(found).filteredOn(row -> row.contains(":" + TWO)).hasSize(600);
            // the logs, the modified ones, and twice the keys of 500 at most; each with its empty page
            assertThat(bench.calls("ExecuteQuery") - before).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void a_recipient_who_was_deleted_is_not_among_the_changes() {
        try (var bench = Bench.of(person("1", ONE), person("2", ONE))) {
            var mark = markADayAgo(bench, Bench.VISITOR);

            bench.sandbox.campaignData().deleteRecipient("1");

            assertThat(changed(bench, mark, Bench.VISITOR)).isEmpty();
        }
    }

    @Test
    void recipients_with_uuids_are_followed_too() {
        var one = "0e37df36-f698-11e6-8dd4-cb9ced3df976";
        var two = "f47ac10b-58cc-4372-a567-0e02b2c3d479";
        try (var bench = Bench.of(person(one, ONE), person(two, ONE))) {
            var mark = markADayAgo(bench, Bench.VISITOR);

            click(bench, two, TWO, bench.sandbox.clock().instant());

            assertThat(changed(bench, mark, Bench.VISITOR)).containsExactly(two + ":" + ONE, two + ":" + TWO);
        }
    }

    @Test
    void a_part_of_the_recipient_is_followed_and_a_linked_record_is_not() {
        try (var bench = Bench.of(person("1"), person("2"))) {
            var city = Bench.declared("[location/@city]");
            var mark = markADayAgo(bench, city);

            bench.sandbox.campaignData().changeRecipient("2", Map.of("location/@city", "Paris"));
            var folder = bench.ability(ChangedKeys.class).watermark(Bench.declared("[folder/@label]"), Bench.call());

            assertThat(changed(bench, mark, city)).containsExactly("2:Paris");
            assertThat(folder.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(folder.getLeft().message()).contains("[folder/@label]", "read all keys", "ownElements");
        }
    }

    @Test
    void visitor_ids_in_a_column_are_followed_like_any_field() {
        try (var bench = Bench.of(List.of(person("1"), person("2")), settings -> settings.visitorIdPath("@lastName"))) {
            var mark = markADayAgo(bench, Bench.VISITOR);

            bench.sandbox.campaignData().changeRecipient("2", Map.of("@lastName", TWO));

            assertThat(changed(bench, mark, Bench.VISITOR)).containsExactly("2:" + TWO);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "campaign/1",
                "campaign/1|yesterday||@declaredId|campaign",
                "campaign/1|2026-01-01T00:00:00Z|1 OR 1=1|@declaredId|campaign",
                "campaign/1|2026-01-01T00:00:00Z||@declaredId|other"
            })
    void a_watermark_that_is_not_ours_never_reaches_an_expression(String value) {
        try (var bench = Bench.of(person("1"))) {
            var outcome =
                    bench.ability(ChangedKeys.class).changedSince(new Watermark(value), Bench.DECLARED, Bench.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(bench.sandbox.exchanges()).isEmpty();
        }
    }

    /** A watermark, and a day in which nothing changed. */
    private static Watermark markADayAgo(Bench bench, DataSource dataSource) {
        bench.sandbox.clock().advance(Duration.ofDays(1));
        var mark = watermark(bench, dataSource);
        bench.sandbox.clock().advance(Duration.ofDays(1));
        return mark;
    }

    private static Watermark watermark(Bench bench, DataSource dataSource) {
        return bench.ability(ChangedKeys.class)
                .watermark(dataSource, Bench.call())
                .get();
    }

    private static void click(Bench bench, String recipient, String visitorId, Instant at) {
        bench.sandbox.campaignData().addClick(recipient, visitorId, at);
    }

    private static List<String> changed(Bench bench, Watermark since, DataSource dataSource) {
        return rows(bench.ability(ChangedKeys.class).changedSince(since, dataSource, Bench.call()));
    }
}
