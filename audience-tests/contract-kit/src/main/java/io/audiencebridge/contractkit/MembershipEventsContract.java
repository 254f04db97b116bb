// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.EventSource;
import io.audiencebridge.domain.member.MemberEvents;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.ArrivedExports;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.EventExport;
import io.audiencebridge.domain.spi.connector.MembershipEvents;
import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every connector does that hands over exports of audiences (SEMANTICS S25 to S28). The test of a connector extends this class and opens one for each test. The
 * rules:
 *
 * <ol>
 *   <li>Before anything has come there is nothing, and that is no error.
 *   <li>Exports come in the order of their times, whatever the order in which they arrived.
 *   <li>Keys come as they are in the export, those who left marked, whatever their number; reading again gives the same.
 *   <li>An export is known by its content: it keeps its identity, and what was applied does not come again.
 *   <li>The same content at another time is another export.
 *   <li>Audiences are kept apart.
 *   <li>A call that was cancelled or is overdue ends with that error.
 * </ol>
 */
@ContractOf(
        value = {MembershipEvents.class, EventExport.class},
        semantics = {"S25", "S26", "S27", "S28"})
@Tag("membership-events")
public abstract class MembershipEventsContract {
    private static final Instant FIRST = Instant.parse("2024-05-01T20:00:00Z");
    private static final ToldExport FULL = new ToldExport(FIRST, true, List.of("ann", "bob"), List.of());
    private static final ToldExport ENTERED = after(3, List.of("cy"), List.of());
    private static final ToldExport LEFT = after(6, List.of(), List.of("cy", "ann"));
    private static final ToldExport ENTERED_AGAIN = after(9, List.of("cy"), List.of());
    private static final ReconciliationKey KEY = ReconciliationKey.Declared.builder()
            .field("accountNumber")
            .content(KeyContent.OPAQUE)
            .build();

    private Connector connector;

    /** For subclasses. */
    protected MembershipEventsContract() {}

    /** A connector to a system that has handed over nothing; the first full export is due at {@code firstFull}. */
    protected abstract Connector open(Instant firstFull) throws Exception;

    /** An audience of the system by a number. */
    protected abstract AudienceRef audience(int number);

    /** Hands over an export of {@code audience}. */
    protected abstract void deliver(AudienceRef audience, ToldExport export) throws Exception;

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open(FIRST));
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R14.1")
    @Test
    void rule_1_before_anything_has_come_there_is_nothing() {
        assertThat(arrived().complete()).isEmpty();
    }

    @Rule("R14.2")
    @Test
    void rule_2_exports_come_in_the_order_of_their_times() throws Exception {
        for (ToldExport export : List.of(LEFT, FULL, ENTERED_AGAIN, ENTERED)) {
            deliver(audience(1), export);
        }

        assertThat(told(arrived()))
                .containsExactly(
                        "2024-05-01T20:00:00Z full [+ann, +bob]",
                        "2024-05-01T23:00:00Z [+cy]",
                        "2024-05-02T02:00:00Z [-ann, -cy]",
                        "2024-05-02T05:00:00Z [+cy]");
    }

    @Rule("R14.3")
    @Test
    void rule_3_keys_come_as_they_are_whatever_their_number() throws Exception {
        List<String> many = IntStream.range(0, 20_000)
                .mapToObj(number -> "Ünïque " + number)
                .toList();
        deliver(audience(1), new ToldExport(FIRST, true, many, List.of()));

        EventExport export = arrived().complete().single();

        assertThat(rows(export))
                .containsExactlyElementsOf(
                        many.stream().map(key -> "+" + key).sorted().toList());
        assertThat(rows(export)).hasSize(20_000);
        assertThat(export.files()).isNotEmpty();
    }

    @Rule("R14.4")
    @Test
    void rule_4_what_was_applied_does_not_come_again() throws Exception {
        deliver(audience(1), FULL);
        String identity = arrived().complete().single().identity();
        deliver(audience(1), ENTERED);

        ArrivedExports again = arrived(identity);

        assertThat(arrived().complete().map(EventExport::identity)).contains(identity);
        assertThat(told(again)).containsExactly("2024-05-01T23:00:00Z [+cy]");
        assertThat(arrived(identity, again.complete().single().identity()).complete())
                .isEmpty();
    }

    @Rule("R14.5")
    @Test
    void rule_5_the_same_content_at_another_time_is_another_export() throws Exception {
        for (ToldExport export : List.of(FULL, ENTERED, LEFT)) {
            deliver(audience(1), export);
        }
        String[] applied = arrived().complete().map(EventExport::identity).toJavaArray(String[]::new);

        deliver(audience(1), ENTERED_AGAIN);

        assertThat(told(arrived(applied))).containsExactly("2024-05-02T05:00:00Z [+cy]");
    }

    @Rule("R14.6")
    @Test
    void rule_6_audiences_are_kept_apart() throws Exception {
        deliver(audience(1), FULL);
        deliver(audience(2), new ToldExport(FIRST, true, List.of("dee"), List.of()));

        assertThat(told(arrived())).containsExactly("2024-05-01T20:00:00Z full [+ann, +bob]");
        assertThat(told(exports(audience(2)))).containsExactly("2024-05-01T20:00:00Z full [+dee]");
    }

    @Rule("R14.7")
    @Test
    void rule_7_a_call_that_is_over_ends_with_that_error() {
        assertThat(ability()
                        .exports(audience(1), KEY, HashSet.empty(), Calls.cancelled())
                        .getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
        assertThat(ability()
                        .exports(audience(1), KEY, HashSet.empty(), Calls.overdue())
                        .getLeft())
                .isInstanceOf(BridgeError.DeadlineExceeded.class);
    }

    private static ToldExport after(int hours, List<String> entering, List<String> leaving) {
        return new ToldExport(FIRST.plus(Duration.ofHours(hours)), false, entering, leaving);
    }

    private MembershipEvents ability() {
        return connector.ability(MembershipEvents.class).get();
    }

    private ArrivedExports arrived(String... applied) {
        return exports(audience(1), applied);
    }

    private ArrivedExports exports(AudienceRef audience, String... applied) {
        return ability()
                .exports(audience, KEY, HashSet.of(applied), Calls.ample())
                .get();
    }

    private static Vector<String> told(ArrivedExports arrived) {
        return arrived.complete()
                .toVector()
                .map(export -> export.time() + (export.isFull() ? " full " : " ") + rows(export));
    }

    /** The rows of an export, sorted: {@code +} who entered, {@code -} who left. */
    private static List<String> rows(EventExport export) {
        List<String> rows = new ArrayList<>();
        try (EventSource source = export.open().get()) {
            for (var next = source.next().get();
                    next.isDefined();
                    next = source.next().get()) {
                add(next.get(), rows);
            }
        }
        rows.sort(null);
        return rows;
    }

    private static void add(MemberEvents events, List<String> rows) {
        TextKeys keys = events.keys();
        for (int row = 0; row < keys.size(); row++) {
            String sign = keys.has(row, TextKeys.LEAVING) ? "-" : "+";
            rows.add(sign
                    + new String(
                            keys.text(), keys.start(row), keys.end(row) - keys.start(row), StandardCharsets.UTF_8));
        }
    }
}
