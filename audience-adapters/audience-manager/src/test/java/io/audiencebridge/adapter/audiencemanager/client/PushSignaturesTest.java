// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden cases: audience-manager.md, sections 5.7 and 8.7. */
final class PushSignaturesTest {
    private static final Secret KEY = Secret.of("sample_partner_private_key");
    private static final byte[] BODY = "POST message content".getBytes(StandardCharsets.UTF_8);
    private static final String SHA1 = "+wFdR/afZNoVqtGl8/e1KJ4ykPU=";

    @ParameterizedTest
    @CsvSource({
        "SHA1,+wFdR/afZNoVqtGl8/e1KJ4ykPU=",
        "SHA256,WJzevEtYmeOolVtcXGrcA3KKiTQMTZUfKzCw/ZNz9YU=",
        "MD5,BwA1u1xkb9MNnDgRkyLwlQ=="
    })
    void o05_a_body_is_signed_as_documented(PushKey.Algorithm algorithm, String signature) {
        PushSignatures signatures = signatures(new PushKey(algorithm, KEY));

        assertThat(signatures.signed(post(signature), BODY)).isTrue();
        assertThat(signatures.signed(post(signature), "POST message Content".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void path_and_query_of_a_get_are_signed() {
        PushSignatures signatures = signatures(PushKey.sha1(KEY));
        String signature = "EKanieP0BLD3/hlkM+ELPiKoZ2E=";

        assertThat(signatures.signedTarget(get("/from-aam-s2s?sids=1,2,3", signature)))
                .isTrue();
        assertThat(signatures.signedTarget(get("/from-aam-s2s?sids=1,2,4", signature)))
                .isFalse();
    }

    @Test
    void while_keys_are_replaced_either_is_accepted_in_either_header() {
        PushSignatures signatures = signatures(PushKey.sha256(Secret.of("the next one")), PushKey.sha1(KEY));

        assertThat(signatures.signed(post("bm90IHRoaXMgb25l", SHA1), BODY)).isTrue();
        assertThat(signatures.signed(post(SHA1, "bm90IHRoaXMgb25l"), BODY)).isTrue();
        assertThat(signatures.signed(post("bm90IHRoaXMgb25l, " + SHA1), BODY)).isTrue();
    }

    @Test
    void the_key_of_yesterday_is_refused_once_it_was_removed() {
        assertThat(signatures(PushKey.sha256(Secret.of("the next one"))).signed(post(SHA1), BODY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "+wFdR/afZNoVqtGl8/e1KJ4ykPU",
                "-wFdR_afZNoVqtGl8_e1KJ4ykPU=",
                "sha1=+wFdR/afZNoVqtGl8/e1KJ4ykPU=",
                "+WFDR/afZNoVqtGl8/e1KJ4ykPU=",
                "fb015d47f69f64da15aad1a5f3f7b5289e3290f5"
            })
    void anything_else_is_no_signature(String signature) {
        assertThat(signatures(PushKey.sha1(KEY)).signed(post(signature), BODY)).isFalse();
    }

    @Test
    void a_hundred_signatures_are_not_tried() {
        String many = "AAAA,".repeat(100) + SHA1;

        assertThat(signatures(PushKey.sha1(KEY)).signed(post(many), BODY)).isFalse();
        assertThat(signatures(PushKey.sha1(KEY)).signed(post(), BODY)).isFalse();
    }

    @Test
    void a_header_of_the_receivers_choice_holds_it_whatever_its_case() {
        PushSettings settings = PushSettings.builder()
                .addKeys(PushKey.sha1(KEY))
                .signatureHeader("X-From-AAM")
                .build();
        PushRequest request = PushRequest.of("POST", "/", Map.of("x-from-aam", List.of(SHA1)), BODY);

        assertThat(PushSignatures.of(settings).get().signed(request, BODY)).isTrue();
        assertThat(PushSignatures.of(settings).get().signed(post(SHA1), BODY)).isFalse();
    }

    @Test
    void a_receiver_without_a_key_is_refused_with_all_mistakes_at_once() {
        BridgeError none = PushSignatures.of(
                        PushSettings.builder().signatureHeader(" ").build())
                .getLeft();
        BridgeError empty =
                PushSignatures.of(PushSettings.of(PushKey.md5(Secret.of("")))).getLeft();

        assertThat(none.code()).isEqualTo("InvalidRequest");
        assertThat(none.message()).contains("keys").contains("signatureHeader");
        assertThat(empty.message()).contains("empty");
    }

    @Test
    void a_key_that_was_closed_is_refused_and_one_that_is_closed_afterwards_still_counts() {
        Secret closed = Secret.of("sample_partner_private_key");
        Secret open = Secret.of("sample_partner_private_key");
        closed.close();

        BridgeError refused =
                PushSignatures.of(PushSettings.of(PushKey.sha1(closed))).getLeft();
        PushSignatures signatures = signatures(PushKey.sha1(open));
        open.close();

        assertThat(refused.code()).isEqualTo("InvalidRequest");
        assertThat(refused.message()).contains("keys").contains("closed").doesNotContain("private_key");
        assertThat(signatures.signed(post(SHA1), BODY)).isTrue();
    }

    @Test
    void nothing_prints_a_key() {
        assertThat(PushSettings.of(PushKey.sha1(KEY)).toString())
                .contains("SHA1")
                .doesNotContain("private_key");
    }

    private static PushSignatures signatures(PushKey... keys) {
        return PushSignatures.of(PushSettings.of(keys)).get();
    }

    private static PushRequest post(String... signatures) {
        return PushRequest.of("POST", "/", Map.of("X-Signature", List.of(signatures)), BODY);
    }

    private static PushRequest get(String target, String signature) {
        return PushRequest.of("GET", target, Map.of("X-Signature", List.of(signature)), new byte[0]);
    }
}
