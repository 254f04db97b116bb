// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.answers;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.campaign.CampaignConnectorFactory;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.campaign.client.AmcDataSources;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignClient;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.CampaignQueries;
import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.client.CampaignWorkflows;
import io.audiencebridge.adapter.campaign.client.ExternalAccounts;
import io.audiencebridge.adapter.campaign.client.ListQuery;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Row;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapMethod.Output;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.adapter.campaign.client.WorkflowLogQuery;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.fuzzing.CannedAnswers;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** One body as the answer to every reading call of Campaign, and to the logon. The first character chooses the status, the second the sign-in. */
class CampaignAnswersFuzzTest {
    private static final CallOptions OPTIONS = CallOptions.within(Duration.ofSeconds(20));
    private static final XPath ID = XPath.of("@id");
    private static final List<SoapType<?>> TYPES = List.of(
            SoapType.STRING,
            SoapType.PRIMARY_KEY,
            SoapType.BOOLEAN,
            SoapType.BYTE,
            SoapType.SHORT,
            SoapType.INT,
            SoapType.LONG,
            SoapType.FLOAT,
            SoapType.DOUBLE,
            SoapType.DATE_TIME,
            SoapType.DATE,
            SoapType.ELEMENT,
            SoapType.DOCUMENT);
    private static final int MOST_ROWS = 1_000;

    @FuzzTest
    void any_body_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input);
        CampaignSignIn signIn = foreign.choice(1, 4) == 1
                ? CampaignSignIn.operator("admin", Secret.of("password"))
                : CampaignSignIn.sessionToken(Secret.of("admin/password"));
        byte[] body = foreign.after(2).bytes();
        HttpSettings canned =
                foreign.choice(0, 10) == 0 ? CannedAnswers.of(request -> body) : CannedAnswers.of(foreign.after(1));
        Watched.reading(input.length, () -> readAll(URI.create("https://campaign.example.com"), signIn, canned));
    }

    /** Asks the server at {@code uri} everything. */
    static void readAll(URI uri, CampaignSignIn signIn, HttpSettings http) {
        CampaignSettings settings =
                CampaignSettings.builder().uri(uri).signIn(signIn).http(http).build();
        try (Connector connector = new CampaignConnectorFactory()
                .connect(settings, FuzzBridge.withoutFiles())
                .get()) {
            call(connector.ability(CampaignClient.class).get());
            query(connector.ability(CampaignQueries.class).get());
            read(connector);
        }
    }

    private static void call(CampaignClient client) {
        client.option("name", OPTIONS);
        client.serverTime(OPTIONS);
        client.session(OPTIONS);
        client.status(OPTIONS);
        client.messageQueue(OPTIONS);
        for (SoapType<?> type : TYPES) {
            client.call(
                    SoapMethod.of("xtk:session", "Any")
                            .addOutputs(new Output<>("value", type))
                            .build(),
                    OPTIONS);
        }
    }

    private static void query(CampaignQueries queries) {
        Query query = Query.on("nms:recipient").select(ID).build();
        queries.count(query, OPTIONS);
        queries.getIfExists(query, OPTIONS).forEach(found -> found.forEach(CampaignAnswersFuzzTest::look));
        queries.select(query, OPTIONS).forEach(rows -> {
            try (Rows open = rows) {
                for (int i = 0; i < MOST_ROWS && open.next().getOrElse(false); i++) {
                    look(open.row());
                }
            }
        });
    }

    private static void look(Row row) {
        row.text(ID);
        row.number(ID);
        row.flag(ID);
        row.instant(ID);
        row.date(ID);
    }

    private static void read(Connector connector) {
        CampaignLists lists = connector.ability(CampaignLists.class).get();
        lists.folders(OPTIONS);
        lists.browse(ListQuery.all(), OPTIONS);
        lists.find("1", OPTIONS);
        lists.binding("1", OPTIONS);
        lists.members("1", OPTIONS).forEach(CampaignAnswersFuzzTest::drain);
        CampaignWorkflows workflows = connector.ability(CampaignWorkflows.class).get();
        workflows.find("w", OPTIONS);
        workflows.technical(OPTIONS);
        workflows.log("w", WorkflowLogQuery.all(), OPTIONS);
        ExternalAccounts accounts = connector.ability(ExternalAccounts.class).get();
        accounts.all(OPTIONS);
        AmcDataSources sources = connector.ability(AmcDataSources.class).get();
        sources.all(OPTIONS).forEach(all -> all.forEach(sources::describe));
    }

    private static void drain(KeySource source) {
        try (source) {
            int batches = 0;
            while (batches < MOST_ROWS && source.next().exists(batch -> batch.isDefined())) {
                batches++;
            }
        }
    }
}
