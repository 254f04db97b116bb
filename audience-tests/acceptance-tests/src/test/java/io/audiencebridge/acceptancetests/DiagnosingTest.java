// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.InvalidRequestException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Why an audience is empty, asked at the public face over real HTTP: the one thing that is broken is named, and nothing is changed by asking. */
final class DiagnosingTest {
    private static final List<String> WRITING = List.of("PUT", "DELETE", "PATCH");

    private static final List<String> READING =
            List.of("#ExecuteQuery", "#GetServerTime", "#GetUserInfo", "#GetOption", "#Logon", "#Logoff", "#TestCnx");

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void a_list_that_can_be_shared_has_nothing_that_blocks(KeyKind kind) {
        try (Journey journey = journey(People.withoutSharedKeys(60))) {
            ShareRequest request =
                    journey.share(journey.everybody(), "Loyal customers", kind.dataSource(journey.sandbox));

            Diagnosis diagnosis = journey.bridge.diagnose(DiagnosisRequest.of(request));

            assertThat(blocking(diagnosis)).isEmpty();
            assertThat(diagnosis.subject()).contains("exported as audience 'Loyal customers' of audience-manager");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nms:extAccount,    Adobe_Marketing_Cloud, @active,       0,  campaign.P1",
        "nms:extAccount,    exportSharedAudience,  @active,       0,  campaign.P5",
        "nms:extAccount,    exportSharedAudience,  @server,       ftp-in.demdex.com, campaign.1.6",
        "nms:amcDataSource, defaultDataSource,     @dataSourceId, 0,  campaign.P3",
        "nms:amcDataSource, defaultDataSource,     @dataSourceId, 42, campaign.P6",
        "nms:amcDataSource, defaultDataSource,     @type,         declared, campaign.1.7",
        "xtk:workflow,      exportSharedAudience,  @state,        13, campaign.1.5"
    })
    void what_is_broken_for_campaigns_own_route_is_the_cause(
            String schema, String name, String column, String value, String row) {
        try (Journey journey = journey(People.withoutSharedKeys(20))) {
            ShareRequest byBridge = share(journey, journey.everybody());
            ShareRequest bySystem =
                    ShareRequest.builder().from(byBridge).route(Route.SYSTEM).build();
            String key = schema.equals("xtk:workflow") ? "@internalName" : "@name";
            campaign(journey).save(schema, Map.of(key, name, column, value));

            assertThat(cause(journey, bySystem).precondition()).hasToString(row);
            assertThat(blocking(journey.bridge.diagnose(DiagnosisRequest.of(byBridge))))
                    .isEmpty();
        }
    }

    @Test
    void of_two_broken_things_the_earlier_on_the_way_stands_first() {
        try (Journey journey = journey(People.withoutSharedKeys(20))) {
            campaign(journey).save("xtk:workflow", Map.of("@internalName", "exportSharedAudience", "@state", "13"));
            campaign(journey).save("nms:extAccount", Map.of("@name", "exportSharedAudience", "@active", "0"));
            journey.sandbox.campaignServer().rights(List.of("delivery"));

            Diagnosis diagnosis = journey.bridge.diagnose(DiagnosisRequest.of(ShareRequest.builder()
                    .from(share(journey, journey.everybody()))
                    .route(Route.SYSTEM)
                    .build()));

            assertThat(blocking(diagnosis)).containsExactly("campaign.P9", "campaign.P5", "campaign.1.5");
        }
    }

    @Test
    void a_list_of_people_without_visitor_ids_is_its_own_complement() {
        SeedRecipient withId = People.withoutSharedKeys(2).get(0);
        SeedRecipient without = new SeedRecipient("77", "a@example.com", "CRM-00000077", List.of(), false);
        try (Journey journey = journey(List.of(withId, without))) {
            String list = campaign(journey).addList("Nobody", List.of("77"));

            Finding cause = cause(journey, share(journey, new AudienceRef(Journey.CAMPAIGN, list)));

            assertThat(cause.precondition()).hasToString("semantics.S13");
            assertThat(cause.seen()).contains("All 1 recipients").contains("1 have none");
        }
    }

    @Test
    void old_cookies_in_place_of_visitor_ids_are_told_as_what_they_are() {
        SeedRecipient person =
                new SeedRecipient("77", "a@example.com", "CRM-00000077", List.of("9b8a7c6d-old-cookie-value"), false);
        try (Journey journey = journey(List.of(person))) {
            Finding cause = cause(journey, share(journey, journey.everybody()));

            assertThat(cause.precondition()).hasToString("campaign.P7");
            assertThat(cause.remedy()).contains("IMSOrgId");
        }
    }

