// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.OptOutLeg;
import io.audiencebridge.domain.sharing.OptOutReceipt;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is forgotten, over real HTTP and S3 (SEMANTICS S23). */
class OptingOutTest {
    private static final String AUDIENCE = "Opted out of";
    private static final String LIST = "Opted out again";

    @TempDir
    private Path home;

    @Test
    void a_person_is_told_to_every_region_leaves_the_audience_and_never_comes_back() throws Exception {
        List<SeedRecipient> people = People.withoutSharedKeys(60);
        Oracle oracle = new Oracle(people, KeyKind.VISITOR);
        String person = oracle.back().iterator().next();
        try (Journey journey = Journey.remembering(people, home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), AUDIENCE, source);
            AudienceRef kept = new AudienceRef(
                    Journey.CAMPAIGN, journey.sandbox.campaignData().addList("Kept", Set.of(person)));

            OptOutReceipt receipt =
                    journey.bridge.optOut(optOut(person, source).addLists(kept).build());
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            Receipt imported = journey.bridge.importAudience(journey.importOf(AUDIENCE, LIST, source));
            ExportTally again = journey.shared(journey.everybody(), AUDIENCE, source)
                    .exported()
                    .orElseThrow();

            assertThat(receipt.isComplete()).as("%s", receipt).isTrue();
            assertThat(count(receipt, OptOutLeg.Kind.TELL)).isPositive();
            assertThat(count(receipt, OptOutLeg.Kind.TELL) % Journey.REGIONS.length)
                    .isZero();
            assertThat(count(receipt, OptOutLeg.Kind.LEAVE_AUDIENCE)).isPositive();
            assertThat(journey.membersOf("Kept")).isEmpty();
            assertThat(journey.membersOf(LIST)).isEqualTo(without(oracle.back(), person));
            assertThat(imported.imported().orElseThrow().listSize())
                    .isEqualTo(oracle.back().size() - 1);
            assertThat(again.complement().optedOut()).isEqualTo(oracle.optedOut() + 1);
            assertThat(again.rows()).isZero();
            assertNothingOf(person, people);
        }
    }

    @Test
    void a_bridge_of_another_secret_or_none_shares_nobody() {
        List<SeedRecipient> people = People.withoutSharedKeys(20);
        try (Journey journey = Journey.remembering(people, home)) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            journey.bridge.optOut(optOut(people.get(0).id(), source).build());
            try (AudienceBridge without =
                            Journey.builder(journey.sandbox.description(), home).build();
                    AudienceBridge other = Journey.builder(journey.sandbox.description(), home)
                            .suppressionSecret(Secret.of("quite another secret of length"))
                            .build()) {
                for (AudienceBridge bridge : List.of(without, other)) {
                    assertThatThrownBy(() -> bridge.syncDeclaredIds(sync(journey, source)))
                            .isInstanceOf(InvalidRequestException.class)
                            .hasMessageContaining("suppressionSecret")
                            .hasMessageNotContaining("quite another");
                }
            }
        }
    }

    private static SyncRequest sync(Journey journey, DataSource visitors) {
        return SyncRequest.builder()
                .list(journey.everybody())
                .to(Journey.AUDIENCE_MANAGER)
                .visitors(visitors)
                .declared(KeyKind.DECLARED_SHA256.dataSource(journey.sandbox))
                .build();
    }

    /** Neither her ids nor the secret are in the home folder. */
    private void assertNothingOf(String person, List<SeedRecipient> people) throws Exception {
        SeedRecipient her = people.stream()
                .filter(each -> each.id().equals(person))
                .findFirst()
                .orElseThrow();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(content).doesNotContain(Journey.SUPPRESSION_SECRET).doesNotContain(her.visitorIds());
            }
        }
    }

    private static OptOutRequest.Builder optOut(String person, DataSource source) {
        return OptOutRequest.builder()
                .recipient(new RecipientRef(
                        Journey.CAMPAIGN, RecipientId.parse(person).get()))
                .addDataSources(source);
    }

    private static long count(OptOutReceipt receipt, OptOutLeg.Kind kind) {
        return receipt.legs().stream()
                .filter(leg -> leg.kind() == kind)
                .mapToLong(OptOutLeg::count)
                .sum();
    }

    private static Set<String> without(Set<String> people, String person) {
        Set<String> rest = new TreeSet<>(people);
        rest.remove(person);
        return rest;
    }
}
