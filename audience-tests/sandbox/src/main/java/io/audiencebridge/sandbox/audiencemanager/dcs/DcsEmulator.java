// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.ims.ImsClient;
import io.audiencebridge.sandbox.server.CallHandler;
import io.audiencebridge.sandbox.server.Emulator;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * Emulates the data collection servers of all regions and, beside them, the Customer Data API; which host a call is for
 * says {@link Route}. Thread-safe. Source: audience-manager.md, sections 4.10, 6 and 7.1.
 */
public final class DcsEmulator implements Emulator {
    private static final int LONGEST_TARGET = 8 << 10;
    private static final int LONGEST_BODY = 32 << 10;
    private static final int LONGEST_HEAD = 64 << 10;

    private final Conduct conduct = new Conduct();
    private final Collector collector;
    private final CustomerData customerData;

    /** Servers that collect for one company. */
    public DcsEmulator(Partner partner, ImsClient client, AccessTokens tokens) {
        collector = new Collector(partner, conduct, new Bindings(partner), new DenyList(conduct), new OptOuts());
        customerData = new CustomerData(collector, client, tokens);
    }

    @Override
    public String system() {
        return "dcs";
    }

    @Override
    public Handler handler() {
        return new CallHandler(this::answer);
    }

    /** Ids and addresses stand encoded in paths, and what is wrongly encoded gets an answer, too. */
    @Override
    public void configure(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(LONGEST_HEAD);
    }

    private void answer(HttpCall call) throws IOException {
        Route route = Route.of(call);
        byte[] body = call.body();
        synchronized (collector.partner().lock()) {
            if (route.host().equals(Route.CUSTOMER_DATA)) {
                customerData.answer(call, route, body);
            } else if (body.length > LONGEST_BODY) {
                call.answer(413, "text/plain", "");
            } else if (call.method().equals("GET") && route.target().length() > LONGEST_TARGET) {
                call.answer(414, "text/plain", "");
            } else {
                collect(call, route, body);
            }
        }
    }

    private void collect(HttpCall call, Route route, byte[] body) throws IOException {
        Parameters parameters = new Parameters().form(route.query()).form(new String(body, StandardCharsets.UTF_8));
        String path = route.path();
        if (path.equals("/event")) {
            new EventCall(collector, call, route, parameters).answer();
        } else if (path.equals("/id")) {
            new IdServiceCall(collector, call, route, parameters).answer();
        } else if (path.equals(OptOutStatusCall.PATH)) {
            new OptOutStatusCall(collector, call, route, parameters).answer();
        } else if (path.startsWith(IdSyncCall.PATH)) {
            new IdSyncCall(collector, call, route).answer();
        } else if (OptOutCall.PATHS.contains(path)) {
            new OptOutCall(collector, call, route, parameters).answer();
        } else {
            call.answer(404, "text/plain", "");
        }
    }

    @Override
    public void clockMoved(Instant now) {
        // Nothing falls due; calls look at the clock.
    }

    @Override
    public Map<String, Object> state() {
        synchronized (collector.partner().lock()) {
            return Map.of(
                    "dataCollection",
                    Map.of(
                            "optOuts", collector.optOuts().size(),
                            "deniedIds", collector.denied().size()));
        }
    }

    @Override
    public void reset() {
        synchronized (collector.partner().lock()) {
            conduct.settings().reset();
            collector.bindings().clear();
            collector.denied().clear();
            collector.optOuts().clear();
        }
    }

    @Override
    public Map<String, Object> settings() {
        return conduct.settings().state();
    }

    @Override
    public void set(JsonNode settings) {
        conduct.settings().apply(settings);
    }
}
