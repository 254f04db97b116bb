// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.reconcile.MatchTally;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A kept membership brought up to date delivery by delivery (SEMANTICS S6): each is counted once, whatever happens in between. */
class ApplyingDeliveriesTest {
    private static final ImportRequest REQUEST = ImportRequest.builder()
            .audience(new AudienceRef(new ConnectionName("cloud"), "7"))
            .into(new ConnectionName("crm"))
            .list("Gold")
            .dataSource(DataSource.builder()
                    .id(14016)
                    .key(Declared.builder().field("declaredId").build())
                    .build())
            .build();
    private static final LedgerKey PAGE = new LedgerKey(REQUEST.audience(), 14016);

    private final Stores stores = new Stores();
    private final Deque<MemberDelivery> deliveries = new ArrayDeque<>();
    private final List<Option<String>> since = new ArrayList<>();

    @Test
    void a_full_delivery_and_changes_are_applied_in_their_order_and_counted() {
        deliveries.add(full("1", "0:a", "0:b", "0:b", "0:no good"));
        deliveries.add(change("2", "0:b<", "0:c", "0:a"));
        KeptMembers members = members(REQUEST, record(Map.of()));

        assertThat(members.update().get()).isEmpty();

        assertThat(since).containsExactly(Option.none(), Option.some("1"), Option.some("2"));
        assertThat(members.told().facts())
                .containsOnly(
                        entry("membership.deliveries", "2"),
                        entry("membership.entered", "3"),
                        entry("membership.again", "1"),
                        entry("membership.left", "1"),
                        entry("membership.members", "2"),
                        entry("membership.invalid", "1"),
                        entry("membership.duplicate", "1"),
                        entry("notices", "a day is missing"));
        assertThat(kept()).isEqualTo("2 of 2");
        IdSet now = KeptMembers.of(REQUEST, stores.infrastructure().build().memberships())
                .get();
        assertThat(now.minus(Rows.fingerprints("a", "c")).size()).isZero();
    }

    @Test
    void a_newer_full_delivery_stands_for_all_before_it() {
        stores.memberships.keep(PAGE, new Membership("1", Rows.fingerprints("a", "b")));
        deliveries.add(full("2", "0:b", "0:c"));
        KeptMembers members = members(REQUEST, record(Map.of()));

        members.update();

        assertThat(since.get(0)).containsExactly("1");
        assertThat(members.told().facts())
                .contains(
                        entry("membership.entered", "1"),
                        entry("membership.again", "1"),
                        entry("membership.left", "1"),
                        entry("membership.members", "2"));
    }

    @Test
    void what_an_earlier_attempt_kept_is_counted_and_what_it_only_planned_is_not() {
        stores.memberships.keep(PAGE, new Membership("2", Rows.fingerprints("a")));
        Map<String, String> facts =
                new TreeMap<>(Map.of("membership.deliveries", "1", "membership.entered", "1", "membership.again", "0"));
        facts.putAll(Map.of("membership.left", "0", "membership.members", "1"));
        facts.putAll(Map.of("intent.mark", "2", "intent.membership.deliveries", "2"));

        KeptMembers kept = members(REQUEST, record(facts));
        kept.update();
        facts.put("intent.mark", "3");
        KeptMembers planned = members(REQUEST, record(facts));
        planned.update();

        assertThat(kept.told().facts()).contains(entry("membership.deliveries", "2"));
        assertThat(planned.told().facts()).contains(entry("membership.deliveries", "1"));
        assertThat(kept.told().facts()).doesNotContainKey("intent.mark");
    }

    @Test
    void a_delivery_is_written_down_as_planned_before_it_is_kept() {
        deliveries.add(full("1", "0:a"));

        members(REQUEST, record(Map.of())).update();

        assertThat(stores.journal.find(new RunId("run-1")).get().get().facts())
                .contains(entry("intent.mark", "1"), entry("intent.membership.entered", "1"));
    }

    @Test
    void nobody_is_kept_only_with_consent() {
        deliveries.add(full("1"));
        assertThat(members(REQUEST, record(Map.of())).update().getLeft().message())
                .contains("has no members; allow an empty import if the list is to be emptied");
        assertThat(stores.memberships.find(PAGE).get()).isEmpty();

        deliveries.add(full("1"));
        ImportRequest consented =
                ImportRequest.builder().from(REQUEST).allowEmpty(true).build();
        assertThat(members(consented, record(Map.of())).update().isRight()).isTrue();
        assertThat(kept()).isEqualTo("1 of 0");
    }

    @Test
    void a_delivery_that_is_not_there_yet_makes_the_run_wait_and_one_that_fails_fails_it() {
        Waiting waiting = new Waiting(Stores.NOW, "the file of today");
        deliveries.add(new MemberDelivery.NotYet(waiting));
        assertThat(members(REQUEST, record(Map.of())).update().get()).containsExactly(waiting);

        BridgeError gone = BridgeError.LocalFailure.of("gone");
        deliveries.add(new MemberDelivery.Full("1", Rows.failing(gone)));
        assertThat(members(REQUEST, record(Map.of())).update().getLeft()).isSameAs(gone);
    }

    @Test
    void rows_that_never_became_members_are_part_of_the_balance() {
        MatchTally.Builder tally = MatchTally.builder();
        tally.read(10).matched(7).ambiguous(0).unmatched(3);
        tally.invalid(0).duplicate(0).suppressed(0).links(7);
        Matching matching = new Matching(tally.build(), IdSet.EMPTY);

        MatchTally with = KeptMembers.withRows(
                        matching, record(Map.of("membership.invalid", "4", "membership.duplicate", "5")))
                .tally();

        assertThat(with.read()).isEqualTo(19);
        assertThat(with.invalid()).isEqualTo(4);
        assertThat(with.duplicate()).isEqualTo(5);
        assertThat(with.balanced().isRight()).isTrue();
        assertThat(KeptMembers.withRows(matching, record(Map.of())).tally()).isEqualTo(matching.tally());
    }

    @Test
    void of_an_audience_that_was_never_read_nobody_is_kept() {
        assertThat(KeptMembers.of(REQUEST, stores.infrastructure().build().memberships())
                        .get()
                        .size())
                .isZero();
        assertThat(members(REQUEST, record(Map.of())).told().facts())
                .contains(entry("membership.deliveries", "0"), entry("membership.members", "0"));
    }

    private KeptMembers members(ImportRequest request, RunRecord record) {
        return new KeptMembers(
                request,
                stores.infrastructure().build(),
                (audience, source, position, call) -> {
                    since.add(position);
                    return Either.right(deliveries.isEmpty() ? new MemberDelivery.UpToDate() : deliveries.remove());
                },
                record,
                Rows.call());
    }

    private String kept() {
        Membership kept = stores.memberships.find(PAGE).get().get();
        return kept.position() + " of " + kept.members().size();
    }

    private static MemberDelivery full(String position, String... rows) {
        return new MemberDelivery.Full(position, Rows.source(Rows.batch(rows)));
    }

    private static MemberDelivery change(String position, String... rows) {
        return new MemberDelivery.Change(position, Rows.source(Rows.batch(rows)), Vector.of("a day is missing"));
    }

    private static RunRecord record(Map<String, String> facts) {
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(RunState.PREPARING)
                .started(Stores.NOW)
                .updated(Stores.NOW)
                .facts(facts)
                .build();
    }
}
