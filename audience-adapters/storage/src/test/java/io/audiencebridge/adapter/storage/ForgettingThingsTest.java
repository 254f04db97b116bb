// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.member.EventState;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a home is listed with its age, and forgotten thing by thing. */
class ForgettingThingsTest {
    private static final LedgerKey PAGE =
            new LedgerKey(new AudienceRef(new ConnectionName("cloud"), "../../ü 7"), 14016);
    private static final RunId RUN = new RunId("run-1");
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    private Path folder;

    private HomeFolder home;

    @BeforeEach
    void fill() {
        home = HomeFolder.at(folder).get();
        home.journal()
                .save(RunRecord.builder()
                        .run(RUN)
                        .state(RunState.DELIVERED)
                        .started(NOW)
                        .updated(NOW)
                        .build())
                .get();
        home.ledger().keep(PAGE, RUN, new IdSetBuilder().add(1, 2).build()).get();
        home.memberships().keep(PAGE, new Membership("here", IdSet.EMPTY)).get();
        home.eventStates()
                .keep(
                        PAGE,
                        new AppliedEvents(
                                HashSet.empty(),
                                new EventState(
                                        EventState.NO_FULL, IdSet.EMPTY, IdSet.EMPTY, new long[0], new boolean[0])))
                .get();
    }

    @Test
    void every_part_of_a_home_lists_and_forgets_its_own() {
        for (Object part : new Object[] {home.journal(), home.ledger(), home.memberships(), home.eventStates()}) {
            Erasable erasable = (Erasable) part;
            KeptThing thing = erasable.kept().get().single();

            boolean there = erasable.erase(thing).get();

            assertThat(thing.touched()).isBeforeOrEqualTo(Instant.now());
            assertThat(there).as(thing.name()).isTrue();
            assertThat(erasable.kept().get()).isEmpty();
            assertThat(erasable.erase(thing).get()).isFalse();
        }
        assertThat(home.journal().find(RUN).get().isEmpty()).isTrue();
        assertThat(home.ledger().runs(PAGE).get()).isEmpty();
        assertThat(home.memberships().find(PAGE).get().isEmpty()).isTrue();
        assertThat(home.eventStates().find(PAGE).get().isEmpty()).isTrue();
    }

    @Test
    void a_page_is_listed_under_its_own_name_whatever_is_in_it() {
        KeptThing thing = ((Erasable) home.ledger()).kept().get().single();

        assertThat(thing.page()).contains(PAGE);
        assertThat(thing.run()).contains(RUN);
        assertThat(thing.bytes()).isEqualTo(16);
    }

    @Test
    void drafts_of_interrupted_writes_are_left_overs_and_nothing_else_is() throws Exception {
        Path draft = Files.createFile(folder.resolve("journal").resolve("draft-123.tmp"));
        Files.setLastModifiedTime(draft, FileTime.from(NOW));

        KeptThing thing = home.kept().get().single();

        assertThat(thing.kind()).isEqualTo(KeptThing.Kind.LEFT_OVER);
        assertThat(thing.touched()).isEqualTo(NOW);
        assertThat(home.erase(thing).get()).isTrue();
        assertThat(draft).doesNotExist();
    }

    @Test
    void a_name_that_leads_elsewhere_is_not_deleted() throws Exception {
        Path outside = Files.createFile(folder.resolveSibling("draft-outside.tmp"));
        KeptThing wrong = KeptThing.builder()
                .kind(KeptThing.Kind.LEFT_OVER)
                .name("../draft-outside.tmp")
                .touched(NOW)
                .bytes(0)
                .build();

        assertThat(home.erase(wrong).get()).isFalse();
        assertThat(outside).exists();
        Files.delete(outside);
    }
}