    @Test
    void an_import_is_diagnosed_before_its_audience_is_there() {
        try (Journey journey = journey(People.withoutSharedKeys(20))) {
            DataSource source = KeyKind.VISITOR.dataSource(journey.sandbox);
            journey.shared(journey.everybody(), "Loyal customers", source);
            ImportRequest request = journey.importOf("Loyal customers", "Back again", source);
            campaign(journey).addList("Back again", List.of());
            campaign(journey).addList("Back again", List.of());

            Diagnosis diagnosis = journey.bridge.diagnose(DiagnosisRequest.of(request));

            assertThat(blocking(diagnosis)).contains("campaign.3.4");
        }
    }

    @Test
    void a_system_that_cannot_be_reached_is_one_finding() throws IOException {
        URI nobody = URI.create("http://127.0.0.1:" + freePort());
        try (Journey journey =
                new Journey(People.withoutSharedKeys(3), home, settings -> impatient(settings.uri(nobody)))) {
            Diagnosis diagnosis = journey.bridge.diagnose(DiagnosisRequest.of(share(journey, journey.everybody())));

            assertThat(blocking(diagnosis)).containsExactly("reachable");
            assertThat(diagnosis.cause().get().seen()).contains("'campaign'");
        }
    }

    @Test
    void whoever_is_not_let_in_is_told_so_once() {
        try (Journey journey = new Journey(
                People.withoutSharedKeys(3),
                home,
                settings -> settings.operator("nobody").password(Secret.of("wrong-password")))) {
            Diagnosis diagnosis = journey.bridge.diagnose(DiagnosisRequest.of(share(journey, journey.everybody())));

            assertThat(blocking(diagnosis)).containsExactly("sign-in");
            assertThat(diagnosis.toString()).doesNotContain("wrong-password");
        }
    }

    @Test
    void both_doors_tell_the_same_and_refuse_an_unknown_connection() {
        try (Journey journey = journey(People.withoutSharedKeys(5))) {
            ShareRequest request = share(journey, journey.everybody());
            ShareRequest nowhere = ShareRequest.builder()
                    .from(request)
                    .to(new ConnectionName("nowhere"))
                    .build();
            AudienceBridge bridge = journey.bridge;

            assertThat(bridge.attempts()
                            .diagnose(DiagnosisRequest.of(request))
                            .get()
                            .findings())
                    .isEqualTo(bridge.diagnose(DiagnosisRequest.of(request)).findings());
            assertThatThrownBy(() -> bridge.diagnose(DiagnosisRequest.of(nowhere)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void looking_sends_nothing_writes_nothing_down_and_names_nobody() {
        List<SeedRecipient> people = People.withoutSharedKeys(30);
        try (Journey journey = journey(people)) {
            int before = journey.sandbox.exchanges().size();

            Diagnosis diagnosis = journey.bridge.diagnose(DiagnosisRequest.of(share(journey, journey.everybody())));

            assertThat(journey.sandbox.exchanges().stream().skip(before))
                    .isNotEmpty()
                    .noneMatch(exchange -> WRITING.contains(exchange.request().method()));
            assertThat(journey.sandbox.exchanges().stream()
                            .skip(before)
                            .map(exchange -> exchange.request()
                                    .content()
                                    .header("SOAPAction")
                                    .orElse("")
                                    .replace("\"", ""))
                            .filter(action -> !action.isEmpty()))
                    .allMatch(action -> READING.stream().anyMatch(action::endsWith));
            assertThat(journey.bridge.runs(RunQuery.builder().build()).runs()).isEmpty();
            people.stream()
                    .flatMap(person -> person.visitorIds().stream())
                    .filter(id -> id.length() > 8)
                    .forEach(id -> assertThat(diagnosis.toString()).doesNotContain(id.substring(id.length() - 8)));
        }
    }

    private Journey journey(List<SeedRecipient> people) {
        return new Journey(people, home, settings -> settings.exportWorkflow("updateSharedAudience"));
    }

    private static SandboxCampaign campaign(Journey journey) {
        return journey.sandbox.campaignData();
    }

    private static ShareRequest share(Journey journey, AudienceRef list) {
        return journey.share(list, "Loyal customers", KeyKind.VISITOR.dataSource(journey.sandbox));
    }

    private static Finding cause(Journey journey, ShareRequest request) {
        return journey.bridge
                .diagnose(DiagnosisRequest.of(request))
                .cause()
                .getOrElseThrow(() -> new AssertionError("Nothing blocks"));
    }

    private static List<String> blocking(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.severity() == Severity.BLOCKS)
                .map(finding -> finding.precondition().name())
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Settings that try once. */
    private static CampaignSettings.Builder impatient(CampaignSettings.Builder settings) {
        return settings.http(HttpSettings.builder().maxAttempts(1).build());
    }
}
