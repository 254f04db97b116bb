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
import io.audiencebridge.sandbox.server.Pieces;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;

/** Emulates Campaign's SOAP router and its health probes. Faults come with HTTP 200, a refused logon with 403 and plain text. */
public final class CampaignEmulator implements Emulator {
    static final String TEXT_TYPE = "text/plain;charset=utf-8";

    /** Where the rows stand in {@link #AROUND_ROWS}. */
    private static final String ROWS = "\0";

    private static final String AROUND_ROWS =
            SoapAnswers.answer("xtk:queryDef", "ExecuteQuery", SoapAnswers.element("pdomOutput", ROWS));

    /** Room for a small page, in characters. */
    private static final int ROOM = 1 << 13;

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
    private final Permissions permissions;
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
        permissions = new Permissions(conduct);
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
        services.named("xtk:queryDef").onLarge("ExecuteQuery", this::query);
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
        Pieces pieces = new Pieces(call, 200, XML_TYPE);
        try {
            pieces.finish(answer(SoapRequest.read(call), pieces::add));
        } catch (SoapFault fault) {
            if (pieces.isBegun()) {
                throw new IOException("The method failed in the middle of its answer", fault);
            }
            SoapFault shown = conduct.showErrors() ? fault : fault.masked();
            call.answer(200, XML_TYPE, SoapAnswers.fault(shown));
        } catch (Refusal refusal) {
            call.answer(refusal.status(), TEXT_TYPE, refusal.text());
        }
    }

    private String answer(SoapRequest request, Consumer<CharSequence> pieces) {
        try {
            return execute(request, pieces);
        } catch (SoapFault fault) {
            throw fault.of(request);
        }
    }

    /** Holds the tables only while it works, never while a caller reads slowly. */
    private String execute(SoapRequest request, Consumer<CharSequence> pieces) {
        Services.Method method = services.find(request);
        doorkeeper.admit(request, method == null ? Services.Access.SESSION : method.access());
        if (method == null) {
            throw services.missing(request);
        }
        permissions.admit(request);
        synchronized (data) {
            // What fell due by itself since the last call is done first, so that a caller who polls sees it.
            workflows.run(data.now());
            return method.operation().answer(request, pieces);
        }
    }

    private String query(SoapRequest request, Consumer<CharSequence> pieces) {
        StringBuilder out = new StringBuilder(ROOM).append(AROUND_ROWS, 0, AROUND_ROWS.indexOf(ROWS));
        permissions.admit(request.document(0).getAttribute("schema"));
        new Query(request.document(0), data).run(out, pieces);
        return out.append(AROUND_ROWS, AROUND_ROWS.indexOf(ROWS) + ROWS.length(), AROUND_ROWS.length())
                .toString();
    }
}
