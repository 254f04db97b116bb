// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CampaignSignIn;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The end of a session or token in all its shapes, and what only looks like it. */
class EndingSessionsTest {
    private static final Query RECIPIENTS = Query.on("nms:recipient").limit(1).build();
    private static final String SENTENCE = "XSV-350008 Session has expired or is invalid. Please reconnect.";

    static List<MockResponse> endings() {
        return List.of(
                Instance.ok(Answers.fault(SENTENCE, "")),
                Instance.status(403, Answers.fault(SENTENCE, "")),
                Instance.status(500, Answers.fault(SENTENCE, "")),
                Instance.ok(Answers.fault("SOP-330011 Error while executing the method", SENTENCE)),
                Instance.ok(Answers.fault(
                        "SOP-330007 Error while reading parameters of method 'ExecuteQuery'",
                        "XSV-350114 Failed to get the profile by IMS call, HTTP response code is 401")),
                Instance.ok(Answers.fault(
                        "SOP-330007 Error while reading parameters",
                        "Bearer: XSV-350114 IMS call, HTTP response code is 401")),
                Instance.status(403, SENTENCE),
                Instance.status(200, SENTENCE),
                Instance.status(200, "\n" + SENTENCE),
                Instance.status(500, SENTENCE),
                Instance.status(401, ""),
                Instance.status(401, "<html><body>Who are you?</body></html>"),
                Instance.status(401, Answers.fault("SOP-330011 Error", "")));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void each_shape_costs_one_new_session_and_one_repeat(MockResponse ending) throws Exception {
        try (var instance = new Instance(request -> isOf(request, 1) ? ending : Instance.ok(Answers.count(3)))) {
            var count = instance.withOperator().count(RECIPIENTS, Instance.call());

            assertThat(count.get()).isEqualTo(3);
            assertThat(instance.logons).hasValue(2);
            assertThat(instance.requests).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("endings")
    void each_shape_costs_one_new_token_and_one_repeat(MockResponse ending) throws Exception {
        try (var instance = new Instance(
                request -> "Bearer token-1".equals(request.getHeaders().get("Authorization"))
                        ? ending
                        : Instance.ok(Answers.count(3)))) {
            var count = instance.withTokens().count(RECIPIENTS, Instance.call());

            assertThat(count.get()).isEqualTo(3);
            assertThat(instance.requests).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("endings")
    void tokens_that_were_given_cannot_be_renewed_and_that_is_told(MockResponse ending) throws Exception {
        try (var instance = new Instance(request -> ending)) {
            var campaign = instance.signedInBy(CampaignSignIn.tokens(Secret.of("___given-1"), Secret.of("@given-2")));

            var error = campaign.count(RECIPIENTS, Instance.call()).getLeft();
            campaign.close();

            assertThat(error).isInstanceOf(BridgeError.AccessDenied.class);
            assertThat(error.message()).contains("connect again with new ones").doesNotContain("___given", "@given");
            assertThat(instance.requests).hasSize(1);
        }
    }

    @Test
    void many_threads_that_meet_the_end_share_one_new_session() throws Exception {
        try (var instance = new Instance(
                request -> isOf(request, 1) ? Instance.status(403, SENTENCE) : Instance.ok(Answers.count(3)))) {
            var campaign = instance.withOperator();
            var threads = Executors.newFixedThreadPool(8);
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                work.add(() -> campaign.count(RECIPIENTS, Instance.call()).get());
            }

            for (var count : threads.invokeAll(work)) {
                assertThat(count.get()).isEqualTo(3);
            }
            threads.shutdown();

            assertThat(instance.logons).hasValue(2);
        }
    }

    @Test
    void a_code_in_data_ends_no_session() throws Exception {
        var rows = Answers.envelope("<ExecuteQueryResponse xmlns='urn:xtk:queryDef'><pdomOutput xsi:type='ns:Element'>"
                + "<recipient-collection><recipient label='XSV-350008 Session has expired'><note>XSV-350114</note>"
                + "</recipient></recipient-collection></pdomOutput></ExecuteQueryResponse>");
        try (var instance = new Instance(request -> Instance.ok(rows))) {
            List<String> seen = new ArrayList<>();

            instance.withOperator().select(RECIPIENTS, row -> seen.add(row.text("label")), Instance.call());

            assertThat(seen).containsExactly("XSV-350008 Session has expired");
            assertThat(instance.logons).hasValue(1);
        }
    }

    static List<MockResponse> lookalikes() {
        return List.of(
                Instance.ok(Answers.fault(
                        "SOP-330011 Error while executing the method",
                        "PGS-220000 ERROR: duplicate key. DETAIL: Key (slabel)=(XSV-350008) already exists.")),
                Instance.ok(Answers.fault(
                        "SOP-330011 Error while executing the method",
                        "XTK-170036 Unable to parse expression '@label = \"about XSV-350008 again\"'.")),
                Instance.ok(Answers.fault(
                        "SOP-330011 Error while executing the method",
                        "WDB-200011 no record 'XSV-350114 IMS call 401' in nms:recipient")),
                Instance.status(200, "Please read on: XSV-350008 Session has expired"),
                Instance.status(200, "<html><body>XSV-350008 Session has expired</body></html>"));
    }

    @ParameterizedTest
    @MethodSource("lookalikes")
    void a_code_that_is_quoted_ends_no_session(MockResponse lookalike) throws Exception {
        try (var instance = new Instance(request -> lookalike)) {
            var outcome = instance.withOperator().count(RECIPIENTS, Instance.call());

            assertThat(outcome.getLeft().incident().codes()).doesNotContain("XSV-350008", "XSV-350114");
            assertThat(instance.logons).hasValue(1);
        }
    }

    @Test
    void a_session_is_left_before_its_time_is_up() throws Exception {
        var now = new AtomicReference<>(Instant.parse("2026-01-02T00:00:00Z"));
        try (var instance = new Instance(request -> Instance.ok(Answers.count(3)))) {
            instance.lifetimes = "sessionTimeOut='86400' securityTimeOut='3600'";
            var campaign =
                    instance.signedInBy(CampaignSignIn.operator("admin", Secret.of("p")), Manner.plain(), now::get);

            campaign.count(RECIPIENTS, Instance.call());
            now.updateAndGet(time -> time.plus(Duration.ofMinutes(54)));
            campaign.count(RECIPIENTS, Instance.call());
            assertThat(instance.logons).hasValue(1);
            now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));
            campaign.count(RECIPIENTS, Instance.call());

            assertThat(instance.logons).hasValue(2);
        }
    }

    @Test
    void a_lifetime_that_is_none_is_not_believed() throws Exception {
        for (String lifetimes : List.of("", "sessionTimeOut='0' securityTimeOut='-1'", "sessionTimeOut='soon'")) {
            try (var instance = new Instance(request -> Instance.ok(Answers.count(3)))) {
                instance.lifetimes = lifetimes;
                var campaign = instance.signedInBy(
                        CampaignSignIn.operator("admin", Secret.of("p")), Manner.plain(), InstantSource.system());

                campaign.count(RECIPIENTS, Instance.call());
                campaign.count(RECIPIENTS, Instance.call());

                assertThat(instance.logons).hasValue(1);
            }
        }
    }

    private static boolean isOf(RecordedRequest request, int session) {
        return String.valueOf(request.getHeaders().get("Cookie")).endsWith("___S" + session);
    }
}
