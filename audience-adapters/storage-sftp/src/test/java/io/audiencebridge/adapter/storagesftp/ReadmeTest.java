// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.system.Secret;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled here. */
class ReadmeTest {
    @Test
    void settings_of_a_server() {
        String password = "hunter2";

        var drop = SftpSettings.builder()
                .host("sftp.example.com")
                .user("acme")
                .password(Secret.of(password))
                .addHostKeys("SHA256:0123456789012345678901234567890123456789012")
                .folder("/outgoing/campaign")
                .build();

        assertThat(SettingsCheck.violations(drop)).isEmpty();
        assertThat(drop.toString()).doesNotContain(password);
    }
}
