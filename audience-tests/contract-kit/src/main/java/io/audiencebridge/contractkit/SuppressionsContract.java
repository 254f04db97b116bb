// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.spi.engine.Suppressions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Suppressions} does (SEMANTICS S23). The test of an implementation extends this class and opens a store for each test. */
@ContractOf(value = Suppressions.class, semantics = "S23")
@Tag("suppressions")
public abstract class SuppressionsContract {
    private static final String CHECK = "0123456789abcdef0123456789abcdef";

    private Suppressions store;

    /** For subclasses. */
    protected SuppressionsContract() {}

    /** A store that remembers nobody yet. */
    protected abstract Suppressions open() throws Exception;

    /** The same store as another process would open it; one that ends with its process answers the one it gave. */
    protected abstract Suppressions reopen() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = Lens.on(open());
    }

    @Rule("R36.1")
    @Test
    void a_new_store_remembers_nobody() {
        assertThat(store.find().get().isEmpty()).isTrue();
    }

    @Rule("R36.2")
    @Test
    void who_was_added_is_there_for_another_process() throws Exception {
        store.add(people(CHECK, 5, -7)).get();

        Suppressed found = Lens.on(reopen()).find().get().get();

        assertThat(found.check()).isEqualTo(CHECK);
        assertSame(found.digests(), people(CHECK, -7, 5).digests());
    }

    @Rule("R36.3")
    @Test
    void adding_keeps_who_was_there_and_adding_again_changes_nothing() {
        store.add(people(CHECK, 1, 2)).get();

        int afterMore = store.add(people(CHECK, 2, 3)).get();
        int afterTheSame = store.add(people(CHECK, 2, 3)).get();

        assertThat(afterMore).isEqualTo(3);
        assertThat(afterTheSame).isEqualTo(3);
        assertSame(store.find().get().get().digests(), people(CHECK, 1, 2, 3).digests());
    }

    @Rule("R36.4")
    @Test
    void digests_of_another_secret_are_refused_and_nothing_changes() {
        store.add(people(CHECK, 1)).get();

        BridgeError refused =
                store.add(people("ffffffffffffffffffffffffffffffff", 2)).getLeft();

        assertThat(refused).isInstanceOf(BridgeError.Conflict.class);
        assertThat(refused.message()).contains("another secret").doesNotContain(CHECK);
        assertSame(store.find().get().get().digests(), people(CHECK, 1).digests());
    }

    @Rule("R36.5")
    @Test
    void a_cleared_store_remembers_nobody_and_takes_any_secret() throws Exception {
        store.add(people(CHECK, 1, 2)).get();

        assertThat(store.clear().get()).isEqualTo(2);

        assertThat(Lens.on(reopen()).find().get().isEmpty()).isTrue();
        assertThat(store.clear().get()).isZero();
        assertThat(store.add(people("ffffffffffffffffffffffffffffffff", 2)).get())
                .isEqualTo(1);
    }

    private static Suppressed people(String check, long... digests) {
        IdSetBuilder all = new IdSetBuilder();
        for (long digest : digests) {
            all.add(digest, ~digest);
        }
        return new Suppressed(check, all.build());
    }

    private static void assertSame(IdSet found, IdSet expected) {
        assertThat(found.size()).isEqualTo(expected.size());
        assertThat(found.minus(expected).size()).isZero();
    }
}
