// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.OptOutReceipt;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.PersonKey;
import io.audiencebridge.domain.sharing.PurgeReport;
import io.audiencebridge.domain.sharing.PurgeRequest;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People and things are forgotten over a home folder (SEMANTICS S23). */
class ForgettingPeopleTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final String VISITOR = "08382830887934830189014177072406221371";
    private static final String SECRET = "a secret that nobody guesses";

    @TempDir
    private Path home;

    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM)
            .with(InMemoryRecipient.builder()
                    .id(RecipientId.of(1))
                    .addSourceIds(VISITOR)
                    .build());
    private final InMemoryConnector cloud = InMemoryConnector.ofKeys(CLOUD).withOptOuts(7);
    private final AudienceRef list = crm.list("Gold", RecipientId.of(1));

    @Test
    void a_later_bridge_on_the_same_home_knows_who_opted_out() throws Exception {
        try (AudienceBridge bridge =
                builder().suppressionSecret(Secret.of(SECRET)).build()) {
            bridge.share(share());
            OptOutReceipt receipt = bridge.optOut(person());
            assertThat(receipt.isComplete()).isTrue();
        }

        try (AudienceBridge later =
                builder().suppressionSecret(Secret.of(SECRET)).build()) {
            var tally = later.share(share()).exported().orElseThrow();
            assertThat(tally.complement().optedOut()).isEqualTo(1);
        }
        assertThat(cloud.keysIn(cloud.named("Gold").get())).isEmpty();
        assertThat(contents()).noneMatch(content -> content.contains(VISITOR) || content.contains(SECRET));
    }

    @Test
    void another_secret_and_none_are_refused_and_a_short_one_is_a_mistake() {
        try (AudienceBridge bridge =
                builder().suppressionSecret(Secret.of(SECRET)).build()) {
            bridge.optOut(person());
        }
        try (AudienceBridge none = builder().build();
                AudienceBridge other =
                        builder().suppressionSecret(Secret.of(SECRET + "!")).build()) {
            assertThatThrownBy(() -> none.share(share()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("suppressionSecret");
            assertThatThrownBy(() -> other.share(share()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("not the one")
                    .hasMessageNotContaining(SECRET);
        }
        assertThatThrownBy(() -> builder().suppressionSecret(Secret.of("short")).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("suppressionSecret")
                .hasMessageContaining("16");
    }

    @Test
    void the_callers_secret_is_neither_needed_after_building_nor_closed_with_the_bridge() {
        Secret gone = Secret.of(SECRET);
        AudienceBridge bridge = builder().suppressionSecret(gone).build();
        gone.close();
        Secret stays = Secret.of(SECRET);
        AudienceBridge second = builder().suppressionSecret(stays).build();

        assertThat(bridge.optOut(person()).isComplete()).isTrue();
        bridge.close();
        second.close();

        assertThat(stays.reveal()).isEqualTo(SECRET);
    }

    @Test
    void a_copy_of_recipients_that_was_built_before_knows_who_opted_out() throws Exception {
        DataSource source = byHashedEmail();
        for (long id = 2; id <= 3; id++) {
            crm.with(InMemoryRecipient.builder()
                    .id(RecipientId.of(id))
                    .putFields("email", "person" + id + "@example.com")
                    .build());
        }
        AudienceRef audience = cloud.audience("Mail", hash("person2@example.com"), hash("person3@example.com"));
        ImportRequest request = ImportRequest.builder()
                .audience(audience)
                .into(CRM)
                .list("Mail")
                .dataSource(source)
                .build();
        AudienceBridgeBuilder kept =
                builder().recipientIndex(Secret.of("a secret for the copy")).matchBy(KeyRoute.KEPT_INDEX);
        try (AudienceBridge bridge = kept.suppressionSecret(Secret.of(SECRET)).build()) {
            var before = bridge.importAudience(request).imported().orElseThrow();
            bridge.optOut(OptOutRequest.builder()
                    .addKeys(new PersonKey(source, "Person2@Example.com"))
                    .build());

            var after = bridge.importAudience(request);

            assertThat(before.listSize()).isEqualTo(2);
            assertThat(after.matched().orElseThrow().route()).isEqualTo(KeyRoute.KEPT_INDEX);
            assertThat(after.imported().orElseThrow().match().suppressed()).isEqualTo(1);
            assertThat(after.imported().orElseThrow().listSize()).isEqualTo(1);
        }
    }

    private static DataSource byHashedEmail() {
        return DataSource.builder()
                .id(14018)
                .destinationId(46392)
                .key(Declared.builder()
                        .field("email")
                        .content(KeyContent.EMAIL)
                        .wire(KeyForm.SHA256)
                        .build())
                .build();
    }

    private static String hash(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    @Test
    void a_home_is_purged_of_what_is_old_and_a_dry_run_says_what_that_is() throws Exception {
        try (AudienceBridge bridge = builder().build()) {
            bridge.share(share());
        }
        Path draft = Files.createFile(home.resolve("journal").resolve("draft-1.tmp"));
        AudienceRef gold = cloud.named("Gold").get();
        Instant later = Instant.now().plus(Duration.ofDays(500));

        try (AudienceBridge bridge = builder().clock(() -> later).build()) {
            PurgeReport would = bridge.purge(PurgeRequest.builder().build());
            assertThat(would.counts()).containsOnlyKeys("LEFT_OVER");
            assertThat(draft).exists();

            PurgeReport did = bridge.purge(
                    PurgeRequest.builder().dryRun(false).addEndedAudiences(gold).build());
            assertThat(did.counts()).containsOnlyKeys("LEFT_OVER", "SHARED_KEYS", "RUN");
            assertThat(did.things()).allSatisfy(thing -> assertThat(thing.age()).isGreaterThan(Duration.ofDays(499)));
        }
        assertThat(contents()).as("the gate of the leases").containsExactly("");
    }

    private AudienceBridgeBuilder builder() {
        return AudienceBridge.builder().connect(CRM, crm).connect(CLOUD, cloud).home(home);
    }

    private static OptOutRequest person() {
        return OptOutRequest.builder()
                .recipient(new RecipientRef(CRM, RecipientId.of(1)))
                .addDataSources(DataSource.visitor(14016))
                .build();
    }

    private ShareRequest share() {
        return ShareRequest.builder()
                .list(list)
                .to(CLOUD)
                .audience("Gold")
                .dataSource(DataSource.visitor(14016))
                .build();
    }

    private Stream<String> contents() throws Exception {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).map(ForgettingPeopleTest::content).toList().stream();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
