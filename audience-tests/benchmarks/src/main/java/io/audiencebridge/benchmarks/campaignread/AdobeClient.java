// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.campaignread;

import io.audiencebridge.benchmarks.Benchmark;
import io.audiencebridge.benchmarks.SandboxProcess;
import io.audiencebridge.benchmarks.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adobe's JavaScript client in a Node of its own, from npm by the lock file of the interop tests. */
final class AdobeClient {
    private static final String SCRIPT = "campaign-read.js";

    private AdobeClient() {}

    static Worker start(List<String> arguments) throws IOException, InterruptedException {
        Path home = SandboxProcess.tests().resolve("interop-tests");
        if (!isThere("node")) {
            throw new Benchmark.Refused(
                    "There is no node on this machine, which Adobe's client needs; install Node.js 20 or later");
        }
        if (!Files.isDirectory(home.resolve("node_modules/@adobe/acc-js-sdk"))) {
            install(home);
        }
        List<String> command = new ArrayList<>(List.of("node", script().toString()));
        command.addAll(arguments);
        return Worker.start(
                "Adobe's client",
                command,
                Map.of("NODE_PATH", home.resolve("node_modules").toString()));
    }

    private static void install(Path home) throws IOException, InterruptedException {
        int code = new ProcessBuilder("npm", "ci", "--silent", "--no-audit", "--no-fund")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new Benchmark.Refused("npm ci in " + home + " failed with " + code + "; run it there to see why");
        }
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Path script() throws IOException {
        Path file = Files.createTempFile("audience-", SCRIPT);
        file.toFile().deleteOnExit();
        try (InputStream script = AdobeClient.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException(SCRIPT);
            }
            Files.copy(script, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
