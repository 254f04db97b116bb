// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.audiencebridge.domain.system.ConnectionName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Memberships} does (SEMANTICS S6). The test of an implementation extends this class and opens memberships for each test. */
@ContractOf(value = Memberships.class, semantics = "S6")
@Tag("memberships")
public abstract class MembershipsContract {
    private static final LedgerKey PAGE = page("../../ü 7", 14016);

    private Memberships memberships;

    /** For subclasses. */
    protected MembershipsContract() {}

    /** Memberships without any yet. */
    protected abstract Memberships open() throws Exception;

    /** The same memberships as another process would open them; those that end with their process answer the ones they gave. */
    protected abstract Memberships reopen() throws Exception;

    @BeforeEach
    void openMemberships() throws Exception {
        memberships = Lens.on(open());
    }

    @Rule("R34.1")
    @Test
    void what_was_kept_is_there_for_another_process_with_its_position() throws Exception {
        IdSet members = new IdSetBuilder().add(-1, 5).add(7, -9).add(0, 0).build();
        memberships.keep(PAGE, new Membership("1486140844000 é\n", members)).get();

        Membership found = Lens.on(reopen()).find(PAGE).get().get();

        assertThat(found.position()).isEqualTo("1486140844000 é\n");
        assertSame(found.members(), members);
    }

    @Rule("R34.2")
    @Test
    void keeping_again_replaces_position_and_members() {
        memberships.keep(PAGE, new Membership("1", of(1, 2, 3))).get();

        memberships.keep(PAGE, new Membership("2", of(4))).get();

        assertThat(memberships.find(PAGE).get().get().position()).isEqualTo("2");
        assertSame(memberships.find(PAGE).get().get().members(), of(4));
    }

    @Rule("R34.3")
    @Test
    void audiences_and_data_sources_are_kept_apart() {
        memberships.keep(PAGE, new Membership("1", of(1))).get();
        memberships.keep(page("8", 14016), new Membership("2", of(2))).get();
        memberships.keep(page("../../ü 7", 1), new Membership("3", of(3))).get();

        assertThat(memberships.find(PAGE).get().get().position()).isEqualTo("1");
        assertThat(memberships.find(page("8", 14016)).get().get().position()).isEqualTo("2");
        assertThat(memberships.find(page("../../ü 7", 1)).get().get().position())
                .isEqualTo("3");
    }

    @Rule("R34.4")
    @Test
    void an_audience_without_members_is_not_one_that_was_never_read() {
        memberships.keep(PAGE, new Membership("", IdSet.EMPTY)).get();

        assertThat(memberships.find(PAGE).get().get().members().size()).isZero();
        assertThat(memberships.find(page("8", 14016)).get().isEmpty()).isTrue();
    }

    private static IdSet of(long... lows) {
        IdSetBuilder ids = new IdSetBuilder();
        for (long low : lows) {
            ids.add(0, low);
        }
        return ids.build();
    }

    private static void assertSame(IdSet found, IdSet expected) {
        assertThat(found.size()).isEqualTo(expected.size());
        assertThat(found.minus(expected).size()).isZero();
    }

    private static LedgerKey page(String audience, long dataSource) {
        return new LedgerKey(new AudienceRef(new ConnectionName("cloud"), audience), dataSource);
    }
}
