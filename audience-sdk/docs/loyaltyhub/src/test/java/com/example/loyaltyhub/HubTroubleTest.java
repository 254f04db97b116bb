// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.BareContext;
import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.system.Secret;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the contracts cannot know: the hub's own ways to be in trouble. */
final class HubTroubleTest {
    private static final DataSource DECLARED = DataSource.builder()
            .id(7)
            .key(Declared.builder().field("declaredId").build())
            .build();

    @Test
    void a_hub_that_is_busy_for_a_moment_is_asked_again() throws Exception {
        try (HubBench bench = new HubBench();
                Connector connector = bench.with(List.of(new ListedPerson(1, "A-1", false))).connect()) {
            bench.hub.failNext(503, 429);

            KeySource keys = connector
                    .ability(KeyReader.class)
                    .get()
                    .allKeys(DECLARED, Calls.ample())
                    .get();

            assertThat(keys.next().get().get().size()).isEqualTo(1);
            assertThat(bench.hub.requests()).containsExactly("GET /members", "GET /members", "GET /members");
        }
    }

    @Test
    void a_wrong_key_is_access_denied_and_not_repeated() throws Exception {
        try (HubBench bench = new HubBench();
                Connector connector = new LoyaltyHubConnectorFactory()
                        .connect(
                                LoyaltyHubSettings.of(bench.hub.uri(), Secret.of("wrong")),
                                new BareContext(InstantSource.system()))
                        .get()) {
            BridgeError error = connector
                    .ability(KeyReader.class)
                    .get()
                    .allKeys(DECLARED, Calls.ample())
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(bench.hub.requests()).hasSize(1);
        }
    }

    @Test
    void a_field_that_the_hub_does_not_have_is_refused_before_anything_is_read() throws Exception {
        DataSource unknown = DataSource.builder()
                .id(8)
                .key(Declared.builder().field("shoeSize").build())
                .build();
        try (HubBench bench = new HubBench();
                Connector connector = bench.connect()) {
            BridgeError error = connector
                    .ability(KeyReader.class)
                    .get()
                    .allKeys(unknown, Calls.ample())
                    .getLeft();

            assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        }
    }
}
