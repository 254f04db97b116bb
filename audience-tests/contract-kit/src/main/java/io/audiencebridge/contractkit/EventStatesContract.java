// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.member.EventState;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.EventStates;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link EventStates} does (SEMANTICS S26, S27). The test of an implementation extends this class and opens states for each test. */
@ContractOf(
        value = EventStates.class,
        semantics = {"S26", "S27"})
@Tag("event-states")
public abstract class EventStatesContract {
    private static final LedgerKey PAGE = page("../../ü 7");

    private EventStates states;

    /** For subclasses. */
    protected EventStatesContract() {}

    /** States without any yet. */
    protected abstract EventStates open() throws Exception;

    /** The same states as another process would open them; those that end with their process answer the ones they gave. */
    protected abstract EventStates reopen() throws Exception;

    @BeforeEach
    void openStates() throws Exception {
        states = Lens.on(open());
    }

    @Rule("R35.1")
    @Test
    void state_and_identities_are_there_for_another_process() throws Exception {
        EventState state =
                new EventState(77, of(1, 2, 3), of(3, 4), new long[] {78, Long.MAX_VALUE}, new boolean[] {false, true});
        states.keep(PAGE, new AppliedEvents(HashSet.of("etag-1", "etag-2"), state))
                .get();

        AppliedEvents found = Lens.on(reopen()).find(PAGE).get().get();

        assertThat(found.exports()).isEqualTo(HashSet.of("etag-1", "etag-2"));
        assertThat(found.state().fullTime()).isEqualTo(77);
        assertThat(lows(found.state().full())).isEqualTo("1 2 3");
        assertThat(lows(found.state().keys())).isEqualTo("3 4");
        assertThat(found.state().time(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(found.state().isInside(0)).isFalse();
        assertThat(lows(found.state().members())).isEqualTo("1 2 4");
    }

    @Rule("R35.2")
    @Test
    void keeping_again_replaces_and_audiences_are_kept_apart() {
        states.keep(PAGE, new AppliedEvents(HashSet.of("a"), EventState.EMPTY)).get();
        states.keep(page("8"), new AppliedEvents(HashSet.of("b"), EventState.EMPTY))
                .get();

        states.keep(PAGE, new AppliedEvents(HashSet.of("a", "c"), EventState.EMPTY))
                .get();

        assertThat(states.find(PAGE).get().get().exports()).isEqualTo(HashSet.of("a", "c"));
        assertThat(states.find(page("8")).get().get().exports()).isEqualTo(HashSet.of("b"));
        assertThat(states.find(page("9")).get().isEmpty()).isTrue();
    }

    @Rule("R35.3")
    @Test
    void a_state_without_an_export_is_kept_too() {
        states.keep(PAGE, new AppliedEvents(HashSet.empty(), EventState.EMPTY)).get();

        assertThat(states.find(PAGE).get().get().exports()).isEqualTo(HashSet.empty());
    }

    private static IdSet of(long... lows) {
        IdSetBuilder ids = new IdSetBuilder();
        for (long low : lows) {
            ids.add(0, low);
        }
        return ids.build();
    }

    private static String lows(IdSet ids) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ids.size(); i++) {
            text.append(i == 0 ? "" : " ").append(ids.low(i));
        }
        return text.toString();
    }

    private static LedgerKey page(String audience) {
        return new LedgerKey(new AudienceRef(new ConnectionName("platform"), audience), 0);
    }
}
