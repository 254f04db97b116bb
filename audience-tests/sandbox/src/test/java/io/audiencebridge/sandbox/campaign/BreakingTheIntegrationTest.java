// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an instance lacks and an operator may not, turned by the control API alone. */
final class BreakingTheIntegrationTest {
    private static final String SOURCES = "<queryDef schema='nms:amcDataSource' operation='count'/>";
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.builder().recipients(3).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void reset() {
        sandbox.reset();
    }

    @Test
    void a_package_that_is_not_installed_takes_its_schema_along() throws IOException {
        Soap soap = Soap.signedIn(sandbox);
        assertThat(soap.query(SOURCES).body()).contains("count='2'");

        settings("{\"campaign\":{\"packages\":[\"nms:campaign\"]}}", 200);

        assertThat(soap.query(SOURCES).body()).contains("XFR-180000").contains("nms:amcDataSource");
        assertThat(soap.call("xtk:session#GetUserInfo", "").body())
                .contains("<installed-package name='campaign' namespace='nms'/>")
                .doesNotContain("experienceCloud");
    }

    @Test
    void an_operator_without_the_right_commands_no_workflow_and_reads_all_the_same() throws IOException {
        Soap soap = Soap.signedIn(sandbox);
        settings("{\"campaign\":{\"rights\":[\"delivery\"]}}", 200);

        HttpResponse<String> refused = soap.call("xtk:workflow#Start", "<workflowId>updateSharedAudience</workflowId>");

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("SOP-330011").contains("You do not have the rights");
        assertThat(soap.call("xtk:session#GetUserInfo", "").body())
                .contains("<login-right right='delivery'/>")
                .doesNotContain("right='admin'");
        assertThat(soap.query(SOURCES).body()).contains("count='2'");
    }

    @Test
    void the_right_to_workflows_is_enough_to_start_one() throws IOException {
        Soap soap = Soap.signedIn(sandbox);
        settings("{\"campaign\":{\"rights\":[\"workflow\"]}}", 200);

        assertThat(soap.call("xtk:workflow#Start", "<workflowId>updateSharedAudience</workflowId>")
                        .body())
                .contains("StartResponse");
    }

    @Test
    void records_can_be_taken_away() throws IOException {
        seed("{\"removed\":[{\"schema\":\"nms:extAccount\",\"name\":\"importSharedAudience\"}]}", 200);

        assertThat(sandbox.campaignData().records("nms:extAccount")).hasSize(2);
        seed("{\"removed\":[{\"schema\":\"nms:extAccount\",\"name\":\"importSharedAudience\"}]}", 400);
    }

    @Test
    void lists_of_every_type_can_be_seeded() throws IOException {
        seed(
                "{\"lists\":[{\"label\":\"File\",\"members\":[],\"type\":2},"
                        + "{\"label\":\"Old\",\"members\":[\"1\"],\"expires\":\"2020-01-01 00:00:00.000Z\"}]}",
                200);

        assertThat(sandbox.campaignData().records("nms:group"))
                .anySatisfy(
                        list -> assertThat(list).containsEntry("@label", "File").containsEntry("@type", "2"))
                .anySatisfy(list -> assertThat(list)
                        .containsEntry("@label", "Old")
                        .containsEntry("@expirationDate", "2020-01-01 00:00:00.000Z"));
    }

    @Test
    void tracking_logs_can_be_purged() throws IOException {
        seed("{\"clicks\":[{\"recipient\":\"1\",\"visitorId\":\"old\",\"at\":\"2020-01-31T12:00:00Z\"}]}", 200);
        seed("{\"purgedLogs\":[{\"before\":\"2999-01-01T00:00:00Z\"}]}", 200);

        assertThat(Soap.signedIn(sandbox)
                        .query("<queryDef schema='nms:trackingLogRcp' operation='count'/>")
                        .body())
                .contains("count='0'");
        seed("{\"purgedLogs\":[{\"before\":\"tomorrow\"}]}", 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"campaign\":{\"packages\":\"nms:campaign\"}}",
                "{\"campaign\":{\"packages\":[\"no package\"]}}",
                "{\"campaign\":{\"rights\":true}}"
            })
    void what_is_no_list_of_names_is_refused(String body) throws IOException {
        settings(body, 400);
    }

    private static void settings(String body, int status) throws IOException {
        assertThat(Http.post(sandbox.control().resolve("/settings"), "application/json", body)
                        .statusCode())
                .isEqualTo(status);
    }

    private static void seed(String body, int status) throws IOException {
        assertThat(Http.post(sandbox.control().resolve("/seed"), "application/json", body)
                        .statusCode())
                .isEqualTo(status);
    }
}
