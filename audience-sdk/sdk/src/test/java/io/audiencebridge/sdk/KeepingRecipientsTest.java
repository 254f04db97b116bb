// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.MatchPlan;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.spi.engine.RecipientIndexSettings;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingRecipientsTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final DataSource VISITOR =
            DataSource.builder().from(DataSource.visitor(8)).destinationId(5).build();

    @TempDir
    Path home;

    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM);
    private final CountedRecipients counted = new CountedRecipients(crm);
    private final InMemoryConnector cloud = InMemoryConnector.ofKeys(CLOUD);
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void the_second_import_reads_only_what_changed_and_gives_the_same_list() {
        AudienceRef audience = peopleAndAudience(1000, 300);
        try (AudienceBridge bridge = keeping("a secret of ours")) {
            MatchPlan first =
                    bridge.importAudience(request(audience, "Kept")).matched().orElseThrow();
            put(1, 900);
            put(900, 1);
            put(901);
            put(1001, 2);
            counted.rows = 0;
            now = now.plus(Duration.ofDays(1));

            Receipt second = bridge.importAudience(request(audience, "Kept"));

            assertThat(first.route()).isEqualTo(KeyRoute.KEPT_INDEX);
            assertThat(first.because()).contains("there was none");
            assertThat(first.read()).hasValue(1000);
            assertThat(counted.everybody).isEqualTo(1);
            assertThat(counted.changes).isEqualTo(1);
            assertThat(counted.rows).isEqualTo(4);
            assertThat(second.matched().orElseThrow().read()).hasValue(4);
            assertThat(second.matched().orElseThrow().because()).contains("24 hours instead of 1,000 recipients");
            assertSameAsAScan(audience, second);
        }
    }

    @Test
    void days_of_changes_give_by_every_route_what_a_scan_gives() {
        for (long seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            AudienceRef audience = peopleAndAudience(60, 40);
            for (int day = 0; day < 6; day++) {
                assertSameAsAScan(audience, imported(KeyRoute.KEPT_INDEX, audience, "Kept", "index"));
                assertSameAsAScan(audience, imported(KeyRoute.LOOK_UP, audience, "Kept", "look-up"));
                for (int i = random.nextInt(12); i > 0; i--) {
                    change(random.nextInt(64), random);
                }
                now = now.plus(Duration.ofDays(1 + random.nextInt(3)));
            }
        }
    }

    @Test
    void members_known_by_fingerprints_are_matched_from_a_copy_of_fingerprints() {
        cloud.withDeliveries();
        AudienceRef audience = peopleAndAudience(60, 40);
        cloud.deliverAll(audience);
        for (int day = 0; day < 3; day++) {
            Receipt receipt = imported(KeyRoute.KEPT_INDEX, audience, "Kept", "index");

            assertThat(receipt.matched().orElseThrow().route()).isEqualTo(KeyRoute.KEPT_INDEX);
            assertSameAsAScan(audience, receipt);
            put(day, 30 + day);
            put(50 + day);
        }
        assertThat(counted.changes).isEqualTo(2);
    }

    @Test
    void a_small_audience_is_looked_up_and_the_receipt_says_so() {
        AudienceRef audience = peopleAndAudience(1000, 150);
        try (AudienceBridge bridge = builder("plain").build()) {
            Receipt receipt = bridge.importAudience(request(audience, "Small"));

            assertThat(counted.everybody).isZero();
            assertThat(receipt.matched().orElseThrow().route()).isEqualTo(KeyRoute.LOOK_UP);
            assertThat(receipt.matched().orElseThrow().because())
                    .isEqualTo("looked up 150 keys in 1 call instead of reading everybody");
            assertThat(crm.recipientsIn(crm.named("Small").get())).hasSize(150);
        }
    }

    @Test
    void a_copy_under_another_secret_is_built_anew_and_that_is_said() {
        AudienceRef audience = peopleAndAudience(300, 250);
        try (AudienceBridge bridge = keeping("a secret of ours")) {
            assertThat(bridge.importAudience(request(audience, "Kept")).notices())
                    .isEmpty();
        }

        try (AudienceBridge bridge = keeping("another secret of ours")) {
            assertThat(bridge.importAudience(request(audience, "Kept")).notices())
                    .containsExactly(
                            "The kept recipient index was built anew: it was made with another secret, or is damaged");
        }

        assertThat(counted.everybody).isEqualTo(2);
    }

    @Test
    void everybody_is_read_again_when_the_copy_is_old() {
        AudienceRef audience = peopleAndAudience(300, 250);
        try (AudienceBridge bridge = keeping("a secret of ours")) {
            bridge.importAudience(request(audience, "Kept"));
            now = now.plus(Duration.ofDays(8));

            MatchPlan plan =
                    bridge.importAudience(request(audience, "Kept")).matched().orElseThrow();

            assertThat(plan.because()).contains("built 8 days ago");
            assertThat(counted.everybody).isEqualTo(2);
        }
    }

    @Test
    void a_purged_copy_is_gone_and_both_doors_can_purge() {
        AudienceRef audience = peopleAndAudience(300, 250);
        try (AudienceBridge bridge = keeping("a secret of ours")) {
            bridge.importAudience(request(audience, "Kept"));
        }

        try (AudienceBridge without = builder("kept").build()) {
            assertThat(without.purgeRecipientIndex(CRM)).isEqualTo(1);
            assertThat(without.attempts().purgeRecipientIndex(CRM).get()).isZero();
        }
    }

    @Test
    void a_route_that_cannot_be_gone_is_refused() {
        AudienceRef audience = peopleAndAudience(3, 2);
        try (AudienceBridge bridge =
                builder("plain").matchBy(KeyRoute.KEPT_INDEX).build()) {
            assertThatThrownBy(() -> bridge.importAudience(request(audience, "Kept")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("recipientIndex(...)");
        }
    }

    @Test
    void settings_that_cannot_be_are_told_before_anything_is_kept() {
        var settings = RecipientIndexSettings.builder()
                .secret(Secret.of("short"))
                .rebuildAfter(Duration.ofDays(60))
                .build();

        assertThatThrownBy(() -> builder("plain").recipientIndex(settings).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("12 characters")
                .hasMessageContaining("at most the lifetime");
    }

    @Test
    void a_cipher_that_the_bridge_was_not_given_is_named_before_anything_is_sent() {
        AudienceRef audience = peopleAndAudience(3, 2);
        DeclaredIdCipher cipher = DeclaredIdCipher.of(
                        "crm-ids",
                        Secret.of("0123456789abcdef0123456789abcdef"),
                        Secret.of("fedcba9876543210fedcba9876543210"))
                .get();
        DataSource encrypted = DataSource.builder()
                .id(8)
                .destinationId(5)
                .key(Declared.builder()
                        .field("id")
                        .wire(KeyForm.ENCRYPTED)
                        .cipher(cipher)
                        .build())
                .build();
        try (AudienceBridge bridge = builder("plain").build()) {
            assertThatThrownBy(() -> bridge.importAudience(ImportRequest.builder()
                            .from(request(audience, "Kept"))
                            .dataSource(encrypted)
                            .build()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("'crm-ids'")
                    .hasMessageContaining("declaredIds(...)");
        }
    }

    private Receipt imported(KeyRoute route, AudienceRef audience, String list, String folder) {
        try (AudienceBridge bridge = builder(folder)
                .recipientIndex(Secret.of("a secret of ours"))
                .matchBy(route)
                .build()) {
            return bridge.importAudience(request(audience, list));
        }
    }

    private void assertSameAsAScan(AudienceRef audience, Receipt receipt) {
        try (AudienceBridge scanning = builder("scan").matchBy(KeyRoute.SCAN).build()) {
            Receipt scanned = scanning.importAudience(request(audience, "Scanned"));

            assertThat(receipt.imported().orElseThrow().match())
                    .isEqualTo(scanned.imported().orElseThrow().match());
            assertThat(crm.recipientsIn(crm.named("Kept").get()))
                    .isEqualTo(crm.recipientsIn(crm.named("Scanned").get()));
            counted.everybody--;
        }
    }

    private AudienceRef peopleAndAudience(int people, int members) {
        for (int person = 0; person < people; person++) {
            put(person, person);
        }
        List<String> keys = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            keys.add(visitor(member));
        }
        return cloud.audience("Everybody", keys.toArray(String[]::new));
    }

    private void change(int person, Random random) {
        int[] keys = random.ints(random.nextInt(3), 0, 64).toArray();
        crm.with(recipient(person, keys).optedOut(random.nextInt(6) == 0).build());
    }

    private void put(int person, int... keys) {
        crm.with(recipient(person, keys).build());
    }

    private static InMemoryRecipient.Builder recipient(int person, int... keys) {
        InMemoryRecipient.Builder recipient = InMemoryRecipient.builder().id(RecipientId.of(person));
        for (int key : keys) {
            recipient.addSourceIds(visitor(key));
        }
        return recipient;
    }

    private static String visitor(int number) {
        return "%038d".formatted(number);
    }

    private static ImportRequest request(AudienceRef audience, String list) {
        return ImportRequest.builder()
                .audience(audience)
                .into(CRM)
                .list(list)
                .dataSource(VISITOR)
                .build();
    }

    private AudienceBridge keeping(String secret) {
        return builder("kept").recipientIndex(Secret.of(secret)).build();
    }

    private AudienceBridgeBuilder builder(String folder) {
        return AudienceBridge.builder()
                .connect(CRM, counted)
                .connect(CLOUD, cloud)
                .clock(() -> now)
                .home(home.resolve(folder));
    }
}
