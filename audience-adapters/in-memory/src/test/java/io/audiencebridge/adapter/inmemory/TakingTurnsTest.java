// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.service.Infrastructure;
import io.audiencebridge.domain.service.Leasing;
import io.audiencebridge.domain.service.UseCases;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.engine.Lease;
import io.audiencebridge.domain.spi.engine.Pulse;
import io.audiencebridge.domain.usecase.ResumedRun;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two bridges on one journal, as two processes have it. */
class TakingTurnsTest extends InMemoryScenario {
    private static final Duration TERM = Duration.ofMinutes(2);
    private static final String SUBJECT = "Audience 'Gold' of data source 14016 in 'cloud'";

    private final InMemoryLeases leases = new InMemoryLeases();
    private final List<Runnable> beats = new ArrayList<>();
    private final UseCases ann = leased("ann", this::beating);
    private final UseCases bob = leased("bob", Pulse.NONE);
    private int runs;
    private AudienceRef list;

    @BeforeEach
    void onePersonInAList() {
        person(1, visitor(1));
        list = crm.list("Gold list", ids(1));
    }

    @Test
    void who_shares_the_same_audience_meanwhile_is_told_who_does_and_until_when() {
        List<Either<BridgeError, Receipt>> bobs = new ArrayList<>();

        Receipt anns = share(ann, request(), call(atSending(() -> bobs.add(share(bob, request(), call())))))
                .get();

        BridgeError conflict = bobs.get(0).getLeft();
        assertThat(anns.state()).isEqualTo(RunState.DELIVERED);
        assertThat(conflict).isInstanceOf(BridgeError.Conflict.class);
        assertThat(conflict.message()).contains(SUBJECT, "ann", now.plus(TERM).toString());
        assertThat(states()).containsExactly("run-1 DELIVERED", "run-2 REFUSED");
        assertThat(due(bob)).isEmpty();
    }

    @Test
    void who_shares_it_afterwards_finds_nobody_new() {
        share(ann, request(), call()).get();

        Receipt bobs = share(bob, request(), call()).get();

        assertThat(bobs.exported().orElseThrow().alreadyShared()).isEqualTo(1);
        assertThat(bobs.exported().orElseThrow().rows()).isZero();
    }

    @Test
    void other_audiences_are_shared_beside_each_other() {
        ShareRequest other = ShareRequest.builder()
                .list(list)
                .to(CLOUD)
                .audience("Silver")
                .dataSource(byVisitorId())
                .build();
        List<Either<BridgeError, Receipt>> bobs = new ArrayList<>();

        share(ann, request(), call(atSending(() -> bobs.add(share(bob, other, call())))))
                .get();

        assertThat(bobs.get(0).get().state()).isEqualTo(RunState.DELIVERED);
    }

    @Test
    void a_list_is_filled_by_one_at_a_time() {
        AudienceRef audience = cloud.audience("Gold", visitor(1));
        List<Either<BridgeError, Receipt>> bobs = new ArrayList<>();
        Progress meanwhile = at(
                "adding members",
                0,
                () -> bobs.add(bob.importSharedAudience()
                        .importAudience(intoList(audience, byVisitorId()).build(), call())));

        ann.importSharedAudience()
                .importAudience(intoList(audience, byVisitorId()).build(), call(meanwhile))
                .get();

        assertThat(bobs.get(0).getLeft().message()).contains("List 'Gold again' in 'crm' is at work elsewhere: ann");
    }

    @Test
    void who_lost_the_lease_writes_nothing_more() {
        Progress meanwhile = atSending(() -> {
            now = now.plus(TERM);
            leases.take(new Lease(SUBJECT, "bob", now.plus(TERM)), now).get();
        });

        BridgeError lost = share(ann, request(), call(meanwhile)).getLeft();

        assertThat(lost).isInstanceOf(BridgeError.Conflict.class);
        assertThat(lost.message()).contains(SUBJECT + " is no longer this bridge's", "bob holds it until");
        assertThat(states()).containsExactly("run-1 TRANSFERRING");
    }

    @Test
    void the_pulse_holds_the_lease_while_a_step_works() {
        List<Lease> seen = new ArrayList<>();
        Progress meanwhile = atSending(() -> {
            now = now.plus(TERM).minusSeconds(1);
            beats.forEach(Runnable::run);
            now = now.plusSeconds(60);
            seen.add(leases.take(new Lease(SUBJECT, "bob", now.plus(TERM)), now).get());
        });

        share(ann, request(), call(meanwhile)).get();

        assertThat(seen.get(0).holder()).isEqualTo("ann");
    }

