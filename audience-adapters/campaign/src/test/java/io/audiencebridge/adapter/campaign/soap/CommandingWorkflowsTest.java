// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.soap.WorkflowCalls.Command;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.LinkedHashMap;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands of workflows as they go over the wire. */
class CommandingWorkflowsTest {
    @ParameterizedTest
    @EnumSource
    void a_command_names_the_workflow_behind_the_token(Command command) throws Exception {
        try (var instance = new Instance(request -> taken());
                var soap = instance.withOperator()) {
            new WorkflowCalls(soap)
                    .command(command, "importSharedAudience", Instance.call())
                    .get();

            assertThat(body(instance))
                    .containsSubsequence(
                            "xmlns:m=\"urn:xtk:workflow\"",
                            "<sessiontoken xsi:type=\"xsd:string\">___S1</sessiontoken>",
                            "<workflowId xsi:type=\"xsd:string\">importSharedAudience</workflowId>");
        }
    }

    @Test
    void variables_stand_under_the_one_root_that_campaign_reads() throws Exception {
        try (var instance = new Instance(request -> taken());
                var soap = instance.withOperator()) {
            new WorkflowCalls(soap)
                    .start("WKF12", LinkedHashMap.of("listId", "3", "audience", "a\"<b>&c"), Instance.call())
                    .get();

            assertThat(instance.actions.get(1)).isEqualTo("\"xtk:workflow#StartWithParameters\"");
            assertThat(body(instance))
                    .contains("<variables listId=\"3\" audience=\"a&quot;&lt;b>&amp;c\"/></parameters>");
        }
    }

    @Test
    void an_event_has_its_five_parameters_in_order() throws Exception {
        try (var instance = new Instance(request -> taken());
                var soap = instance.withOperator()) {
            new WorkflowCalls(soap)
                    .post("WKF12", "signal", "", LinkedHashMap.of("a", "1"), false, Instance.call())
                    .get();

            assertThat(body(instance))
                    .containsSubsequence(
                            ">WKF12</workflowId>",
                            ">signal</activity>",
                            "<transition xsi:type=\"xsd:string\">",
                            "<variables a=\"1\"/>",
                            "<complete xsi:type=\"xsd:boolean\">false</complete>");
        }
    }

    @Test
    void a_copy_answers_its_id() throws Exception {
        try (var instance = new Instance(
                        request -> Instance.ok(
                                Answers.envelope(
                                        "<SpawnWithParametersResponse xmlns='urn:xtk:workflow'>"
                                                + "<plInstanceId xsi:type='xsd:int'>-12</plInstanceId></SpawnWithParametersResponse>")));
                var soap = instance.withOperator()) {
            assertThat(new WorkflowCalls(soap)
                            .spawn("WKF12", LinkedHashMap.empty(), Instance.call())
                            .get())
                    .isEqualTo(-12);
        }
    }

    @Test
    void a_start_whose_answer_was_lost_is_unknown_and_not_repeated() throws Exception {
        try (var instance = new Instance(request -> lost());
                var soap = instance.withOperator()) {
            var outcome = new WorkflowCalls(soap).start("WKF12", LinkedHashMap.of("a", "1"), Instance.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.OutcomeUnknown.class);
            assertThat(instance.actions).hasSize(2);
        }
    }

    private static MockResponse taken() {
        return Instance.ok(Answers.envelope("<StartResponse xmlns='urn:xtk:workflow'/>"));
    }

    private static MockResponse lost() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private static String body(Instance instance) {
        RecordedRequest last = instance.requests.get(instance.requests.size() - 1);
        return Objects.requireNonNull(last.getBody()).utf8();
    }
}
