// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SandboxCampaignServer;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.campaign.workflow.WorkflowEngine;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.server.CallHandler;
import io.audiencebridge.sandbox.server.Emulator;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Handler;

/** Emulates Campaign's SOAP router and its health probes. Faults come with HTTP 200, a refused logon with 403 and plain text. */
public final class CampaignEmulator implements Emulator {
    static final String TEXT_TYPE = "text/plain;charset=utf-8";

    private static final String XML_TYPE = "application/soap+xml;charset=utf-8";

    private final Instance instance;
    private final CampaignData data;
    private final WorkflowEngine workflows;
    private final CampaignControls controls;
    private final Sessions sessions;
    private final Conduct conduct;
    private final SessionService session;
    private final StoredFiles files = new StoredFiles();
    private final Services services = new Services();
    private final Doorkeeper doorkeeper;
    private final Pages pages;

    /** An emulator of one instance; bearer tokens are IMS's. */
    public CampaignEmulator(Instance instance, AccessTokens tokens, SandboxClock clock) {
        this.instance = instance;
        data = new CampaignData(instance.people(), clock, instance.firstId());
        WorkflowTables tables = new WorkflowTables(data);
        workflows = new WorkflowEngine(tables, instance.outside());
        controls = new CampaignControls(data, workflows);
        sessions = new Sessions(clock);
        SchemaDocuments schemas = new SchemaDocuments(clock);
        conduct = new Conduct(sessions, schemas);
        doorkeeper = new Doorkeeper(conduct, sessions, tokens, instance.operator());
        pages = new Pages(doorkeeper, new HealthPages(conduct, clock), files, new WsdlPage(schemas));
        ServerInfo info = new ServerInfo(conduct, instance.operator(), clock);
        session = new SessionService(data, info, clock);
        session.register(services);
        new SignInService(sessions, tokens, instance.operator(), info).register(services);
        new SchemaService(schemas, data, conduct, clock).register(services);
        new PersistService(data).register(services);
        new WorkflowService(data, tables, workflows).register(services);
        new FileResourceService(data, files).register(services);
        services.named("xtk:queryDef").on("ExecuteQuery", this::query);
        fill();
    }

    private void fill() {
        synchronized (data) {
            data.reset();
            new StartingRecords(new Changes(data)).fill(instance);
            workflows.restart(data.now());
        }
    }

    /** What it holds, without the wire. */
    public SandboxCampaign data() {
        return controls;
    }

    /** How it behaves. */
    public SandboxCampaignServer server() {
        return conduct;
    }

    @Override
    public String system() {
        return "campaign";
    }

    @Override
    public Handler handler() {
        return new CallHandler(this::answer);
    }

    @Override
    public void clockMoved(Instant now) {
        synchronized (data) {
            workflows.run(now);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        synchronized (data) {
            return workflows.nextDue();
        }
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        synchronized (data) {
            workflows.run(data.now());
            state.putAll(CampaignStates.of(data));
        }
        state.put("campaignSessions", sessions.living());
        return state;
    }

    @Override
    public void reset() {
        sessions.clear();
        conduct.reset();
        session.reset();
        files.clear();
        fill();
    }

    @Override
    public Set<String> seedKeys() {
        return CampaignSeeds.KEYS;
    }

    @Override
    public void seed(String key, JsonNode value) {
        new CampaignSeeds(data, controls).seed(key, value);
    }

    @Override
    public Map<String, Object> settings() {
        return conduct.state();
    }

    @Override
    public void set(JsonNode settings) {
        ConductJson.apply(settings, conduct);
    }

    private void answer(HttpCall call) throws IOException {
        if (call.path().equals("/nl/jsp/soaprouter.jsp")) {
            soap(call);
        } else {
            pages.answer(call);
        }
    }

    private void soap(HttpCall call) throws IOException {
        try {
            String answer = answer(SoapRequest.read(call));
            call.answer(200, XML_TYPE, answer);
        } catch (SoapFault fault) {
            SoapFault shown = conduct.showErrors() ? fault : fault.masked();
            call.answer(200, XML_TYPE, SoapAnswers.fault(shown));
        } catch (Refusal refusal) {
            call.answer(refusal.status(), TEXT_TYPE, refusal.text());
        }
    }

    private String answer(SoapRequest request) {
        try {
            return execute(request);
        } catch (SoapFault fault) {
            throw fault.of(request);
        }
    }

    /** Holds the tables only while it works, never while a caller reads slowly. */
    private String execute(SoapRequest request) {
        Services.Method method = services.find(request);
        doorkeeper.admit(request, method == null ? Services.Access.SESSION : method.access());
        if (method == null) {
            throw services.missing(request);
        }
        synchronized (data) {
            // What fell due by itself since the last call is done first, so that a caller who polls sees it.
            workflows.run(data.now());
            return method.operation().answer(request);
        }
    }

    private String query(SoapRequest request) {
        String rows = new Query(request.document(0), data).run();
        return SoapAnswers.answer("xtk:queryDef", "ExecuteQuery", SoapAnswers.element("pdomOutput", rows));
    }
}
