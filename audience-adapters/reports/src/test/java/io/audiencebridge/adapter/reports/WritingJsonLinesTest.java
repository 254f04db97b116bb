// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.sharing.Complement;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.ListedRun;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunKind;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WritingJsonLinesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void a_program_reads_the_frozen_names() {
        ListedRun run = ListedRun.builder()
                .receipt(Receipt.builder()
                        .run(new RunId("run-1"))
                        .state(RunState.DELIVERED)
                        .exported(ExportTally.builder()
                                .read(3)
                                .shared(2)
                                .alreadyShared(1)
                                .rows(2)
                                .complement(Complement.builder()
                                        .noVisitorId(0)
                                        .noDeclaredId(0)
                                        .invalid(0)
                                        .optedOut(0)
                                        .build())
                                .build())
                        .addFiles("a.sync", "b.sync")
                        .build())
                .kind(RunKind.SHARE)
                .source(new ConnectionName("campaign"))
                .target(new ConnectionName("audience-manager"))
                .list("4711")
                .audience("Gold")
                .dataSource(14016)
                .started(NOON)
                .updated(NOON.plusSeconds(60))
                .build();

        assertThat(new JsonLines().line(run).get())
                .isEqualTo("{\"run\":\"run-1\",\"state\":\"DELIVERED\",\"kind\":\"SHARE\","
                        + "\"started\":\"2026-11-24T12:00:00Z\",\"updated\":\"2026-11-24T12:01:00Z\","
                        + "\"source\":\"campaign\",\"target\":\"audience-manager\",\"list\":\"4711\","
                        + "\"audience\":\"Gold\",\"dataSource\":14016,\"route\":\"BRIDGE\","
                        + "\"files\":[\"a.sync\",\"b.sync\"],\"counts\":{\"export\":{\"read\":3,\"shared\":2,"
                        + "\"alreadyShared\":1,\"rows\":2,\"complement\":{\"noVisitorId\":0,\"noDeclaredId\":0,"
                        + "\"invalid\":0,\"optedOut\":0}}}}\n");
    }

    @Test
    void a_run_is_one_line_whatever_its_texts_hold() {
        ListedRun run = ListedRun.builder()
                .receipt(Receipt.builder()
                        .run(new RunId("run-2"))
                        .state(RunState.AWAITING_TRAIT)
                        .waiting(new Waiting(NOON, "the trait\nis \"young\""))
                        .addNotices("a\r\nb\u2028c")
                        .build())
                .audience("Gold\n\"7\"")
                .started(NOON)
                .updated(NOON)
                .build();

        String line = new JsonLines().line(run).get();

        assertThat(line).endsWith("\n").contains("\"because\":\"the trait\\nis \\\"young\\\"\"", "Gold\\n\\\"7\\\"");
        assertThat(line.strip()).doesNotContain("\n", "\r");
    }
}
