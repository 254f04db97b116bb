// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.ImsOrgId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupplementalDataTest {
    private static final ImsOrgId OWN = new ImsOrgId("FAF554945B90342F0A495E2C@AdobeOrg");
    private static final Instant WRITTEN = Instant.ofEpochSecond(1_641_432_103);
    private static final SupplementalData DATA = SupplementalData.builder()
            .id("7996F0B028999505-13DA591039D6226")
            .organisation(OWN)
            .written(WRITTEN)
            .build();

    @ParameterizedTest
    @CsvSource({"0, true", "29, true", "30, false", "-29, true", "-30, false"})
    void it_is_good_for_less_than_thirty_seconds(int age, boolean good) {
        var read =
                SupplementalData.read("https://example.org/?" + DATA.parameter() + "#x", OWN, WRITTEN.plusSeconds(age));

        assertThat(read.isRight()).isEqualTo(good);
        read.forEach(found -> assertThat(found).contains(DATA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SDID%3Dx",
                "%",
                "SDID%3D7996F0B028999505-13DA591039D6226%7CMCORGID%3DFAF554945B90342F0A495E2C%40AdobeOrg%7CTS%3Dx"
            })
    void what_is_broken_is_refused(String value) {
        assertThat(SupplementalData.read("adobe_mc_sdid=" + value, OWN, WRITTEN).isLeft())
                .isTrue();
    }

    @Test
    void another_organisation_is_refused_and_an_address_without_it_has_none() {
        ImsOrgId other = new ImsOrgId("5BFE274A5F6980A50A495C08@AdobeOrg");

        assertThat(SupplementalData.read(DATA.parameter(), other, WRITTEN).isLeft())
                .isTrue();
        assertThat(SupplementalData.read("?adobe_mc=1", OWN, WRITTEN).get()).isEmpty();
    }
}
