// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.audiencemanager.SandboxAudienceManager;
import io.audiencebridge.sdk.InvalidRequestException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data sources of the guides "data sources" and "hashed and encrypted ids", each shared by. */
final class DataSourcesGuideTest {
    private static final List<SeedRecipient> PEOPLE = People.withoutSharedKeys(20);

    @TempDir
    private Path home;

    private Journey journey;

    @BeforeEach
    void start() {
        journey = Journey.linking(PEOPLE, home);
    }

    @AfterEach
    void stop() {
        journey.close();
    }

    @Test
    void by_visitor_id() {
        long visitorDataSource = data().visitorDataSourceId();
        long destination = data().visitorDestinationId();

        DataSource visitors = DataSource.builder()
                .id(visitorDataSource)
                .key(new Visitor())
                .destinationId(destination)
                .build();

        assertThat(ids(visitors)).isNotEmpty().allMatch(id -> id.matches("\\d{38}"));
    }

    @Test
    void by_a_declared_id() {
        long declaredDataSource = data().declaredDataSourceId();
        long destination = data().declaredDestinationId();
        long mergeRule = data().mergeRuleDataSourceId();

        DataSource customers = DataSource.builder()
                .id(declaredDataSource)
                .key(Declared.builder().field("declaredId").build())
                .integrationCode(IntegrationCode.ADOBE_CAMPAIGN_ID)
                .mergeRuleDataSourceId(mergeRule)
                .destinationId(destination)
                .build();

        assertThat(ids(customers)).isNotEmpty().allMatch(id -> id.matches("CRM-\\d{8}"));
    }

    @Test
    void an_e_mail_travels_hashed_and_a_plain_one_never() {
        Declared hashed = Declared.builder()
                .field("email")
                .content(KeyContent.EMAIL)
                .wire(KeyForm.SHA256)
                .build();
        Declared plain =
                Declared.builder().field("email").content(KeyContent.EMAIL).build();

        assertThat(ids(declared(hashed))).isNotEmpty().allMatch(id -> id.matches("[0-9a-f]{64}"));
        Assertions.assertThatThrownBy(() -> ids(declared(plain)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageNotContaining("example.com");
    }

    @Test
    void what_is_stored_hashed_is_not_hashed_again() {
        Declared stored = Declared.builder()
                .field("emailSha256")
                .content(KeyContent.EMAIL)
                .stored(KeyForm.SHA256)
                .wire(KeyForm.SHA256)
                .build();

        assertThat(stored.stored()).isEqualTo(stored.wire());
    }

    @Test
    void an_e_mail_travels_encrypted() {
        String keyHex = "000102030405060708090a0b0c0d0e0f";
        String vectorHex = "101112131415161718191a1b1c1d1e1f";

        DeclaredIdCipher cipher = DeclaredIdCipher.of("campaign", Secret.of(keyHex), Secret.of(vectorHex))
                .get();
        Declared encrypted = Declared.builder()
                .field("email")
                .content(KeyContent.EMAIL)
                .wire(KeyForm.ENCRYPTED)
                .cipher(cipher)
                .build();

        assertThat(ids(declared(encrypted))).isNotEmpty().allMatch(id -> id.matches("([0-9a-f]{32})+"));
    }

    private DataSource declared(Declared key) {
        return DataSource.builder()
                .from(KeyKind.DECLARED_PLAIN.dataSource(journey.sandbox))
                .key(key)
                .build();
    }

    private SandboxAudienceManager data() {
        return journey.sandbox.audienceManagerData();
    }

    /** Shares everybody and looks what arrived. */
    private List<String> ids(DataSource source) {
        Receipt receipt = journey.shared(journey.everybody(), "Guided " + source.id(), source);
        assertThat(receipt.state().isDelivered()).isTrue();
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
        String audience = journey.audienceTitled("Guided " + source.id()).id();
        List<String> members = data().members(audience, source.id());
        assertThat(members).noneMatch(id -> id.toLowerCase(Locale.ROOT).contains("@"));
        return members;
    }
}
