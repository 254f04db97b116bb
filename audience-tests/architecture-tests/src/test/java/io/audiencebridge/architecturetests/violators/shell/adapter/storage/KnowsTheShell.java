// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.shell.adapter.storage;

import org.apache.sshd.client.SshClient;

public interface KnowsTheShell {
    SshClient client();
}
