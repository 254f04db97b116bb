// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.sharing.EventTally;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.PersonKey;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.RunState;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SEMANTICS S25 to S29, over a connector that keeps exports in memory. */
class ReceivingAnAudienceTest extends InMemoryScenario {
    private AudienceRef audience;

    @BeforeEach
    void threePeople() {
        cloud.withExports();
        audience = cloud.audience("Platform audience");
        personWithEmail(1, "Ann@Example.com");
        personWithEmail(2, "bob@example.com");
        personWithEmail(3, "cy@example.com");
    }

    @Test
    void a_full_export_and_changes_in_any_order_make_the_list() {
        full("f1", 0, "ann@example.com", "bob@example.com");
        change("c2", 2, List.of(), List.of("ann@example.com"));
        Receipt first = receive().get();
        change("c1", 1, List.of("cy@example.com", "ann@example.com"), List.of());

        Receipt second = receive().get();

        assertThat(told(first)).isEqualTo("exports 2 read 3 realized 2 exited 1 stale 0 conflicting 0 invalid 0");
        assertThat(told(second)).isEqualTo("exports 1 read 2 realized 1 exited 0 stale 1 conflicting 0 invalid 0");
        assertThat(inTheList()).containsExactlyInAnyOrder(ids(2, 3));
        assertThat(people(second.imported().orElseThrow()))
                .isEqualTo("links 2 collapsed 0 size 2 added 1 kept 1 removed 0");
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "SHA256"})
    void exports_may_hold_addresses_plain_or_hashed(KeyForm form) {
        String ann = form == KeyForm.PLAIN
                ? " ANN@example.com "
                : "71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476";
        full("f1", 0, ann);

        Receipt receipt = receive(request().key(byEmail(form)).build()).get();

        assertThat(receipt.imported().orElseThrow().match().read()).isEqualTo(1);
        assertThat(receipt.imported().orElseThrow().listSize()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "SHA256"})
    void who_opted_out_here_is_suppressed_whatever_form_the_export_has(KeyForm form) {
        String ann = form == KeyForm.PLAIN
                ? "ann@example.com"
                : "71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476";
        bridge.optOut()
                .optOut(
                        OptOutRequest.builder()
                                .addKeys(new PersonKey(byHashedEmail(), "ANN@example.com"))
                                .build(),
                        call())
                .get();
        full("f1", 0, ann);

        Receipt receipt =
                receive(request().key(byEmail(form)).allowEmpty(true).build()).get();

        assertThat(receipt.imported().orElseThrow().match().suppressed()).isEqualTo(1);
        assertThat(receipt.imported().orElseThrow().listSize()).isZero();
    }

    @Test
    void the_same_content_again_is_nothing_new() {
        full("f1", 0, "bob@example.com");
        receive().get();

        assertThat(told(receive().get())).startsWith("exports 0 read 0");
    }

    @Test
    void an_event_of_somebody_unknown_is_kept_until_there_is_one() {
        full("f1", 0, "dee@example.com");
        assertThat(people(receive().get().imported().orElseThrow())).startsWith("links 0");
        personWithEmail(4, "dee@example.com");

        receive().get();

        assertThat(inTheList()).containsExactlyInAnyOrder(ids(4));
    }

    @Test
    void without_an_export_the_run_waits() {
        assertThat(receive().get().state()).isEqualTo(RunState.AWAITING_FILE);
    }

    @Test
    void an_exit_in_a_full_export_and_rows_without_an_address_are_invalid_and_the_run_goes_on() {
        cloud.export(
                audience,
                new InMemoryExport("f1", true, now, List.of("bob@example.com", "nobody"), List.of("ann@example.com")));

        Receipt receipt = receive().get();

        assertThat(told(receipt)).isEqualTo("exports 1 read 3 realized 1 exited 0 stale 0 conflicting 0 invalid 2");
        assertThat(inTheList()).containsExactlyInAnyOrder(ids(2));
    }

    @Test
    void a_first_export_must_not_empty_a_list_that_has_people_unless_it_is_trusted() {
        AudienceRef list = crm.list("From Platform", ids(1, 3));
        full("f1", 0, "bob@example.com");

        BridgeError refused = receive().getLeft();

        assertThat(refused).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(refused.message()).contains("trustFirstExport").contains("2 members");
        assertThat(receive().isLeft()).isTrue();
        assertThat(crm.recipientsIn(list)).containsExactlyInAnyOrder(ids(1, 3));

        receive(request().trustFirstExport(true).build()).get();

        assertThat(crm.recipientsIn(list)).containsExactlyInAnyOrder(ids(2));
    }

    @Test
    void a_full_export_of_nobody_needs_consent() {
        full("f1", 0);

        assertThat(receive().getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(receive(request().allowEmpty(true).build()).isRight()).isTrue();
    }

    @Test
    void a_full_export_of_nobody_that_a_newer_one_overtook_needs_none() {
        full("f1", 0);
        full("f2", 24, "a@example.com");

        assertThat(receive().isRight()).isTrue();
    }

    @Test
    void changes_wait_for_a_full_export_and_are_not_lost() {
        change("c1", 3, List.of("b@example.com"), List.of());
        Receipt waiting = receive().get();
        full("f1", 0, "a@example.com");
        Receipt done = bridge.resumeRun().resume(waiting.run(), call()).get();

        assertThat(waiting.state()).isEqualTo(RunState.AWAITING_FILE);
        assertThat(waiting.waiting().orElseThrow().because()).contains("no full export");
        assertThat(waiting.imported()).isEmpty();
        assertThat(done.state()).isEqualTo(RunState.DELIVERED);
        assertThat(done.imported().orElseThrow().match().read()).isEqualTo(2);
    }

    private void full(String identity, int hour, String... keys) {
        cloud.export(
                audience,
                new InMemoryExport(identity, true, now.plus(Duration.ofHours(hour)), List.of(keys), List.of()));
    }

    private void change(String identity, int hour, List<String> entering, List<String> leaving) {
        cloud.export(
                audience, new InMemoryExport(identity, false, now.plus(Duration.ofHours(hour)), entering, leaving));
    }

    private ReceiveRequest.Builder request() {
        return ReceiveRequest.builder()
                .audience(audience)
                .into(CRM)
                .list("From Platform")
                .key(byEmail(KeyForm.PLAIN));
    }

    private static ReconciliationKey byEmail(KeyForm form) {
        return ReconciliationKey.Declared.builder()
                .field("email")
                .content(KeyContent.EMAIL)
                .wire(form)
                .build();
    }

    private Either<BridgeError, Receipt> receive() {
        return receive(request().build());
    }

    private Either<BridgeError, Receipt> receive(ReceiveRequest request) {
        return bridge.receivePlatformAudience().receive(request, call());
    }

    private Set<RecipientId> inTheList() {
        return crm.recipientsIn(crm.named("From Platform").get());
    }

    private static String told(Receipt receipt) {
        EventTally tally = receipt.events().orElseThrow();
        return "exports %d read %d realized %d exited %d stale %d conflicting %d invalid %d"
                .formatted(
                        tally.exports(),
                        tally.read(),
                        tally.realized(),
                        tally.exited(),
                        tally.stale(),
                        tally.conflicting(),
                        tally.invalid());
    }
}
