// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.AudienceManagerClient;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.LegacySignIn;
import io.audiencebridge.adapter.audiencemanager.client.SegmentQuery;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.Secret;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are revoked while a run is under way, of both kinds of sign-in. */
class LosingTheSignInTest {
    private static final CallOptions OPTIONS = CallOptions.standard();
    private static final String TOKEN = "POST /oauth/token";

    private final ConnectorBench bench = new ConnectorBench();

    LosingTheSignInTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_token_revoked_between_two_pages_is_replaced_and_no_page_is_lost() {
        bench.api
                .answers("GET /v1/segments/", 200, "{'total':3,'page':0,'pageSize':2,'list':[{'sid':1},{'sid':2}]}")
                .answers("GET /v1/segments/", 401, "{}")
                .answers("GET /v1/segments/", 200, "{'total':3,'page':1,'pageSize':2,'list':[{'sid':3}]}");

        var all = bench.ability(AudienceManagerClient.class)
                .segments()
                .list(SegmentQuery.all(), OPTIONS)
                .all();

        assertThat(all.get().map(segment -> segment.sid())).containsExactly(1L, 2L, 3L);
        assertThat(authorizations()).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
    }

    /** A request that is answered 401 did nothing, so even a creation goes out again. */
    @Test
    void a_creation_refused_for_its_token_is_made_once() {
        bench.api.answers("POST /v1/traits/", 401, "{}").answers("POST /v1/traits/", 201, "{'sid':1,'dataSourceId':5}");

        var created = bench.ability(AudienceManagerClient.class)
                .traits()
                .create(TraitDraft.onboarded("Gold", 5).build(), OPTIONS);

        assertThat(created.get().sid()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Access token expired: 3f2c-1", "Oauth token is not valid"})
    void a_token_refused_for_ever_is_access_denied_after_two_tries(String words) {
        bench.api.answers("GET /v1/users/self", 401, "{'message':'" + words + "'}");

        BridgeError error =
                bench.ability(AudienceManagerClient.class).self(OPTIONS).getLeft();

        assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
        assertThat(bench.api.lines()).hasSize(2);
    }

    @Test
    void a_legacy_token_names_no_key_and_no_organisation_and_is_replaced_too() {
        bench.api
                .answers(TOKEN, 200, "{'access_token':'3f2c-1','expires_in':21922}")
                .answers(TOKEN, 200, "{'access_token':'3f2c-2','expires_in':21922}")
                .answers("GET /v1/users/self", 200, "{'pid':9}")
                .answers("GET /v1/users/self", 401, "{}")
                .answers("GET /v1/users/self", 200, "{'pid':9}");
        try (Connector connector =
                bench.connect(AudienceManagerSettings.builder().legacySignIn(legacy()))) {
            AudienceManagerClient client =
                    connector.ability(AudienceManagerClient.class).get();

            client.self(OPTIONS).get();
            var after = client.self(OPTIONS);

            assertThat(after.get().pid()).isEqualTo(9);
            assertThat(bench.api.lines())
                    .containsExactly(TOKEN, "GET /v1/users/self", "GET /v1/users/self", TOKEN, "GET /v1/users/self");
            var headers = bench.api.requests().get(4).getHeaders();
            assertThat(headers.get("Authorization")).isEqualTo("Bearer 3f2c-2");
            assertThat(headers.get("x-api-key")).isNull();
            assertThat(headers.get("x-gw-ims-org-id")).isNull();
        }
    }

    private LegacySignIn legacy() {
        return LegacySignIn.builder()
                .clientId("client")
                .clientSecret(Secret.of("secret"))
                .username("user")
                .password(Secret.of("password"))
                .uri(bench.api.uri())
                .build();
    }

    private List<String> authorizations() {
        return bench.api.requests().stream()
                .map(request -> String.valueOf(request.getHeaders().get("Authorization")))
                .toList();
    }
}
