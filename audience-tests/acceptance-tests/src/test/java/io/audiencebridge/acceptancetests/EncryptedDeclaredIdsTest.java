// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkOrigin;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.sharing.LinkRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.experiencecloud.SandboxBrowser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses leave encrypted, stay so in Audience Manager, and name the same people when they come back. */
final class EncryptedDeclaredIdsTest {
    private static final String AUDIENCE = "Gold";
    private static final String LIST = "Gold again";

    /** {@code ann@x.org} by a key of 128 bits. */
    private static final String ANN = "3dae8bec72207be78fa8b52c6d18da05";

    @TempDir
    private Path home;

    @Test
    void the_same_people_come_back_and_audience_manager_sees_no_address() {
        List<SeedRecipient> people = People.withoutSharedKeys(60);
        Oracle oracle = new Oracle(people, KeyKind.DECLARED_SHA256);
        try (Journey journey = Journey.linking(people, home)) {
            DataSource source = encrypted(journey);

            Receipt shared = journey.shared(journey.everybody(), AUDIENCE, source);
            journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
            Receipt imported = journey.bridge.importAudience(journey.importOf(AUDIENCE, LIST, source));

            assertThat(shared.state()).isEqualTo(RunState.DELIVERED);
            assertThat(shared.exported().orElseThrow().shared()).isEqualTo(oracle.shared());
            assertThat(imported.imported().orElseThrow().match().unmatched()).isZero();
            assertThat(journey.membersOf(LIST)).isEqualTo(oracle.back());
            assertThat(members(journey, source))
                    .hasSize(oracle.travelling().size())
                    .allMatch(id -> id.matches("([0-9a-f]{32})+"));
        }
    }

    @Test
    void a_browser_is_linked_with_the_encrypted_address() throws Exception {
        try (Journey journey =
                Journey.linking(List.of(new SeedRecipient("1", "Ann@X.org", "CRM-00000001", List.of(), false)), home)) {
            DataSource source = encrypted(journey);
            SandboxBrowser browser = journey.sandbox.newBrowser().visit();

            LinkOutcome linked = journey.bridge.link(LinkRequest.builder()
                    .visitor(new WebVisitor.Cookies(browser.cookies()))
                    .recipient("Ann@X.org")
                    .dataSource(source)
                    .origin(LinkOrigin.LOGIN)
                    .build());

            assertThat(linked).isEqualTo(LinkOutcome.LINKED);
            assertThat(journey.sandbox.audienceManagerData().devices(source.id(), ANN))
                    .hasSize(1);
        }
    }

    private static DataSource encrypted(Journey journey) {
        return DataSource.builder()
                .from(KeyKind.DECLARED_SHA256.dataSource(journey.sandbox))
                .key(Declared.builder()
                        .field("email")
                        .content(KeyContent.EMAIL)
                        .wire(KeyForm.ENCRYPTED)
                        .cipher(Journey.declaredIds())
                        .build())
                .build();
    }

    private static List<String> members(Journey journey, DataSource source) {
        AudienceRef audience = journey.audienceTitled(AUDIENCE);
        return journey.sandbox.audienceManagerData().members(audience.id(), source.id());
    }
}
