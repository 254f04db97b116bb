// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.vavr.collection.Seq;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Erasable} does. The test of an implementation, such as a journal, extends this class and opens one for each test. */
@ContractOf(Erasable.class)
@Tag("erasable")
public abstract class ErasableContract {
    private Erasable erasable;

    /** For subclasses. */
    protected ErasableContract() {}

    /** One that keeps nothing yet. */
    protected abstract Erasable open() throws Exception;

    /** The same as another process would open it; one that ends with its process answers the one it gave. */
    protected abstract Erasable reopen() throws Exception;

    /** Keeps one thing more, of a name of its own. */
    protected abstract void keepOneMore() throws Exception;

    @BeforeEach
    void openErasable() throws Exception {
        erasable = Lens.on(open());
    }

    @Rule("R37.1")
    @Test
    void nothing_is_listed_where_nothing_is_kept() {
        assertThat(erasable.kept().get()).isEmpty();
    }

    @Rule("R37.2")
    @Test
    void everything_is_listed_once_under_a_name_of_its_own() throws Exception {
        keepOneMore();
        keepOneMore();

        Seq<KeptThing> things = Lens.on(reopen()).kept().get();

        assertThat(things).hasSize(2).allSatisfy(thing -> {
            assertThat(thing.name()).isNotBlank();
            assertThat(thing.bytes()).isNotNegative();
        });
        assertThat(things.map(KeptThing::name).distinct()).hasSize(2);
        assertThat(things.filter(thing -> thing.kind() == KeptThing.Kind.RUN))
                .allSatisfy(run -> assertThat(run.run()).isPresent());
    }

    @Rule("R37.3")
    @Test
    void a_thing_that_was_erased_is_gone_for_every_process_and_the_others_stay() throws Exception {
        keepOneMore();
        keepOneMore();
        Seq<KeptThing> things = erasable.kept().get();

        boolean there = erasable.erase(things.head()).get();

        assertThat(there).isTrue();
        assertThat(Lens.on(reopen()).kept().get().map(KeptThing::name))
                .containsExactly(things.last().name());
    }

    @Rule("R37.4")
    @Test
    void erasing_again_is_no_error() throws Exception {
        keepOneMore();
        KeptThing thing = erasable.kept().get().head();
        erasable.erase(thing).get();

        assertThat(erasable.erase(thing).get()).isFalse();
    }
}
