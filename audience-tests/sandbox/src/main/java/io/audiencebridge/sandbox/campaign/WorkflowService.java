// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.campaign.workflow.Command;
import io.audiencebridge.sandbox.campaign.workflow.Database;
import io.audiencebridge.sandbox.campaign.workflow.Event;
import io.audiencebridge.sandbox.campaign.workflow.WorkflowEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** {@code xtk:workflow}: every call is accepted or not; what comes of it stands in the workflow's state and log. Source: campaign.md, section 3.5. */
final class WorkflowService {
    static final String SERVICE = "xtk:workflow";
    private static final Database.Variables NONE = new Database.Variables(Map.of());

    private final CampaignData data;
    private final Database tables;
    private final WorkflowEngine engine;

    WorkflowService(CampaignData data, Database tables, WorkflowEngine engine) {
        this.data = data;
        this.tables = tables;
        this.engine = engine;
    }

    void register(Services services) {
        services.named(SERVICE)
                .on("Start", request -> plain(request, Command.START))
                .on("StartWithParameters", this::startWithParameters)
                .on("Stop", request -> plain(request, Command.STOP))
                .on("Kill", request -> plain(request, Command.KILL))
                .on("Pause", request -> plain(request, Command.PAUSE))
                .on("Resume", request -> plain(request, Command.RESUME))
                .on("Restart", request -> plain(request, Command.RESTART))
                .on("Wakeup", request -> plain(request, Command.WAKE_UP))
                .on("WakeUp", request -> plain(request, Command.WAKE_UP))
                .on("PostEvent", this::postEvent)
                .on("SpawnWithParameters", request -> spawn(request, Command.START))
                .on("SimulateWithParameters", request -> spawn(request, Command.SIMULATE));
    }

    /** A command that needs nothing but the workflow. */
    private String plain(SoapRequest request, Command command) {
        engine.accept(workflow(request), command, Event.of(NONE), data.now());
        return SoapAnswers.answer(SERVICE, request.method(), "");
    }

    private String startWithParameters(SoapRequest request) {
        engine.accept(workflow(request), Command.START, Event.of(variables(request, 1)), data.now());
        return SoapAnswers.answer(SERVICE, request.method(), "");
    }

    private String postEvent(SoapRequest request) {
        boolean complete = Condition.isTrue(request.text(4).strip());
        Event event = new Event(request.text(1).strip(), variables(request, 3), complete);
        engine.accept(workflow(request), Command.EVENT, event, data.now());
        return SoapAnswers.answer(SERVICE, request.method(), "");
    }

    private String spawn(SoapRequest request, Command command) {
        long id = engine.spawn(workflow(request), command, Event.of(variables(request, 1)), data.now());
        return SoapAnswers.answer(
                SERVICE, request.method(), SoapAnswers.value("plInstanceId", "int", Long.toString(id)));
    }

    private Database.WorkflowRow workflow(SoapRequest request) {
        return tables.workflow(request.text(0).strip()).orElseThrow(() -> SoapFault.noRecord(SERVICE));
    }

    /** The variables of a parameter. If its root is not {@code variables}, a real server ignores them without a word, and so does this one. */
    private static Database.Variables variables(SoapRequest request, int index) {
        List<Element> children = index < request.parameters().size()
                ? Dom.children(request.parameters().get(index))
                : List.of();
        if (children.isEmpty() || !Dom.name(children.get(0)).equals("variables")) {
            return NONE;
        }
        NamedNodeMap attributes = children.get(0).getAttributes();
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            if (!name.startsWith("xmlns")) {
                variables.put(name, attributes.item(i).getNodeValue());
            }
        }
        return new Database.Variables(variables);
    }
}
