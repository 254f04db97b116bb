// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingUpTest {
    @Test
    void every_mistake_is_told_at_once() {
        S3Settings settings = S3Settings.builder()
                .endpoint(URI.create("http://s3.example.com"))
                .bucket("No_Bucket")
                .accessKey("AKIDEXAMPLE")
                .partBytes(1000)
                .build();

        BridgeError error = new S3ExchangeFactory().open(settings).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message())
                .contains("bucket: 'No_Bucket'", "endpoint: plain http to s3.example.com", "secretKey:", "partBytes:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://10.0.0.1", "http://127.0.0.1.example.com", "ftp://localhost", "https://k:s@host", "s3"})
    void an_endpoint_that_could_give_the_keys_away_is_refused(String endpoint) {
        S3Settings settings = settings().endpoint(URI.create(endpoint)).build();

        BridgeError error = new S3ExchangeFactory().open(settings).getLeft();

        assertThat(error.message()).contains("endpoint:").doesNotContain("k:s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:9000", "https://s3.example.com"})
    void this_machine_and_https_will_do(String endpoint) {
        S3Settings settings = settings().endpoint(URI.create(endpoint)).build();

        assertThat(new S3ExchangeFactory()
                        .open(settings)
                        .peek(open -> open.close())
                        .isRight())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/partner", "partner/", "a/../b"})
    void a_prefix_is_a_plain_folder(String prefix) {
        S3Settings settings = settings().prefix(prefix).build();

        assertThat(new S3ExchangeFactory().open(settings).getLeft().message()).contains("prefix:");
    }

    @Test
    void settings_print_no_secret() {
        S3Settings settings = settings().build();

        assertThat(settings.toString()).contains("bucket").doesNotContain("very-secret");
    }

    private static S3Settings.Builder settings() {
        return S3Settings.builder().bucket("bucket").accessKey("AKIDEXAMPLE").secretKey(Secret.of("very-secret"));
    }
}
