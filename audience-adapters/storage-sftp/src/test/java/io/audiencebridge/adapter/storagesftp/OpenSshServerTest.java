// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import io.audiencebridge.contractkit.FileExchangeContract;
import io.audiencebridge.domain.spi.engine.FileExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What a file exchange must do, against OpenSSH's own server; in the profile {@code openssh}. */
@Tag("openssh")
class OpenSshServerTest extends FileExchangeContract {
    @TempDir
    static Path home;

    private static OpenSshServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = OpenSshServer.start(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected FileExchange open() throws IOException {
        Path folder = Files.createTempDirectory(home, "exchange-");
        return Bench.open(server.settings(folder.toString()));
    }

    @Override
    protected int largeFileBytes() {
        return 5 << 20;
    }
}
