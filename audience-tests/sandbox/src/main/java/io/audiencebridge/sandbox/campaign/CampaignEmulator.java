// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.server.CallHandler;
import io.audiencebridge.sandbox.server.Emulator;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Handler;

/** Emulates Campaign's SOAP router and its health probes. Faults come with HTTP 200, a refused logon with 403 and plain text. */
public final class CampaignEmulator implements Emulator {
    private static final String XML_TYPE = "application/soap+xml;charset=utf-8";
    private static final String TEXT_TYPE = "text/plain;charset=utf-8";

    private final CampaignData data;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final SandboxClock clock;
    private final SessionService session;
    private final PersistService persist;

    /** An emulator with these people and one operator; bearer tokens are IMS's. */
    public CampaignEmulator(
            Iterable<SeedRecipient> people, String operator, String password, AccessTokens tokens, SandboxClock clock) {
        this.tokens = tokens;
        this.clock = clock;
        data = new CampaignData(people, clock);
        sessions = new Sessions(clock);
        session = new SessionService(sessions, tokens, new SessionService.Operator(operator, password), data, clock);
        persist = new PersistService(data);
    }

    /** What it holds, without the wire. */
    public SandboxCampaign data() {
        return data;
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
        // Sessions look at the clock when they are used.
    }

    @Override
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>(data.state());
        state.put("campaignSessions", sessions.living());
        return state;
    }

    @Override
    public void reset() {
        sessions.clear();
        data.reset();
    }

    @Override
    public Set<String> seedKeys() {
        return CampaignSeeds.KEYS;
    }

    @Override
    public void seed(String key, JsonNode value) {
        CampaignSeeds.seed(key, value, data);
    }

    private void answer(HttpCall call) throws IOException {
        switch (call.path()) {
            case "/nl/jsp/soaprouter.jsp" -> soap(call);
            case "/nl/jsp/ping.jsp" -> call.answer(200, TEXT_TYPE, "OK\n" + Texts.time(clock.instant()) + "\n");
            case "/r/test" ->
                call.answer(
                        200,
                        "text/xml",
                        "<redir status='OK' date='" + Texts.time(clock.instant()) + "' sourceIP='127.0.0.1'/>");
            default -> call.answer(404, TEXT_TYPE, "Not found");
        }
    }

    private void soap(HttpCall call) throws IOException {
        try {
            SoapRequest request = SoapRequest.read(call);
            synchronized (data) {
                call.answer(200, XML_TYPE, dispatch(request));
            }
        } catch (SoapFault fault) {
            call.answer(200, XML_TYPE, SoapAnswers.fault(fault));
        } catch (SessionService.LogonRefused refused) {
            call.answer(403, TEXT_TYPE, String.valueOf(refused.getMessage()));
        }
    }

    private String dispatch(SoapRequest request) throws SessionService.LogonRefused {
        String action = request.service() + "#" + request.method();
        if (action.equals("xtk:session#Logon")) {
            return session.logon(request);
        }
        if (action.equals("xtk:session#BearerTokenLogon")) {
            return session.bearerTokenLogon(request);
        }
        if (action.equals("xtk:session#GetServerTime")) {
            return session.serverTime();
        }
        requireSignIn(request);
        return signedIn(action, request);
    }

    private String signedIn(String action, SoapRequest request) {
        return switch (action) {
            case "xtk:session#Logoff" -> session.logoff(request);
            case "xtk:session#TestCnx" -> session.testConnection();
            case "xtk:session#GetOption" -> session.option(request);
            case "xtk:session#GetUserInfo" -> session.userInfo();
            case "xtk:session#GetNewIdsEx" -> session.newIds(request);
            case "xtk:queryDef#ExecuteQuery" -> query(request);
            case "xtk:persist#Write" -> persist.write(request);
            case "xtk:persist#WriteCollection" -> persist.writeCollection(request);
            case "xtk:persist#DeleteCollection" -> persist.deleteCollection(request);
            case "xtk:persist#NewInstance" -> persist.newInstance(request);
            case "xtk:persist#GetEntityIfMoreRecent" -> schema(request);
            default -> throw SoapFault.undefinedMethod(request.service(), request.method());
        };
    }

    private void requireSignIn(SoapRequest request) {
        SoapRequest.Credentials credentials = request.credentials();
        String authorization = credentials.authorization();
        if (authorization != null && !authorization.isBlank()) {
            if (tokens.bearer(authorization).isEmpty()) {
                throw SoapFault.refusedBearer();
            }
        } else if (!sessions.isOpen(credentials.session(), credentials.security())) {
            throw SoapFault.expiredSession();
        }
    }

    private String query(SoapRequest request) {
        String rows = new Query(request.document(0), data).run();
        return SoapAnswers.answer("xtk:queryDef", "ExecuteQuery", SoapAnswers.element("pdomOutput", rows));
    }

    private static String schema(SoapRequest request) {
        String document = SchemaDocuments.named(request.text(0));
        return SoapAnswers.answer("wpp:default", "GetEntityIfMoreRecent", SoapAnswers.element("pdomDoc", document));
    }
}
