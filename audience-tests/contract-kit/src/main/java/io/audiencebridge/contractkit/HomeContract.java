// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.Home;
import io.audiencebridge.domain.spi.engine.HomeFactory;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.Lease;
import io.audiencebridge.domain.spi.engine.LeaseHome;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.RecipientIndexFactory;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.spi.engine.SuppressionHome;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.time.Instant;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every home does, and the factory that opens it. The test of a factory extends this class. */
@ContractOf({HomeFactory.class, Home.class, LeaseHome.class, SuppressionHome.class, RecipientIndexFactory.class})
@Tag("home")
public abstract class HomeContract {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final LedgerKey PAGE = new LedgerKey(new AudienceRef(new ConnectionName("cloud"), "7"), 14016);
    private static final IdSet KEYS = new IdSetBuilder().add(1, 2).add(3, 4).build();
    private static final Secret SECRET = Secret.of("known to nobody else");

    /** For subclasses. */
    protected HomeContract() {}

    /** The factory. */
    protected abstract HomeFactory factory();

    /** The factory of kept copies of recipients beside it. */
    protected abstract RecipientIndexFactory indexes();

    /** A place where nothing is yet; another one for each number. */
    protected abstract String place(int number) throws Exception;

    /** A place that cannot be a home. */
    protected abstract String noPlace() throws Exception;

    @Rule("R39.1")
    @Test
    void a_home_is_made_where_there_is_none() throws Exception {
        Home home = Lens.on(factory()).open(place(1)).get();

        assertThat(home.journal().all().get()).isEmpty();
        assertThat(home.ledger().runs(PAGE).get()).isEmpty();
        assertThat(home.memberships().find(PAGE).get()).isEmpty();
        assertThat(home.eventStates().find(PAGE).get()).isEmpty();
    }

    @Rule("R39.2")
    @Test
    void what_was_kept_is_there_when_it_is_opened_again() throws Exception {
        keep(Lens.on(factory()).open(place(1)).get());

        Home again = Lens.on(factory()).open(place(1)).get();

        assertThat(again.journal().all().get().map(RunRecord::run)).containsExactly(new RunId("run-1"));
        assertThat(again.ledger().kept(PAGE, new RunId("run-1")).get().size()).isEqualTo(2);
        assertThat(again.memberships().find(PAGE).get().map(Membership::position))
                .containsExactly("3");
    }

    @Rule("R39.3")
    @Test
    void homes_are_kept_apart() throws Exception {
        keep(Lens.on(factory()).open(place(1)).get());

        assertThat(Lens.on(factory()).open(place(2)).get().journal().all().get())
                .isEmpty();
    }

    @Rule("R39.4")
    @Test
    void where_no_home_can_be_is_a_local_failure() throws Exception {
        assertThat(Lens.on(factory()).open(noPlace()).getLeft()).isInstanceOf(BridgeError.LocalFailure.class);
    }

    @Rule("R39.5")
    @Test
    void one_home_for_several_processes_gives_a_lease_to_one() throws Exception {
        Home home = Lens.on(factory()).open(place(1)).get();
        if (home instanceof LeaseHome shared) {
            Lease mine = new Lease("a list", "one", NOON.plusSeconds(60));
            Lease theirs = new Lease("a list", "another", NOON.plusSeconds(60));
            shared.leases().take(mine, NOON).get();

            Lease holds = ((LeaseHome) Lens.on(factory()).open(place(1)).get())
                    .leases()
                    .take(theirs, NOON)
                    .get();

            assertThat(holds.holder()).isEqualTo("one");
        }
    }

    @Rule("R39.6")
    @Test
    void one_home_that_remembers_opt_outs_remembers_them_when_it_is_opened_again() throws Exception {
        Home home = Lens.on(factory()).open(place(1)).get();
        if (home instanceof SuppressionHome remembering) {
            remembering.suppressions().add(new Suppressed("check", KEYS)).get();

            SuppressionHome again =
                    (SuppressionHome) Lens.on(factory()).open(place(1)).get();

            assertThat(again.suppressions().find().get().get().digests().size()).isEqualTo(2);
        }
    }

    @Rule("R39.7")
    @Test
    void no_copy_of_recipients_is_there_before_one_is_built() throws Exception {
        RecipientIndexes copies = Lens.on(indexes()).open(place(1), SECRET).get();

        assertThat(copies.look(new IndexPage(new ConnectionName("crm"), "by visitor"))
                        .get())
                .isInstanceOf(IndexState.Nothing.class);
        assertThat(copies.purge(new ConnectionName("crm")).get()).isZero();
    }

    @Rule("R39.8")
    @Test
    void both_factories_are_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(HomeFactory.class).stream().map(ServiceLoader.Provider::type))
                .anyMatch(Lens.classOf(factory())::equals);
        assertThat(ServiceLoader.load(RecipientIndexFactory.class).stream().map(ServiceLoader.Provider::type))
                .anyMatch(Lens.classOf(indexes())::equals);
    }

    private static void keep(Home home) {
        RunId run = new RunId("run-1");
        home.journal()
                .save(RunRecord.builder()
                        .run(run)
                        .state(RunState.PLANNED)
                        .started(NOON)
                        .updated(NOON)
                        .build())
                .get();
        home.ledger().keep(PAGE, run, KEYS).get();
        home.memberships().keep(PAGE, new Membership("3", KEYS)).get();
    }
}
