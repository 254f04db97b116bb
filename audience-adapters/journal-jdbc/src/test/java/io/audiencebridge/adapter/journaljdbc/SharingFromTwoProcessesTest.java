// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.sdk.AudienceBridge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same share from two real processes: one receipt, one set of files. */
class SharingFromTwoProcessesTest {
    private static final String ALL = "DELIVERED rows 3 already 0";
    private static final String NOBODY = "DELIVERED rows 0 already 3";

    /** Later than any lease that was taken now. */
    private static final InstantSource LATER = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(10));

    @TempDir
    Path folder;

    @Test
    void a_file_of_h2s_is_for_one_process_and_the_next_one_finds_nobody_new() throws Exception {
        try (Stores stores = Stores.file(folder)) {
            Sharer sharer = new Sharer(stores.settings(), folder);
            try (Child first = sharer.child()) {
                assertThat(first.next()).isEqualTo("ready");
                first.tell("slow");
                assertThat(first.next()).isEqualTo("at work");
                try (Child second = sharer.child()) {
                    assertThat(second.next()).startsWith("Conflict: Another process has the journal's file open");
                }
                first.tell("go on");
                assertThat(first.next()).isEqualTo(ALL);
            }

            try (Child later = sharer.child()) {
                assertThat(later.next()).isEqualTo("ready");
                later.tell("slow");
                assertThat(later.next()).isEqualTo("at work");
                later.tell("go on");
                assertThat(later.next()).isEqualTo(NOBODY);
            }
            assertThat(sharer.files("slow")).hasSize(1);
        }
    }

    @Test
    void what_a_killed_process_had_begun_in_a_file_is_finished_by_the_next() throws Exception {
        try (Stores stores = Stores.file(folder)) {
            finishedAfterAKill(new Sharer(stores.settings(), folder));
        }
    }

    @Test
    @Tag("postgres")
    void while_one_shares_the_other_is_told_who_and_until_when_and_later_finds_nobody_new() throws Exception {
        try (Stores stores = Stores.postgres()) {
            Sharer sharer = new Sharer(stores.settings(), folder);
            try (Child one = sharer.child();
                    Child other = sharer.child()) {
                assertThat(List.of(one.next(), other.next())).containsOnly("ready");
                one.tell("slow");
                assertThat(one.next()).isEqualTo("at work");

                other.tell("slow");
                assertThat(other.next())
                        .matches("Conflict: Audience 'slow' of data source 14016 in 'cloud' is at work elsewhere: "
                                + "[0-9]+@.+#[0-9a-f]{8} holds it until 20.+Z unless it goes on; .*");

                one.tell("go on");
                assertThat(one.next()).isEqualTo(ALL);
                other.tell("slow");
                assertThat(other.next()).isEqualTo("at work");
                other.tell("go on");
                assertThat(other.next()).isEqualTo(NOBODY);
            }
            assertThat(sharer.files("slow")).hasSize(1);
        }
    }

    @Test
    @Tag("postgres")
    void of_two_who_begin_at_once_one_sends_and_there_is_one_set_of_files() throws Exception {
        try (Stores stores = Stores.postgres()) {
            Sharer sharer = new Sharer(stores.settings(), folder);
            try (Child one = sharer.child();
                    Child other = sharer.child()) {
                assertThat(List.of(one.next(), other.next())).containsOnly("ready");
                for (int round = 0; round < 10; round++) {
                    String audience = "Audience " + round;
                    one.tell(audience);
                    other.tell(audience);

                    List<String> told = List.of(one.next(), other.next());

                    assertThat(told).as(audience).containsOnlyOnce(ALL);
                    assertThat(told)
                            .as(audience)
                            .filteredOn(outcome -> !outcome.equals(ALL))
                            .singleElement()
                            .satisfies(outcome -> assertThat(outcome.equals(NOBODY)
                                            || outcome.startsWith("Conflict: Audience '" + audience))
                                    .as(outcome)
                                    .isTrue());
                    assertThat(sharer.files(audience)).as(audience).hasSize(1);
                }
            }
        }
    }

    @Test
    @Tag("postgres")
    void what_a_killed_process_had_begun_is_finished_by_another() throws Exception {
        try (Stores stores = Stores.postgres()) {
            finishedAfterAKill(new Sharer(stores.settings(), folder));
        }
    }

    private static void finishedAfterAKill(Sharer sharer) throws Exception {
        try (Child child = sharer.child()) {
            assertThat(child.next()).isEqualTo("ready");
            child.tell("slow");
            assertThat(child.next()).isEqualTo("at work");
        }

        try (AudienceBridge now = sharer.bridge(InstantSource.system(), Progress.SILENT)) {
            assertThat(now.resumeDue()).isEmpty();
            assertThat(Sharer.told(now.attempts().share(Sharer.request("slow"))))
                    .startsWith("Conflict: ");
        }
        try (AudienceBridge later = sharer.bridge(LATER, Progress.SILENT)) {
            assertThat(later.resumeDue().map(resumed -> Sharer.told(resumed.outcome())))
                    .containsExactly(ALL);
            assertThat(later.runs(RunQuery.builder()
                                    .states(Set.of(RunState.DELIVERED))
                                    .build())
                            .runs())
                    .hasSize(1);
        }
        assertThat(sharer.files("slow")).hasSize(1);
    }
}
