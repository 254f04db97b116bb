// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxWorkflow;
import io.audiencebridge.sandbox.campaign.workflow.Ending;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunningWorkflowsTest {
    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Sandbox sandbox = Sandbox.builder().recipients(2).start();
    private Soap soap;

    @BeforeEach
    void signIn() {
        soap = Soap.signedIn(sandbox);
        sandbox.campaignData().addWorkflow("customers", Ending.FINISHES);
        sandbox.campaignData().addWorkflow("signal", Ending.WAITS);
        sandbox.campaignData().addWorkflow("broken", Ending.FAILS);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_start_is_accepted_then_takes_effect_and_then_the_work_is_done() {
        String answer = call("Start", "customers", "");

        assertThat(answer).contains("<StartResponse").doesNotContain("Fault");
        assertThat(workflow("customers").state()).isZero();
        sandbox.clock().advance(A_MOMENT);
        assertThat(workflow("customers").state()).isEqualTo(11);
        sandbox.clock().advance(A_MINUTE);
        assertThat(workflow("customers").state()).isEqualTo(20);
        assertThat(workflow("customers").messages()).containsExactly("Started", "Finished");
    }

    @Test
    void state_and_log_are_read_by_queries() {
        call("Start", "customers", "");
        sandbox.clock().advance(A_MINUTE);

        String state = soap.query("<queryDef schema='xtk:workflow' operation='get'><select><node expr='@id'/>"
                        + "<node expr='@state' analyze='true'/><node expr='@failed'/><node expr='[folder/@name]'/></select>"
                        + "<where><condition expr=\"@internalName='customers'\"/></where></queryDef>")
                .body();
        String id = Soap.first("workflow id='(\\d+)'", state);
        String log = soap.query("<queryDef schema='xtk:workflowLog' operation='select'><select><node expr='@logType'/>"
                        + "<node expr='@message'/></select><where><condition expr='[@workflow-id] = " + id
                        + "'/></where><orderBy><node expr='@id'/></orderBy></queryDef>")
                .body();

        assertThat(state)
                .contains("state='20' stateName='finished' stateLabel='Finished' failed='0'")
                .contains("<folder name='nmsWorkflow'/>");
        assertThat(Soap.all("message='([^']*)'", log)).containsExactly("Started", "Finished");
        assertThat(Soap.all("logType='([^']*)'", log)).containsOnly("2");
    }

    @Test
    void technical_workflows_are_found_by_their_folder() {
        String body = soap.query("<queryDef schema='xtk:workflow' operation='select'><select>"
                        + "<node expr='@internalName'/><node expr='@nextProcessingDate'/></select><where>"
                        + "<condition expr=\"[folder/@name]='nmsTechnicalWorkflow' AND @production=1\"/></where>"
                        + "<orderBy><node expr='@internalName'/></orderBy></queryDef>")
                .body();

        assertThat(Soap.all("internalName='([^']*)'", body))
                .containsExactly("exportSharedAudience", "importSharedAudience");
        assertThat(Soap.all("nextProcessingDate='([^']+)'", body)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Pause,12,13", "Stop,15,20", "Kill,15,20", "Restart,17,11"})
    void a_command_passes_through_a_state_of_its_own(String command, int passing, int then) {
        call("Start", "signal", "");
        sandbox.clock().advance(A_MINUTE);

        call(command, "signal", "");
        int meanwhile = workflow("signal").state();
        sandbox.clock().advance(A_MOMENT);

        assertThat(meanwhile).isEqualTo(passing);
        assertThat(workflow("signal").state()).isEqualTo(then);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Start", "Resume"})
    void a_paused_workflow_goes_on(String command) {
        call("Start", "signal", "");
        sandbox.clock().advance(A_MINUTE);
        call("Pause", "signal", "");
        sandbox.clock().advance(A_MOMENT);

        call(command, "signal", "");

        assertThat(workflow("signal").state()).isEqualTo(14);
        sandbox.clock().advance(A_MOMENT);
        assertThat(workflow("signal").state()).isEqualTo(11);
    }

    @Test
    void an_event_completes_what_waits_for_it_and_waits_itself_while_the_workflow_is_paused() {
        call("Start", "signal", "");
        sandbox.clock().advance(A_MINUTE);
        call("Pause", "signal", "");
        sandbox.clock().advance(A_MOMENT);
        call("PostEvent", "signal", "<activity>wait</activity><transition/><p><variables/></p><c>true</c>");
        sandbox.clock().advance(A_MINUTE);
        int held = workflow("signal").state();

        call("Resume", "signal", "");
        sandbox.clock().advance(A_MINUTE);

        assertThat(held).isEqualTo(13);
        assertThat(workflow("signal").state()).isEqualTo(20);
        assertThat(workflow("signal").messages()).contains("Event received by 'wait'");
    }

    @Test
    void an_event_for_a_workflow_that_is_not_started_is_lost_without_a_fault() {
        String answer = call("PostEvent", "signal", "<activity>wait</activity><transition/><p/><c>false</c>");
        sandbox.clock().advance(A_MINUTE);

        assertThat(answer).doesNotContain("Fault");
        assertThat(workflow("signal").log()).isEmpty();
    }

    @Test
    void an_error_pauses_the_workflow_and_stands_in_its_log() {
        call("Start", "broken", "");
        sandbox.clock().advance(A_MINUTE);

        SandboxWorkflow broken = workflow("broken");
        assertThat(broken.state()).isEqualTo(13);
        assertThat(broken.failed()).isTrue();
        assertThat(broken.log())
                .last()
                .satisfies(line -> assertThat(line.type()).isZero());
    }

    @Test
    void a_spawned_instance_is_a_workflow_of_its_own() {
        String answer = call("SpawnWithParameters", "broken", "<p><variables/></p>");
        String id = Soap.first("<plInstanceId xsi:type='xsd:int'>(-?\\d+)<", answer);
        sandbox.clock().advance(A_MINUTE);

        assertThat(workflow(id).failed()).isTrue();
        assertThat(workflow("broken").state()).isZero();
    }

    @Test
    void a_simulation_does_nothing() {
        String answer = call("SimulateWithParameters", "broken", "<p><variables/></p>");
        String id = Soap.first("<plInstanceId xsi:type='xsd:int'>(-?\\d+)<", answer);
        sandbox.clock().advance(A_MINUTE);

        assertThat(workflow(id).failed()).isFalse();
        assertThat(workflow(id).state()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Start", "Pause", "Wakeup", "SpawnWithParameters"})
    void a_workflow_that_does_not_exist_is_a_fault(String method) {
        assertThat(call(method, "nothing", "<p><variables/></p>"))
                .contains("SOP-330011")
                .contains("WDB-200011");
    }

    @Test
    void variables_with_another_root_are_ignored_without_a_word() {
        String list = sandbox.campaignData().allRecipientsList();
        String given = " listId='" + list + "' audienceId='7' dataSource='declaredId'/></p>";

        call("StartWithParameters", "updateSharedAudience", "<p><params" + given);
        sandbox.clock().advance(A_MINUTE);
        List<String> ignored = workflow("updateSharedAudience").messages();
        call("Stop", "updateSharedAudience", "");
        sandbox.clock().advance(A_MOMENT);
        call("StartWithParameters", "updateSharedAudience", "<p><variables" + given);
        sandbox.clock().advance(A_MINUTE);

        assertThat(ignored).last().isEqualTo("The variable 'listId' is missing.");
        assertThat(workflow("updateSharedAudience").messages()).contains("Result: 2 recipients");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wakeup", "WakeUp"})
    void a_technical_workflow_is_woken_up_before_its_hour(String method) {
        sandbox.clock().advance(Duration.ofMinutes(5));
        int before = passes();

        call(method, "importSharedAudience", "");
        sandbox.clock().advance(A_MOMENT);

        assertThat(passes()).isEqualTo(before + 1);
    }

    @Test
    void technical_workflows_pass_every_hour_at_their_own_time() {
        sandbox.clock().advance(Duration.ofHours(24));

        List<SandboxWorkflow.Line> log = workflow("importSharedAudience").log();
        assertThat(log).hasSize(24);
        assertThat(Duration.between(log.get(0).at(), log.get(23).at())).isEqualTo(Duration.ofHours(23));
    }

    private int passes() {
        return workflow("importSharedAudience").log().size();
    }

    private SandboxWorkflow workflow(String name) {
        return sandbox.campaignData().workflow(name);
    }

    private String call(String method, String workflow, String more) {
        return soap.call("xtk:workflow#" + method, "<w>" + workflow + "</w>" + more)
                .body();
    }
}
