// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.sandbox.SeedRecipient;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list becomes a shared audience and comes back into another list (SEMANTICS S2 to S4, S13, S14, S19, S23). */
final class SharingThereAndBackTest {
    private static final String AUDIENCE = "Loyal customers";
    private static final String LIST = "Loyal customers, back";

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void without_shared_keys_the_same_people_come_back(KeyKind kind) {
        List<SeedRecipient> people = People.withoutSharedKeys(400);
        Oracle oracle = new Oracle(people, kind);

        assertThereAndBack(people, kind);

        assertThat(oracle.back()).hasSize((int) oracle.shared());
    }

    @ParameterizedTest
    @EnumSource
    void with_shared_keys_everyone_who_shares_one_comes_back_too(KeyKind kind) {
        assertThereAndBack(People.withSharedKeys(400), kind);
    }

    @ParameterizedTest
    @EnumSource
    void who_was_shared_is_not_shared_again(KeyKind kind) {
        List<SeedRecipient> people = People.withoutSharedKeys(60);
        Oracle oracle = new Oracle(people, kind);
        try (Journey journey = new Journey(people, home)) {
            DataSource source = kind.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);

            ExportTally again = journey.shared(journey.everybody(), AUDIENCE, source)
                    .exported()
                    .orElseThrow();

            assertThat(again.shared()).isZero();
            assertThat(again.rows()).isZero();
            assertThat(again.alreadyShared()).isEqualTo(oracle.shared());
        }
    }

    @Test
    void the_content_of_the_list_is_replaced() {
        List<SeedRecipient> people = People.withoutSharedKeys(120);
        Oracle oracle = new Oracle(people, KeyKind.VISITOR);
        try (Journey journey = new Journey(people, home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            Set<String> before = Set.of("1", "10", "19");
            journey.sandbox.campaignData().addList(LIST, before);
            journey.shared(journey.everybody(), AUDIENCE, source);
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);

            ImportTally tally = journey.bridge
                    .importAudience(journey.importOf(AUDIENCE, LIST, source))
                    .imported()
                    .orElseThrow();

            assertThat(journey.membersOf(LIST)).isEqualTo(oracle.back());
            assertThat(tally.kept()).isEqualTo(1);
            assertThat(tally.removed()).isEqualTo(2);
            assertThat(tally.added()).isEqualTo(oracle.back().size() - 1);
        }
    }

    @Test
    void an_audience_without_a_file_yet_is_awaited() {
        List<SeedRecipient> people = People.withoutSharedKeys(30);
        try (Journey journey = new Journey(people, home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);

            Receipt early = journey.bridge.importAudience(journey.importOf(AUDIENCE, LIST, source));
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            Receipt late = journey.bridge.resume(early.run());

            assertThat(early.state()).isEqualTo(RunState.AWAITING_FILE);
            assertThat(early.waiting().orElseThrow().because()).isNotBlank();
            assertThat(late.state()).isEqualTo(RunState.DELIVERED);
        }
    }

    private void assertThereAndBack(List<SeedRecipient> people, KeyKind kind) {
        Oracle oracle = new Oracle(people, kind);
        try (Journey journey = new Journey(people, home)) {
            DataSource source = kind.dataSource(journey.sandbox);

            Receipt first = journey.bridge.share(journey.share(journey.everybody(), AUDIENCE, source));
            journey.sandbox.clock().advance(Journey.TRAIT_IS_LIVE);
            Receipt shared = journey.bridge.resume(first.run());
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            Receipt imported = journey.bridge.importAudience(journey.importOf(AUDIENCE, LIST, source));

            assertThat(first.state()).isEqualTo(RunState.AWAITING_TRAIT);
            assertThat(shared.state()).isEqualTo(RunState.DELIVERED);
            assertThat(shared.files()).isNotEmpty();
            assertExported(shared.exported().orElseThrow(), oracle, kind);
            assertImported(imported.imported().orElseThrow(), oracle);
            assertThat(journey.membersOf(LIST)).isEqualTo(oracle.back());
        }
    }

    private static void assertExported(ExportTally tally, Oracle oracle, KeyKind kind) {
        assertThat(tally.read()).isEqualTo(oracle.read());
        assertThat(tally.shared()).isEqualTo(oracle.shared()).isPositive();
        assertThat(tally.alreadyShared()).isZero();
        assertThat(tally.rows()).isEqualTo(oracle.travelling().size());
        assertThat(tally.complement().optedOut()).isEqualTo(oracle.optedOut()).isPositive();
        assertThat(tally.complement().invalid()).isEqualTo(oracle.invalid()).isPositive();
        assertThat(tally.complement().noVisitorId()).isEqualTo(kind == KeyKind.VISITOR ? oracle.keyless() : 0);
        assertThat(tally.complement().noDeclaredId()).isEqualTo(kind == KeyKind.VISITOR ? 0 : oracle.keyless());
    }

    private static void assertImported(ImportTally tally, Oracle oracle) {
        assertThat(tally.match().read()).isEqualTo(oracle.travelling().size());
        assertThat(tally.match().unmatched()).isZero();
        assertThat(tally.match().invalid()).isZero();
        assertThat(tally.listSize()).isEqualTo(oracle.back().size());
        assertThat(tally.added()).isEqualTo(oracle.back().size());
    }
}
