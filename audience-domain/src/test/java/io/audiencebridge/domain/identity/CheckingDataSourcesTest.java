// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.system.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingDataSourcesTest {
    private static final DeclaredIdCipher CIPHER = DeclaredIdCipher.of(
                    "crm", Secret.of("000102030405060708090a0b0c0d0e0f"), Secret.of("101112131415161718191a1b1c1d1e1f"))
            .get();

    @Test
    void a_data_source_is_of_recipients_and_shared_through_audience_manager_unless_it_is_told_otherwise() {
        DataSource source = DataSource.visitor(39217);

        assertThat(source.id()).isEqualTo(39217);
        assertThat(source.key()).isEqualTo(new ReconciliationKey.Visitor());
        assertThat(source.integration()).isEqualTo(Integration.AUDIENCE_MANAGER);
        assertThat(source.targetingDimension()).isEqualTo("nms:recipient");
    }

    @Test
    void a_declared_key_is_a_plain_number_of_the_customers_unless_it_is_told_otherwise() {
        Declared key = Declared.builder().field("crmId").build();

        assertThat(key.content()).isEqualTo(KeyContent.OPAQUE);
        assertThat(key.stored()).isEqualTo(KeyForm.PLAIN);
        assertThat(key.wire()).isEqualTo(KeyForm.PLAIN);
        assertThat(key.cipher()).isEmpty();
    }

    @Test
    void a_data_source_of_visitor_ids_is_ready_to_be_shared() {
        assertThat(DataSourceRules.forSharing(DataSource.visitor(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void a_data_source_that_adobe_has_not_provisioned_has_no_id(long id) {
        assertThat(DataSourceRules.forSharing(DataSource.visitor(id)))
                .containsExactly(new Violation(
                        "dataSource.id",
                        id + " is no data source id; Campaign shows 0 until Adobe has provisioned the data source"));
    }

    @Test
    void only_recipients_are_supported() {
        DataSource source = DataSource.builder()
                .id(1)
                .key(new ReconciliationKey.Visitor())
                .targetingDimension("cus:account")
                .build();

        assertThat(DataSourceRules.forSharing(source))
                .containsExactly(new Violation(
                        "dataSource.targetingDimension", "'cus:account' is not supported; use nms:recipient"));
    }

    @Test
    void an_import_needs_the_destination_that_its_members_are_delivered_to() {
        DataSource source = DataSource.visitor(1);

        assertThat(DataSourceRules.forImport(source))
                .extracting(Violation::subject)
                .containsExactly("dataSource.destinationId");
        assertThat(DataSourceRules.forImport(source).head().message()).contains("AAM Destination ID");
        assertThat(DataSourceRules.forImport(
                        DataSource.builder().from(source).destinationId(7).build()))
                .isEmpty();
    }

    @Test
    void a_share_by_declared_id_needs_a_merge_rule() {
        Declared key = declared(KeyContent.EMAIL, KeyForm.PLAIN, KeyForm.SHA256);

        assertThat(DataSourceRules.forSharing(source(key)))
                .extracting(Violation::subject)
                .containsExactly("dataSource.mergeRuleDataSourceId");
        assertThat(DataSourceRules.forSharing(DataSource.builder()
                        .from(source(key))
                        .mergeRuleDataSourceId(9)
                        .build()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EMAIL", "PHONE"})
    void what_names_a_person_must_not_leave_campaign_plain(KeyContent content) {
        assertThat(DataSourceRules.forLinking(source(declared(content, KeyForm.PLAIN, KeyForm.PLAIN))))
                .containsExactly(new Violation(
                        "dataSource.key.wire",
                        "Plain " + content
                                + " must not leave Campaign; use wire form SHA256 or ENCRYPTED (SEMANTICS S18)"));
    }

    @ParameterizedTest
    @CsvSource({"PLAIN", "ENCRYPTED"})
    void a_hash_cannot_become_anything_else(KeyForm wire) {
        Declared key = Declared.builder()
                .from(declared(KeyContent.OPAQUE, KeyForm.SHA256, wire))
                .cipher(CIPHER)
                .build();

        assertThat(DataSourceRules.forLinking(source(key)))
                .containsExactly(new Violation(
                        "dataSource.key.stored", "A hashed field cannot travel " + wire + "; use wire form SHA256"));
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, PLAIN, 0",
        "PLAIN, SHA256, 0",
        "SHA256, SHA256, 0",
        "ENCRYPTED, ENCRYPTED, 0",
        "PLAIN, ENCRYPTED, 1",
        "ENCRYPTED, PLAIN, 1",
        "ENCRYPTED, SHA256, 1"
    })
    void a_cipher_is_needed_where_a_key_is_encrypted_or_decrypted(KeyForm stored, KeyForm wire, int lacking) {
        Declared key = declared(KeyContent.OPAQUE, stored, wire);

        assertThat(DataSourceRules.forLinking(source(key)))
                .extracting(Violation::subject)
                .hasSize(lacking)
                .allMatch("dataSource.key.cipher"::equals);
        assertThat(DataSourceRules.forLinking(
                        source(Declared.builder().from(key).cipher(CIPHER).build())))
                .isEmpty();
    }

    @Test
    void a_declared_id_needs_its_field() {
        Declared key = Declared.builder().field(" ").build();

        assertThat(DataSourceRules.forReceiving(key))
                .containsExactly(new Violation(
                        "dataSource.key.field",
                        "A declared id needs the recipient's field that holds it, such as email"));
    }

    @Test
    void receiving_takes_visitor_ids_and_plain_addresses_since_nothing_leaves() {
        assertThat(DataSourceRules.forReceiving(new ReconciliationKey.Visitor()))
                .isEmpty();
        assertThat(DataSourceRules.forReceiving(declared(KeyContent.EMAIL, KeyForm.PLAIN, KeyForm.PLAIN)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PLAIN, ENCRYPTED", "ENCRYPTED, PLAIN", "ENCRYPTED, ENCRYPTED"})
    void receiving_needs_a_cipher_where_either_side_is_encrypted(KeyForm stored, KeyForm wire) {
        assertThat(DataSourceRules.forReceiving(declared(KeyContent.OPAQUE, stored, wire)))
                .containsExactly(new Violation(
                        "dataSource.key.cipher",
                        "An encrypted key needs a DeclaredIdCipher with Campaign's key and vector"));
    }

    @Test
    void a_visitor_is_linked_with_a_declared_id_only() {
        assertThat(DataSourceRules.forLinking(DataSource.visitor(1)))
                .containsExactly(
                        new Violation(
                                "dataSource.key",
                                "A visitor is linked with a declared id; use a data source with a declared key, not a visitor id"));
    }

    @Test
    void ids_are_synchronised_between_two_data_sources() {
        DataSource declared = source(declared(KeyContent.OPAQUE, KeyForm.PLAIN, KeyForm.PLAIN));

        assertThat(DataSourceRules.forSyncing(DataSource.visitor(2), declared)).isEmpty();
        assertThat(DataSourceRules.forSyncing(DataSource.visitor(1), declared))
                .containsExactly(new Violation("dataSource.id", "1 cannot hold visitor ids and declared ids at once"));
        assertThat(DataSourceRules.forSyncing(DataSource.visitor(0), DataSource.visitor(3)))
                .extracting(Violation::subject)
                .containsExactly("dataSource.key", "dataSource.id");
    }

    @ParameterizedTest
    @EnumSource(Integration.class)
    void who_leaves_people_loses_id_synchronisations_unless_somebody_helps(Integration before) {
        assertThat(DataSourceRules.whenSwitching(before, Integration.AUDIENCE_MANAGER)
                        .isDefined())
                .isEqualTo(before == Integration.PEOPLE);
        assertThat(DataSourceRules.whenSwitching(before, Integration.PEOPLE)).isEmpty();
        assertThat(DataSourceRules.whenSwitching(Integration.PEOPLE, Integration.AUDIENCE_MANAGER)
                        .get())
                .contains("Audience Manager consultant");
    }

    @Test
    void a_key_that_was_never_checked_is_not_encrypted_without_a_cipher() {
        Declared key = declared(KeyContent.OPAQUE, KeyForm.PLAIN, KeyForm.ENCRYPTED);

        assertThatThrownBy(() -> KeyTranslator.storedToWire(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DataSourceRules");
        assertThat(DataSourceRules.cipher(
                        Declared.builder().from(key).cipher(CIPHER).build()))
                .isSameAs(CIPHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "AdobeCampaignID", "my code"})
    void an_integration_code_is_the_customers_own_text(String text) {
        assertThat(IntegrationCode.parse(text).get()).hasToString(text);
        assertThat(IntegrationCode.ADOBE_CAMPAIGN_ID).hasToString("AdobeCampaignID");
    }

    @Test
    void an_integration_code_has_255_characters_at_most() {
        assertThat(IntegrationCode.parse("x".repeat(255)).isRight()).isTrue();
        assertThat(IntegrationCode.parse("x".repeat(256)).isLeft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\tb", "a\u0085b"})
    void a_blank_integration_code_or_one_with_a_control_character_is_refused(String text) {
        assertThat(IntegrationCode.parse(text).getLeft())
                .isEqualTo(new Violation(
                        "integration code", "'" + text + "' must have 1 to 255 characters and no control character"));
    }

    @Test
    void an_organisation_id_prints_itself() {
        assertThat(ImsOrgId.parse("5BFE274A5F6980A50A495C08@AdobeOrg").get())
                .hasToString("5BFE274A5F6980A50A495C08@AdobeOrg");
    }

    private static DataSource source(Declared key) {
        return DataSource.builder()
                .id(1)
                .key(key)
                .integrationCode(Optional.empty())
                .build();
    }

    private static Declared declared(KeyContent content, KeyForm stored, KeyForm wire) {
        return Declared.builder()
                .field("field")
                .content(content)
                .stored(stored)
                .wire(wire)
                .build();
    }
}
