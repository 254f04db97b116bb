// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.reports.JsonLines;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.sharing.ListedRun;
import io.audiencebridge.domain.sharing.RunKind;
import io.audiencebridge.domain.sharing.RunPage;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sdk.AudienceBridge;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows is what is compiled here, and it does what the guide says. */
class GuideTest {
    @TempDir
    Path folder;

    @Test
    void a_file() {
        var settings = JdbcJournalSettings.builder()
                .file(Path.of("/var/lib/acme/runs"))
                .build();
        var builder =
                AudienceBridge.builder().home(Path.of("/var/lib/acme/bridge")).journal(settings);

        assertThat(Mistakes.in(settings)).isEmpty();
        assertThat(builder).isNotNull();
    }

    @Test
    void a_server() {
        String password = "hunter2";

        var settings = JdbcJournalSettings.builder()
                .url("jdbc:postgresql://db.acme.example/audiences")
                .user("bridge")
                .password(Secret.of(password))
                .build();

        assertThat(Mistakes.in(settings)).isEmpty();
        assertThat(PostgresDefaults.of(settings.url().orElseThrow())).containsEntry("sslmode", "verify-full");
    }

    @Test
    void a_holder() {
        var builder = AudienceBridge.builder().holder("nightly-batch").leaseFor(Duration.ofMinutes(2));

        assertThat(builder).isNotNull();
    }

    @Test
    void what_ran_is_listed_and_exported_page_by_page() throws Exception {
        Sharer sharer = new Sharer(
                JdbcJournalSettings.builder().file(folder.resolve("runs")).build(), folder);
        Files.createDirectories(folder.resolve("cloud"));
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (AudienceBridge bridge = sharer.bridge(InstantSource.system(), Progress.SILENT)) {
            bridge.share(Sharer.request("Gold"));
            bridge.share(Sharer.request("Silver"));

            assertThat(newest(bridge, yesterday)
                            .runs()
                            .map(run -> run.audience().orElseThrow()))
                    .containsExactly("Silver", "Gold");
            assertThat(exported(bridge).lines().toList())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line)
                            .contains("\"state\":\"DELIVERED\"", "\"export\":{\"read\":3,\"shared\":3"));
        }
    }

    private static RunPage newest(AudienceBridge bridge, Instant yesterday) {
        var query = RunQuery.builder()
                .kind(RunKind.SHARE)
                .addStates(RunState.DELIVERED, RunState.STORED)
                .since(yesterday)
                .build();
        RunPage page = bridge.runs(query);
        return page;
    }

    private static String exported(AudienceBridge bridge) {
        StringWriter out = new StringWriter();
        var lines = new JsonLines();
        Optional<String> next = Optional.empty();
        do {
            RunPage page =
                    bridge.runs(RunQuery.builder().pageSize(500).page(next).build());
            for (ListedRun run : page.runs()) {
                out.write(lines.line(run).get());
            }
            next = page.next();
        } while (next.isPresent());
        return out.toString();
    }
}
