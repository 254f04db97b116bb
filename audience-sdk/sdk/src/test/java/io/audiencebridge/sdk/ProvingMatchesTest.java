// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ImportRequest.proof}, through a bridge that keeps a copy of the recipients' keys. */
class ProvingMatchesTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path home;

    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM);
    private final InMemoryConnector cloud = InMemoryConnector.ofKeys(CLOUD);
    private final List<MatchTask> asked = new ArrayList<>();

    @Test
    void nothing_is_proved_unless_it_is_asked_for() {
        AudienceRef audience = peopleAndDeliveredAudience();
        try (AudienceBridge bridge = builder("one").build()) {
            bridge.importAudience(request(audience, false));
        }

        assertThat(asked).hasSize(1).noneMatch(MatchTask::proof);
    }

    /** Members kept by fingerprints, SEMANTICS S6: the copy would hold nothing but fingerprints, too. */
    @Test
    void whole_keys_are_read_for_proof_though_a_copy_is_kept_and_the_list_is_the_same() {
        AudienceRef audience = peopleAndDeliveredAudience();
        try (AudienceBridge bridge = builder("one").matchBy(KeyRoute.KEPT_INDEX).build()) {
            Receipt unproved = bridge.importAudience(request(audience, false));
            assertThat(unproved.matched().orElseThrow().route()).isEqualTo(KeyRoute.KEPT_INDEX);
        }
        try (AudienceBridge bridge = builder("two").build()) {
            Receipt proved = bridge.importAudience(request(audience, true));

            assertThat(proved.matched().orElseThrow().route()).isNotEqualTo(KeyRoute.KEPT_INDEX);
            assertThat(proved.imported().orElseThrow().match().matched()).isEqualTo(40);
        }
        assertThat(asked.get(0).packedRecipients()).isTrue();
        assertThat(asked.get(1).proof()).isTrue();
        assertThat(asked.get(1).packedRecipients()).isFalse();
        assertThat(asked.get(1).keptMembers().size()).isEqualTo(40);
        assertThat(crm.recipientsIn(crm.named("Proved").get()))
                .isEqualTo(crm.recipientsIn(crm.named("Unproved").get()))
                .hasSize(40);
    }

    @Test
    void whole_visitor_ids_are_proved_out_of_the_copy() {
        AudienceRef audience = peopleAndAudience();
        try (AudienceBridge bridge = builder("one").matchBy(KeyRoute.KEPT_INDEX).build()) {
            Receipt proved = bridge.importAudience(request(audience, true));

            assertThat(proved.matched().orElseThrow().route()).isEqualTo(KeyRoute.KEPT_INDEX);
            assertThat(asked.get(0).proof()).isTrue();
            assertThat(crm.recipientsIn(crm.named("Proved").get())).hasSize(40);
        }
    }

    @Test
    void proof_and_a_copy_that_cannot_give_it_are_refused_together() {
        AudienceRef audience = peopleAndDeliveredAudience();
        try (AudienceBridge bridge = builder("one").matchBy(KeyRoute.KEPT_INDEX).build()) {
            assertThatThrownBy(() -> bridge.importAudience(request(audience, true)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("proof")
                    .hasMessageContaining("matchBy(KEPT_INDEX)");
        }
        assertThat(asked).isEmpty();
    }

    private AudienceRef peopleAndDeliveredAudience() {
        cloud.withDeliveries();
        AudienceRef audience = peopleAndAudience();
        cloud.deliverAll(audience);
        return audience;
    }

    private AudienceRef peopleAndAudience() {
        for (int person = 0; person < 60; person++) {
            crm.with(InMemoryRecipient.builder()
                    .id(RecipientId.of(person))
                    .addSourceIds(visitor(person))
                    .build());
        }
        List<String> keys = new ArrayList<>();
        for (int member = 0; member < 40; member++) {
            keys.add(visitor(member));
        }
        return cloud.audience("Everybody", keys.toArray(String[]::new));
    }

    private static String visitor(int number) {
        return "%038d".formatted(number);
    }

    private static ImportRequest request(AudienceRef audience, boolean proof) {
        return ImportRequest.builder()
                .audience(audience)
                .into(CRM)
                .list(proof ? "Proved" : "Unproved")
                .dataSource(DataSource.builder()
                        .from(DataSource.visitor(8))
                        .destinationId(5)
                        .build())
                .proof(proof)
                .build();
    }

    private AudienceBridgeBuilder builder(String folder) {
        PackedReconciler engine = new PackedReconciler(Runnable::run, 1, 4711, 1L << 24);
        return AudienceBridge.builder()
                .connect(CRM, crm)
                .connect(CLOUD, cloud)
                .clock(() -> NOW)
                .recipientIndex(Secret.of("a secret of ours"))
                .engine((task, call) -> {
                    asked.add(task);
                    return engine.match(task, call);
                })
                .home(home.resolve(folder));
    }
}
