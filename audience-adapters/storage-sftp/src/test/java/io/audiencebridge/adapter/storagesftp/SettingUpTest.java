// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings are judged before a byte is sent. */
class SettingUpTest {
    private static final String KEY = "ecdsa-sha2-nistp256"
            + " AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHhuqiEl2PSAcuuujEsyLbwXXdQYEadYXD2gR+OODdNCcUWyvkKnQ9Hf+cwhJpKaDgUovTap6tUcTie7dcwX6Vo=";

    private static SftpSettings.Builder sound() {
        return SftpSettings.builder()
                .host("sftp.example.com")
                .user("acme")
                .password(Secret.of("hunter2"))
                .addHostKeys(KEY);
    }

    @Test
    void every_mistake_is_told_at_once() {
        SftpSettings wrong = SftpSettings.builder()
                .host("sftp://example.com/")
                .port(0)
                .user(" ")
                .folder("../up/")
                .passphrase(Secret.of("open sesame"))
                .blockBytes(1)
                .channels(0)
                .maxAttempts(0)
                .readTimeout(Duration.ZERO)
                .build();

        BridgeError.InvalidRequest refused = (BridgeError.InvalidRequest)
                new SftpExchangeFactory().open(wrong).getLeft();

        assertThat(refused.violations().map(Violation::subject))
                .containsExactly(
                        "host",
                        "port",
                        "folder",
                        "user",
                        "password",
                        "passphrase",
                        "hostKeys",
                        "blockBytes",
                        "channels",
                        "maxAttempts",
                        "readTimeout");
        assertThat(refused.message()).doesNotContain("open sesame");
    }

    @Test
    void sound_settings_have_no_mistakes_and_show_no_secret() {
        SftpSettings settings = sound().folder("/drop/campaign").build();

        assertThat(SettingsCheck.violations(settings)).isEmpty();
        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA256:0123456789012345678901234567890123456789012",
                "sftp.example.com " + KEY,
                "[sftp.example.com]:2222,10.0.0.1 " + KEY + " comment",
                KEY
            })
    void a_host_key_is_taken_in_every_usual_form(String key) {
        assertThat(HostKeys.fingerprint(key).isDefined()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MD5:00:11",
                "SHA256:short",
                "ssh-rsa",
                "@revoked * " + KEY,
                "ssh-rsa !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!"
            })
    void something_else_is_no_host_key(String key) {
        assertThat(SettingsCheck.violations(SftpSettings.builder()
                        .from(sound().build())
                        .hostKeys(List.of(key))
                        .build()))
                .extracting(Violation::subject)
                .containsExactly("hostKeys");
    }

    @Test
    void a_private_key_that_cannot_be_read_is_told_without_its_text() {
        SftpSettings keyed = sound().password(Optional.empty())
                .privateKey(
                        Secret.of("-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----\n"))
                .build();

        assertThat(SettingsCheck.violations(keyed))
                .singleElement()
                .satisfies(violation -> assertThat(violation.toString())
                        .startsWith("privateKey:")
                        .doesNotContain("c2VjcmV0"));
    }
}
