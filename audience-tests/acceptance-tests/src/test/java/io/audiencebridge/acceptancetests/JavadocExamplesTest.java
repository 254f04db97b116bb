// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignQueries;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.spi.engine.ReportFormat;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.junit.SandboxTest;
import io.audiencebridge.sdk.AudienceBridge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the Javadoc, run. */
@SandboxTest(recipients = 5)
final class JavadocExamplesTest {
    private static final XPath EMAIL = XPath.of("@email");

    @TempDir
    private Path home;

    @Test
    void rows_of_a_query(Sandbox sandbox) {
        List<Object> sent = new ArrayList<>();
        try (AudienceBridge bridge = Journey.builder(sandbox.description(), home)
                .clock(sandbox.clock())
                .build()) {
            CampaignQueries queries = bridge.client(CampaignQueries.class);
            Query query = Query.on("nms:recipient")
                    .select(XPath.of("@id"), XPath.of("@email"))
                    .where(Condition.containing(XPath.of("@email"), "@example.com"))
                    .build();

            send(queries, query, sent);
        }

        assertThat(sent).hasSize(5);
    }

    private static void send(CampaignQueries queries, Query query, List<Object> sent) {
        class Post {
            void send(Object email) {
                sent.add(email);
            }

            void all() {
                try (Rows rows = queries.select(query, CallOptions.standard()).get()) {
                    while (rows.next().get()) {
                        send(rows.row().text(EMAIL));
                    }
                }
            }
        }

        new Post().all();
    }

    @Test
    void a_method_and_an_element() {
        SoapMethod method = SoapMethod.of("xtk:session", "GetOption")
                .in("name", SoapType.STRING, "XtkDatabaseId")
                .out("value", SoapType.STRING)
                .out("type", SoapType.BYTE)
                .idempotent(true)
                .build();
        XmlElement variables = XmlElement.of("variables")
                .with("listId", "1872")
                .with(XmlElement.of("note").withText("by night"));

        assertThat(method).isNotNull();
        assertThat(variables.toString()).isNotBlank();
    }

    @Test
    void a_report(Sandbox sandbox) throws Exception {
        try (AudienceBridge bridge = Journey.builder(sandbox.description(), home)
                .clock(sandbox.clock())
                .build()) {
            Receipt receipt = bridge.share(Journey.shareOfEverybody(sandbox, "Loyal"));
            Path page = Path.of("receipt.html");
            try {
                bridge.report(receipt).as(ReportFormat.HTML).writeTo(Path.of("receipt.html"));
                assertThat(Files.readString(page)).contains("<html");
            } finally {
                Files.deleteIfExists(page);
            }
        }
    }
}
