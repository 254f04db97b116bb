// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The commands of workflows ({@code xtk:workflow}). Right means that Campaign took the command down: it is carried out later, and what goes wrong then
 * stands in the workflow's log alone. A workflow is named by its id or its internal name. Blocks; safe for use by several threads.
 */
public final class WorkflowCalls {
    private static final String SERVICE = "xtk:workflow";
    private final CampaignSoap soap;

    /** The commands of the instance behind {@code soap}. */
    public WorkflowCalls(CampaignSoap soap) {
        this.soap = soap;
    }

    /** A command without parameters; left {@code OutcomeUnknown} when the answer was lost and {@code idempotent} is false. */
    public Either<BridgeError, Boolean> command(Command command, String workflow, Call call) {
        return send(command.method, command.idempotent, workflow, out -> {}, call);
    }

    /** Starts it with variables. */
    public Either<BridgeError, Boolean> start(String workflow, Map<String, String> variables, Call call) {
        return send(
                "StartWithParameters",
                false,
                workflow,
                out -> out.element("parameters", markup -> variables(variables, markup)),
                call);
    }

    /**
     * Hands an event to one of its activities.
     *
     * @param transition which of the activity's transitions it takes; empty text for the first
     * @param complete whether the activity ends with it
     */
    public Either<BridgeError, Boolean> post(
            String workflow,
            String activity,
            String transition,
            Map<String, String> variables,
            boolean complete,
            Call call) {
        return send(
                "PostEvent",
                false,
                workflow,
                out -> {
                    out.string("activity", activity);
                    out.string("transition", transition);
                    out.element("parameters", markup -> variables(variables, markup));
                    out.bool("complete", complete);
                },
                call);
    }

    /** Starts a copy of it; right: the copy's id. */
    public Either<BridgeError, Long> spawn(String workflow, Map<String, String> variables, Call call) {
        return soap.send(
                new SoapCall(SERVICE, "SpawnWithParameters", Vector.of(SERVICE), false, out -> {
                    out.string("workflowId", workflow);
                    out.element("parameters", markup -> variables(variables, markup));
                }),
                WorkflowCalls::instance,
                call);
    }

    private Either<BridgeError, Boolean> send(
            String method, boolean idempotent, String workflow, SoapCall.Parameters more, Call call) {
        return soap.send(
                new SoapCall(SERVICE, method, Vector.of(SERVICE), idempotent, out -> {
                    out.string("workflowId", workflow);
                    more.write(out);
                }),
                Answer::nothing,
                call);
    }

    /** Campaign passes over the variables in silence unless the root has this name. Source: adobe/acc-js-sdk, issue 105. */
    private static void variables(Map<String, String> variables, MarkupWriter out) {
        out.open("variables");
        variables.forEach(out::attribute);
        out.close();
    }

    private static Long instance(XMLStreamReader xml) throws XMLStreamException {
        Answer.parameter(xml);
        String id = Pull.text(xml).strip();
        if (!id.matches("-?[0-9]{1,18}")) {
            throw new XMLStreamException("a new instance without an id");
        }
        return Long.parseLong(id);
    }

    /** A command without parameters. */
    public enum Command {
        /** Starts it from the beginning, or goes on if it is paused. */
        START("Start", false),
        /** Stops it once its tasks at work have ended. Source: Campaign Classic, "Starting a workflow": not to be sent several times. */
        STOP("Stop", false),
        /** Stops it at once. */
        KILL("Kill", false),
        /** Pauses it. */
        PAUSE("Pause", true),
        /** Has it look at its work now, not at its next date. */
        WAKE_UP("Wakeup", true);

        private final String method;
        private final boolean idempotent;

        Command(String method, boolean idempotent) {
            this.method = method;
            this.idempotent = idempotent;
        }
    }
}
