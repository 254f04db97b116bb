// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A process of its own that imports an audience and can be killed: home, audience, list, data source, destination, then the sandbox's description as key=value. */
final class ImportingProgram {
    private static final int FIRST_PAIR = 5;

    private ImportingProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Map<String, String> sandbox = new HashMap<>();
        for (int i = FIRST_PAIR; i < arguments.length; i++) {
            String[] pair = arguments[i].split("=", 2);
            sandbox.put(pair[0], pair[1]);
        }
        DataSource source = DataSource.builder()
                .from(DataSource.visitor(Long.parseLong(arguments[3])))
                .destinationId(Long.parseLong(arguments[4]))
                .build();
        try (AudienceBridge bridge = Journey.builder(sandbox, home).build()) {
            Run run = bridge.start(ImportRequest.builder()
                    .audience(new AudienceRef(Journey.AUDIENCE_MANAGER, arguments[1]))
                    .into(Journey.CAMPAIGN)
                    .list(arguments[2])
                    .dataSource(source)
                    .build());
            Files.writeString(home.resolve("run.txt"), run.id().value());
            run.await(Duration.ofMinutes(5));
        }
    }
}
