// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.AmcDataSource;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaign's data sources as the domain's. */
class DescribingDataSourcesTest {
    private static final DataSourceReading READING = new DataSourceReading("[trackingLog/@sourceId]");

    @Test
    void a_visitor_data_source_has_the_visitor_key_and_its_destination() {
        var described = READING.of(source().visitor(true)
                        .reconciliationKey("[trackingLog/@sourceId]")
                        .destinationId(20101)
                        .build())
                .get();

        assertThat(described.id()).isEqualTo(13701);
        assertThat(described.key()).isEqualTo(new Visitor());
        assertThat(described.destinationId()).hasValue(20101);
    }

    @ParameterizedTest
    @CsvSource({
        "@declaredId, none, declaredId, OPAQUE, PLAIN",
        "[@email], SHA256, email, EMAIL, SHA256",
        "@mobilePhone, sha-256, mobilePhone, PHONE, SHA256",
        "[location/@city], '', location/@city, OPAQUE, PLAIN"
    })
    void a_declared_one_has_its_field_and_forms(
            String path, String algorithm, String field, KeyContent content, KeyForm wire) {
        var described = READING.of(source().visitor(false)
                        .reconciliationKey(path)
                        .hashAlgorithm(algorithm)
                        .build())
                .get();

        assertThat(described.key())
                .isEqualTo(Declared.builder()
                        .field(field)
                        .content(content)
                        .wire(wire)
                        .build());
        assertThat(described.destinationId()).isEmpty();
    }

    @Test
    void one_that_is_not_provisioned_or_hashes_otherwise_is_refused_by_name() {
        var unprovisioned = READING.of(
                source().visitor(true).dataSourceId(0).reconciliationKey("x").build());
        var otherwise = READING.of(source().visitor(false)
                .reconciliationKey("@email")
                .hashAlgorithm("MD5")
                .build());

        assertThat(unprovisioned.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(unprovisioned.getLeft().message()).contains("'defaultDataSource'", "provision");
        assertThat(otherwise.getLeft().message()).contains("'MD5'", "SHA256");
    }

    private static AmcDataSource.Builder source() {
        return AmcDataSource.builder()
                .name("defaultDataSource")
                .label("Recipient - Visitor ID")
                .dataSourceId(13701);
    }
}
