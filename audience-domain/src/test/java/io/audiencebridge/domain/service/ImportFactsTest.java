// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.system.ConnectionName;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFactsTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_run_that_is_resumed_is_proved_if_it_was_asked_to_be(boolean proof) {
        ImportRequest request = request(proof);

        assertThat(ImportFacts.read(ImportFacts.write(request), Map.of()).get()).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_record_of_before_there_was_proof_asks_for_none(boolean proof) {
        Map<String, String> facts = new TreeMap<>(ImportFacts.write(request(proof)));
        facts.remove("proof");

        assertThat(ImportFacts.read(facts, Map.of()).get()).isEqualTo(request(false));
    }

    private static ImportRequest request(boolean proof) {
        return ImportRequest.builder()
                .audience(new AudienceRef(new ConnectionName("cloud"), "7"))
                .into(new ConnectionName("crm"))
                .list("Gold")
                .dataSource(DataSource.builder()
                        .from(DataSource.visitor(8))
                        .destinationId(5)
                        .build())
                .proof(proof)
                .build();
    }
}