    @Test
    void a_beat_that_finds_the_lease_lost_ends_the_work_and_not_the_callers_call() {
        Call callers = call(atSending(() -> {
            now = now.plus(TERM);
            leases.take(new Lease(SUBJECT, "bob", now.plus(TERM)), now).get();
            beats.forEach(Runnable::run);
        }));

        BridgeError lost = share(ann, request(), callers).getLeft();

        assertThat(lost).isInstanceOf(BridgeError.Conflict.class);
        assertThat(cloud.keysIn(cloud.named("Gold").get())).isEmpty();
        assertThat(callers.check().isRight()).isTrue();
        assertThat(states()).containsExactly("run-1 TRANSFERRING");
    }

    @Test
    void a_run_left_in_the_middle_goes_on_by_itself_once_its_holder_cannot_be_alive() {
        RunId run = leftInTheMiddle(RunState.TRANSFERRING);
        leases.take(new Lease("Run " + run, "dead", now.plus(TERM)), now).get();

        assertThat(due(bob)).isEmpty();
        now = now.plus(TERM);

        assertThat(due(bob)).containsExactly("run-1 DELIVERED");
    }

    @Test
    void a_planned_run_is_left_to_its_planner_for_as_long_as_a_lease_lasts() {
        ann.planShare().plan(request(), call()).get();

        assertThat(due(bob)).isEmpty();
        now = now.plus(TERM);

        assertThat(due(bob)).containsExactly("run-1 DELIVERED");
    }

    @Test
    void without_leases_nobody_knows_whether_a_run_was_left() {
        leftInTheMiddle(RunState.PREPARING);
        now = now.plus(Duration.ofDays(1));

        assertThat(bridge.resumeDueRuns().resumeDue(call()).get()).isEmpty();
    }

    @Test
    void all_leases_are_given_back_at_the_end() {
        share(ann, request(), call()).get();

        assertThat(leases.take(new Lease(SUBJECT, "bob", now.plus(TERM)), now)
                        .get()
                        .holder())
                .isEqualTo("bob");
        assertThat(leases.take(new Lease("Run run-1", "bob", now.plus(TERM)), now)
                        .get()
                        .holder())
                .isEqualTo("bob");
    }

    private RunId leftInTheMiddle(RunState state) {
        RunId run = ann.planShare().plan(request(), call()).get();
        RunRecord planned = journal.find(run).get().get();
        journal.save(RunRecord.builder().from(planned).state(state).build()).get();
        return run;
    }

    private UseCases leased(String holder, Pulse pulse) {
        return new UseCases(
                HashMap.of(CRM, crm, CLOUD, cloud),
                Infrastructure.builder()
                        .journal(journal)
                        .ledger(ledger)
                        .memberships(new InMemoryMemberships())
                        .eventStates(new InMemoryEventStates())
                        .engine(new PlainReconciler()::match)
                        .leasing(Leasing.builder()
                                .leases(leases)
                                .holder(holder)
                                .term(TERM)
                                .pulse(pulse)
                                .build())
                        .clock(() -> now)
                        .runIds(() -> new RunId("run-" + ++runs))
                        .build());
    }

    private Call.Registration beating(Duration every, Runnable beat) {
        beats.add(beat);
        return () -> beats.remove(beat);
    }

    private ShareRequest request() {
        return share(list, byVisitorId());
    }

    private static Either<BridgeError, Receipt> share(UseCases bridge, ShareRequest request, Call call) {
        return bridge.shareRecipientList().share(request, call);
    }

    private static Progress atSending(Runnable work) {
        return at("sending members", 1, work);
    }

    /** Does {@code work} once, when that step has dealt with as many. */
    private static Progress at(String step, long many, Runnable work) {
        boolean[] done = new boolean[1];
        return (name, count, of) -> {
            if (name.equals(step) && count >= many && !done[0]) {
                done[0] = true;
                work.run();
            }
        };
    }

    private static List<String> due(UseCases bridge) {
        return bridge.resumeDueRuns()
                .resumeDue(call())
                .get()
                .map((ResumedRun resumed) ->
                        resumed.run() + " " + resumed.outcome().get().state())
                .asJava();
    }

    private List<String> states() {
        return journal.all()
                .get()
                .map(record -> record.run() + " " + record.state())
                .sorted()
                .asJava();
    }
}
