// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.OptOutLeg;
import io.audiencebridge.domain.sharing.OptOutReceipt;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.PersonKey;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import io.audiencebridge.domain.system.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an opt-out does, leg by leg (SEMANTICS S23). */
class OptingOutTest extends InMemoryScenario {
    @BeforeEach
    void services() {
        cloud.withLinks(14018).withOptOuts(6, 7);
    }

    @Test
    void a_person_leaves_every_audience_into_which_the_ledger_says_she_was_shared() {
        person(1, visitor(1));
        person(2, visitor(2));
        AudienceRef gold = shared(crm.list("List", ids(1, 2)), byVisitorId());

        OptOutReceipt receipt = optOut(recipient(1));

        assertThat(cloud.keysIn(gold)).containsExactly(visitor(2));
        assertThat(receipt.isComplete()).isTrue();
        assertThat(receipt.legs())
                .extracting(leg -> leg.kind() + " " + leg.at() + " " + leg.state() + " " + leg.count())
                .containsExactly(
                        "REMEMBER suppression store DONE 1",
                        "LOOK_UP crm DONE 1",
                        "TELL cloud DONE 2",
                        "LEAVE_AUDIENCE " + gold + " DONE 1");
    }

    @Test
    void the_services_are_told_of_declared_ids_in_wire_form_and_of_devices() {
        personWithEmail(1, " Ann@Example.com");
        bridge.shareRecipientList()
                .share(share(crm.list("List", ids(1)), byHashedEmail()), call())
                .get();

        optOut(OptOutRequest.builder()
                .addKeys(new PersonKey(byHashedEmail(), "ann@example.com"))
                .addVisitors(Ecid.parse(visitor(5)).get()));

        assertThat(cloud.optOuts())
                .hasSize(2)
                .noneMatch(order -> order.toString().contains("ann"));
        assertThat(cloud.optOuts().get(0)).isInstanceOf(OptOutOrder.Device.class);
        assertThat(((OptOutOrder.Person) cloud.optOuts().get(1)).id()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_region_that_is_down_is_tried_again_and_nothing_is_lost_meanwhile() {
        person(1, visitor(1));
        person(2, visitor(2));
        AudienceRef gold = shared(crm.list("List", ids(1, 2)), byVisitorId());
        cloud.regionDown(7, true);

        OptOutReceipt first = optOut(recipient(1));
        cloud.regionDown(7, false);
        OptOutReceipt second = optOut(recipient(1));

        assertThat(first.isComplete()).isFalse();
        assertThat(leg(first, OptOutLeg.Kind.TELL).state()).isEqualTo(OptOutLeg.State.FAILED);
        assertThat(leg(first, OptOutLeg.Kind.TELL).count()).isEqualTo(1);
        assertThat(leg(first, OptOutLeg.Kind.TELL).toDo()).get().asString().contains("Repeat");
        assertThat(cloud.keysIn(gold)).containsExactly(visitor(2));
        assertThat(second.isComplete()).isTrue();
        assertThat(leg(second, OptOutLeg.Kind.LEAVE_AUDIENCE).count())
                .as("the removal row was written the first time")
                .isZero();
    }

    @Test
    void the_person_is_remembered_also_when_everything_else_fails() {
        person(1, visitor(1));
        cloud.regionDown(6, true);
        cloud.regionDown(7, true);
        OptOutReceipt receipt = optOut(OptOutRequest.builder()
                .recipient(new RecipientRef(CRM, RecipientId.of(1)))
                .addDataSources(byVisitorId())
                .addLists(new AudienceRef(CRM, "no such list")));

        var share = bridge.shareRecipientList()
                .share(share(crm.list("List", ids(1)), byVisitorId()), call())
                .get();

        assertThat(receipt.legs())
                .filteredOn(leg -> leg.state() == OptOutLeg.State.FAILED)
                .extracting(OptOutLeg::kind)
                .containsExactly(OptOutLeg.Kind.TELL, OptOutLeg.Kind.LEAVE_LIST);
        assertThat(counts(share.exported().orElseThrow())).startsWith("read 1 shared 0 already 0 rows 0 out 1");
    }

    @Test
    void a_list_is_left_on_request_only() {
        person(1, visitor(1));
        AudienceRef kept = crm.list("Kept", ids(1));
        AudienceRef left = crm.list("Left", ids(1));

        OptOutReceipt receipt = optOut(OptOutRequest.builder()
                .recipient(new RecipientRef(CRM, RecipientId.of(1)))
                .addDataSources(byVisitorId())
                .addLists(left));

        assertThat(receipt.isComplete()).isTrue();
        assertThat(crm.recipientsIn(left)).isEmpty();
        assertThat(crm.recipientsIn(kept)).hasSize(1);
    }

    @Test
    void keys_alone_find_their_recipient_so_that_a_new_visitor_id_does_not_bring_her_back() {
        person(1, visitor(1));
        optOut(OptOutRequest.builder().addVisitors(Ecid.parse(visitor(1)).get()).addDataSources(byVisitorId()));
        person(1, visitor(9));

        var share = bridge.shareRecipientList()
                .share(share(crm.list("List", ids(1)), byVisitorId()), call())
                .get();

        assertThat(counts(share.exported().orElseThrow())).startsWith("read 1 shared 0 already 0 rows 0 out 1");
    }

    @Test
    void keys_of_several_recipients_are_suppressed_and_the_caller_is_asked_who_it_was() {
        person(1, visitor(1));
        person(2, visitor(1), visitor(2));

        OptOutReceipt receipt = optOut(OptOutRequest.builder()
                .addVisitors(Ecid.parse(visitor(1)).get())
                .addDataSources(byVisitorId()));
        AudienceRef gold = shared(crm.list("List", ids(1, 2)), byVisitorId());

        assertThat(leg(receipt, OptOutLeg.Kind.LOOK_UP).toDo()).get().asString().contains("2 recipients", "Name");
        assertThat(cloud.keysIn(gold)).containsExactly(visitor(2));
    }

    @Test
    void keys_by_which_nobody_can_be_looked_up_are_suppressed_and_the_recipient_is_asked_for() {
        personWithEmail(1, "ann@example.com");

        OptOutReceipt receipt =
                optOut(OptOutRequest.builder().addKeys(new PersonKey(byHashedEmail(), "ann@example.com")));

        assertThat(leg(receipt, OptOutLeg.Kind.REMEMBER).state()).isEqualTo(OptOutLeg.State.DONE);
        assertThat(leg(receipt, OptOutLeg.Kind.LOOK_UP).toDo()).get().asString().contains("name the recipient's id");
    }

    @Test
    void a_share_at_work_is_pending_since_the_ledger_cannot_tell_yet() {
        person(1, visitor(1));
        AudienceRef gold = shared(crm.list("List", ids(1)), byVisitorId());
        RunRecord done = journal.all().get().head();
        RunRecord.Builder atWork = RunRecord.builder().from(done);
        journal.save(atWork.state(RunState.TRANSFERRING).build()).get();

        OptOutReceipt receipt = optOut(recipient(1));

        assertThat(leg(receipt, OptOutLeg.Kind.LEAVE_AUDIENCE).state()).isEqualTo(OptOutLeg.State.PENDING);
        assertThat(leg(receipt, OptOutLeg.Kind.LEAVE_AUDIENCE).toDo())
                .get()
                .asString()
                .contains(done.run().value());
        assertThat(cloud.keysIn(gold)).containsExactly(visitor(1));
    }

    @Test
    void what_names_nobody_or_no_valid_key_is_refused_with_all_mistakes_and_without_the_value() {
        DataSource plain = byHashedEmail();

        BridgeError error = bridge.optOut()
                .optOut(
                        OptOutRequest.builder()
                                .addKeys(new PersonKey(plain, "ann at example"), new PersonKey(byVisitorId(), "17"))
                                .build(),
                        call())
                .getLeft();
        BridgeError nobody =
                bridge.optOut().optOut(OptOutRequest.builder().build(), call()).getLeft();

        assertThat(error.message()).contains("14018", "14016").doesNotContain("ann");
        assertThat(nobody.message()).contains("names nobody");
        assertThat(suppressions.find().get().isEmpty()).isTrue();
    }

    @Test
    void without_the_secret_or_with_another_nothing_is_done() {
        person(1, visitor(1));
        AudienceRef gold = shared(crm.list("List", ids(1)), byVisitorId());
        optOut(recipient(2));
        var nameless = bridge(Optional.empty(), Optional.empty());
        var other = bridge(Optional.empty(), Optional.of(Secret.of("quite another secret")));

        BridgeError missing =
                nameless.optOut().optOut(recipient(1).build(), call()).getLeft();
        BridgeError wrong = other.optOut().optOut(recipient(1).build(), call()).getLeft();

        assertThat(missing.message()).contains("suppressionSecret");
        assertThat(wrong.message()).contains("suppressionSecret", "not the one").doesNotContain("quite another");
        assertThat(cloud.keysIn(gold)).containsExactly(visitor(1));
    }

    @Test
    void a_receipt_and_a_request_print_no_id() {
        person(471199, visitor(1));
        OptOutRequest request = recipient(471199)
                .addKeys(new PersonKey(byHashedEmail(), "ann@example.com"))
                .addVisitors(Ecid.parse(visitor(77)).get())
                .build();

        OptOutReceipt receipt = bridge.optOut().optOut(request, call()).get();

        assertThat(List.of(request.toString(), receipt.toString()))
                .noneMatch(text -> text.contains("471199") || text.contains("ann@") || text.contains(visitor(77)));
    }

    private OptOutReceipt optOut(OptOutRequest.Builder request) {
        return bridge.optOut().optOut(request.build(), call()).get();
    }

    private static OptOutRequest.Builder recipient(long id) {
        return OptOutRequest.builder().recipient(new RecipientRef(CRM, RecipientId.of(id)));
    }

    private static OptOutLeg leg(OptOutReceipt receipt, OptOutLeg.Kind kind) {
        return receipt.legs().stream()
                .filter(leg -> leg.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
