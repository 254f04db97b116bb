// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.ims.ImsClient;
import io.audiencebridge.sandbox.server.CallHandler;
import io.audiencebridge.sandbox.server.Emulator;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * Emulates Audience Manager: REST, and the batch files that bring members in and take them out. Thread-safe. Source:
 * audience-manager.md.
 */
public final class AudienceManagerEmulator implements Emulator {
    private final Company company;
    private final InboundHistory inbound = new InboundHistory();
    private final OutboundHistory outbound = new OutboundHistory();
    private final Api api;
    private final Seeds seeds;

    /** An emulator of one company. */
    public AudienceManagerEmulator(ImsClient client, AccessTokens tokens, SandboxClock clock) {
        company = new Company(clock);
        api = new Api(company, new Access(client, tokens), inbound, outbound);
        seeds = new Seeds(company);
    }

    /** Its data as a program sees it. */
    public SandboxAudienceManager data() {
        return new SandboxAudienceManager(company);
    }

    @Override
    public String system() {
        return "audienceManager";
    }

    @Override
    public Handler handler() {
        return new CallHandler(api::answer);
    }

    /** Integration codes in paths may hold anything, a slash too. */
    @Override
    public void configure(HttpConfiguration http) {
        http.setUriCompliance(http.getUriCompliance()
                .with("CODES", Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_PATH_ENCODING));
    }

    @Override
    public void clockMoved(Instant now) {
        // Files follow.
    }

    @Override
    public Map<String, Object> state() {
        synchronized (company) {
            return States.of(company);
        }
    }

    @Override
    public void reset() {
        synchronized (company) {
            company.reset();
            inbound.clear();
            outbound.clear();
        }
    }

    @Override
    public Set<String> seedKeys() {
        return Seeds.KEYS;
    }

    @Override
    public void seed(String key, JsonNode value) {
        synchronized (company) {
            seeds.add(key, value);
        }
    }
}
