// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.AmcDataSource;
import io.audiencebridge.adapter.campaign.client.AmcDataSources;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import org.junit.jupiter.api.Test;

/** AMC data sources, through the client. */
class KeepingDataSourcesTest {
    private static final CallOptions USUAL = CallOptions.standard();

    @Test
    void the_default_one_is_found_by_name_and_by_its_number_and_described() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(AmcDataSources.class);

            var byName = client.find("defaultDataSource", USUAL).get();
            var byNumber = client.of(13701, USUAL).get();
            var described = client.describe(byName).get();

            assertThat(byNumber).isEqualTo(byName);
            assertThat(byName.label()).isEqualTo("Recipient - Visitor ID");
            assertThat(byName.visitor()).isTrue();
            assertThat(described.key()).isEqualTo(new Visitor());
            assertThat(described.destinationId()).hasValue(20101);
            assertThat(client.all(USUAL).get()).contains(byName).hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_new_one_is_stored_and_the_same_name_again_changes_it() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(AmcDataSources.class);
            var draft = AmcDataSource.builder()
                    .name("hashedMail")
                    .label("Recipient - hashed <e-mail>")
                    .dataSourceId(13999)
                    .destinationId(20999)
                    .reconciliationKey("@email")
                    .hashAlgorithm("SHA256")
                    .visitor(false);

            var stored = client.save(draft.build(), USUAL).get();
            var changed = client.save(draft.label("Mail").build(), USUAL).get();

            assertThat(stored.id()).isNotEmpty();
            assertThat(stored.label()).isEqualTo("Recipient - hashed <e-mail>");
            assertThat(changed.id()).isEqualTo(stored.id());
            assertThat(client.describe(changed).get().key())
                    .isEqualTo(Declared.builder()
                            .field("email")
                            .content(KeyContent.EMAIL)
                            .wire(KeyForm.SHA256)
                            .build());
        }
    }

    @Test
    void one_that_is_not_there_or_there_twice_is_told() {
        try (var works = Works.with(person("1"))) {
            var client = works.ability(AmcDataSources.class);
            client.save(
                            AmcDataSource.builder()
                                    .name("second")
                                    .label("Second")
                                    .dataSourceId(13701)
                                    .reconciliationKey("@email")
                                    .visitor(false)
                                    .build(),
                            USUAL)
                    .get();

            assertThat(client.of(4711, USUAL).getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(client.of(13701, USUAL).getLeft().message()).contains("defaultDataSource", "second");
            assertThat(client.find("none", USUAL).getLeft()).isInstanceOf(BridgeError.NotFound.class);
        }
    }
}
