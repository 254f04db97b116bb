// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.MembershipTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SEMANTICS S6 to S8: full and incremental deliveries, kept memberships. */
class ImportingFromDeliveriesTest extends InMemoryScenario {
    private AudienceRef audience;

    @BeforeEach
    void fourPeopleTwoOfThemInTheAudience() {
        cloud.withDeliveries();
        for (int id = 1; id <= 4; id++) {
            person(id, visitor(id));
        }
        audience = shared(crm.list("Gold", ids(1, 2)), byVisitorId());
        cloud.deliverAll(audience);
    }

    @Test
    void a_change_is_applied_to_the_last_known_membership() {
        imported();
        cloud.deliverChange(audience, Set.of(visitor(3)), Set.of(visitor(1)));

        Receipt receipt = imported();

        assertThat(inTheList()).containsExactlyInAnyOrder(ids(2, 3));
        assertThat(told(receipt)).isEqualTo("deliveries 1 entered 1 again 0 left 1 members 2");
        assertThat(people(tally(receipt))).isEqualTo("links 2 collapsed 0 size 2 added 1 kept 1 removed 1");
        assertThat(tally(receipt).match().read()).isEqualTo(2);
    }

    @Test
    void who_becomes_known_tomorrow_enters_without_a_new_delivery() {
        cloud.deliverChange(audience, Set.of(visitor(9)), Set.of());
        imported();
        person(9, visitor(9));

        Receipt receipt = imported();

        assertThat(inTheList()).containsExactlyInAnyOrder(ids(1, 2, 9));
        assertThat(told(receipt)).isEqualTo("deliveries 0 entered 0 again 0 left 0 members 3");
    }

    @Test
    void several_changes_are_applied_in_their_order_and_a_newer_full_delivery_stands_for_all_before_it() {
        imported();
        cloud.deliverChange(audience, Set.of(visitor(3)), Set.of());
        cloud.deliverChange(audience, Set.of(visitor(1)), Set.of(visitor(3)));

        assertThat(told(imported())).isEqualTo("deliveries 2 entered 1 again 1 left 1 members 2");

        cloud.deliverChange(audience, Set.of(visitor(4)), Set.of());
        cloud.deliverAll(audience);
        cloud.deliverChange(audience, Set.of(visitor(3)), Set.of());

        assertThat(told(imported())).isEqualTo("deliveries 2 entered 1 again 2 left 0 members 3");
        assertThat(inTheList()).containsExactlyInAnyOrder(ids(1, 2, 3));
    }

    @Test
    void a_key_that_one_change_names_both_ways_leaves() {
        imported();
        cloud.deliverChange(audience, Set.of(visitor(3), visitor(1)), Set.of(visitor(1)));

        imported();

        assertThat(inTheList()).containsExactlyInAnyOrder(ids(2, 3));
    }

    @Test
    void changes_without_a_baseline_are_refused_and_nothing_is_changed() {
        AudienceRef other = cloud.audience("Silver", visitor(3));
        cloud.deliverChange(other, Set.of(visitor(3)), Set.of());

        var refused = bridge.importSharedAudience()
                .importAudience(intoList(other, byVisitorId()).build(), call());

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.Conflict.class);
        assertThat(crm.named("Gold again").isEmpty()).isTrue();
    }

    @Test
    void a_delivery_that_is_not_complete_changes_nothing_and_the_run_waits() {
        imported();
        cloud.deliverHalf(audience);

        Receipt receipt = imported();

        assertThat(receipt.state()).isEqualTo(RunState.AWAITING_FILE);
        assertThat(inTheList()).containsExactlyInAnyOrder(ids(1, 2));
    }

    @Test
    void a_full_delivery_of_nobody_needs_consent_also_at_the_next_attempt() {
        imported();
        AudienceRef nobody = cloud.audience("Nobody");
        cloud.deliverAll(nobody);

        for (int attempt = 0; attempt < 2; attempt++) {
            var refused = bridge.importSharedAudience()
                    .importAudience(intoList(nobody, byVisitorId()).build(), call());
            assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        }
        assertThat(inTheList()).containsExactlyInAnyOrder(ids(1, 2));

        bridge.importSharedAudience()
                .importAudience(intoList(nobody, byVisitorId()).allowEmpty(true).build(), call())
                .get();

        assertThat(inTheList()).isEmpty();
    }

    @Test
    void a_change_that_names_nobody_is_a_normal_run() {
        imported();
        cloud.deliverChange(audience, Set.of(), Set.of());

        assertThat(people(tally(imported()))).isEqualTo("links 2 collapsed 0 size 2 added 0 kept 2 removed 0");
    }

    @Test
    void rows_that_are_no_keys_are_counted_and_the_balance_closes() {
        imported();
        cloud.deliverChange(audience, Set.of(visitor(3), "37 digits at most"), Set.of("neither is this"));

        ImportTally tally = tally(imported());

        assertThat(tally.match().read()).isEqualTo(4);
        assertThat(tally.match().invalid()).isEqualTo(1);
        assertThat(tally.balanced().isRight()).isTrue();
    }

    private Receipt imported() {
        return imported(audience, byVisitorId());
    }

    private Set<io.audiencebridge.domain.identity.RecipientId> inTheList() {
        return crm.recipientsIn(crm.named("Gold again").get());
    }

    private static ImportTally tally(Receipt receipt) {
        return receipt.imported().orElseThrow();
    }

    private static String told(Receipt receipt) {
        MembershipTally tally = receipt.membership().orElseThrow();
        return "deliveries %d entered %d again %d left %d members %d"
                .formatted(tally.deliveries(), tally.entered(), tally.again(), tally.left(), tally.members());
    }
}
