// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignClient;
import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.CampaignQueries;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.ListDraft;
import io.audiencebridge.adapter.campaign.client.MembershipReport;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Recipients;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.client.SoapMethod;
import io.audiencebridge.adapter.campaign.client.SoapType;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.system.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled here, and it does what the README says. */
class ReadmeTest {
    @Test
    void two_ways_to_sign_in() {
        URI uri = URI.create("https://instance.example.com");
        String password = "hunter2";

        var byIms = CampaignSettings.builder().uri(uri).build();
        var byOperator = CampaignSettings.builder()
                .uri(uri)
                .operator("sharing")
                .password(Secret.of(password))
                .build();

        assertThat(SettingsCheck.of(byIms)).isEmpty();
        assertThat(SettingsCheck.of(byOperator)).isEmpty();
        assertThat(byOperator.toString()).doesNotContain(password);
    }

    @Test
    void any_method_with_typed_parameters() {
        try (Bench bench = Bench.ofMany(3)) {
            CampaignClient client =
                    bench.connector.ability(CampaignClient.class).get();

            var method = SoapMethod.of("xtk:session", "GetNewIdsEx")
                    .in("count", SoapType.STRING, "10")
                    .in("sequence", SoapType.STRING, "XtkNewId")
                    .out("ids", SoapType.STRING)
                    .build();
            var ids = client.call(method, CallOptions.within(Duration.ofSeconds(5)))
                    .map(outputs -> outputs.value(0, SoapType.STRING));

            assertThat(ids.get().get().split(",")).hasSize(10);
        }
    }

    @Test
    void a_list_that_is_created_and_replaced() {
        try (Bench bench = Bench.ofMany(3)) {
            CampaignLists lists = bench.connector.ability(CampaignLists.class).get();

            CampaignList gold = lists.create(ListDraft.labelled("Gold"), CallOptions.standard())
                    .get();
            MembershipReport report = lists.replace(gold.id(), Recipients.of(1, 2, 3), CallOptions.standard())
                    .get();

            assertThat(report.entered()).isEqualTo(3);
        }
    }

    @Test
    void rows_that_are_read_one_by_one() {
        try (Bench bench = Bench.ofMany(3)) {
            CampaignQueries queries =
                    bench.connector.ability(CampaignQueries.class).get();
            List<String> sent = new ArrayList<>();

            XPath id = XPath.of("@id");
            XPath email = XPath.of("@email");
            Query query = Query.on("nms:recipient")
                    .select(id, email)
                    .where(Condition.endingWith(email, "@example.com"))
                    .build();
            try (Rows rows = queries.select(query, CallOptions.standard()).get()) {
                while (rows.next().get()) {
                    sent.add(rows.row().text(email));
                }
            }

            assertThat(sent).containsExactly("person1@example.com", "person2@example.com", "person3@example.com");
        }
    }
}
