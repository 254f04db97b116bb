// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.experienceplatform.exports.Storages;
import io.audiencebridge.sandbox.experienceplatform.flows.AdHocRuns;
import io.audiencebridge.sandbox.experienceplatform.flows.FlowService;
import io.audiencebridge.sandbox.experienceplatform.flows.MappingSets;
import io.audiencebridge.sandbox.experienceplatform.flows.StorageCredentials;
import io.audiencebridge.sandbox.experienceplatform.rest.Gateway;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import io.audiencebridge.sandbox.experienceplatform.rest.Switches;
import io.audiencebridge.sandbox.experienceplatform.segmentation.ExternalAudiences;
import io.audiencebridge.sandbox.experienceplatform.segmentation.LandingZone;
import io.audiencebridge.sandbox.experienceplatform.segmentation.Namespaces;
import io.audiencebridge.sandbox.experienceplatform.segmentation.Segmentation;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.ims.ImsClient;
import io.audiencebridge.sandbox.server.CallHandler;
import io.audiencebridge.sandbox.server.Emulator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;

/** Emulates Experience Platform and its Real-Time CDP: REST, and the files that destinations write. Thread-safe. Source: experience-cloud.md, section 4. */
public final class ExperiencePlatformEmulator implements Emulator, AutoCloseable {
    private final Tenant tenant;
    private final Switches switches = new Switches();
    private final MappingSets mappings = new MappingSets();
    private final FlowService flows;
    private final Segmentation segmentation;
    private final ExternalAudiences external;
    private final Router router;

    /**
     * An emulator of one organisation.
     *
     * @param storages what its destinations write to
     * @param credentials what flows must name to write to them
     */
    public ExperiencePlatformEmulator(
            ImsClient client,
            AccessTokens tokens,
            SandboxClock clock,
            Storages storages,
            StorageCredentials credentials) {
        tenant = new Tenant(clock, storages);
        switches.settings().part("exports", tenant.exporter().settings().settings());
        switches.settings().command("revokeTokens", tokens::clear);
        flows = new FlowService(client, switches, tenant.exporter(), clock, mappings, credentials);
        segmentation = new Segmentation(tenant.people(), client.orgId(), switches, clock);
        external = new ExternalAudiences(tenant.people(), clock);
        router = new Router(tenant, new Gateway(client, tokens, switches), services(clock));
    }

    private Map<List<String>, Service> services(SandboxClock clock) {
        return Map.of(
                List.of("data", "foundation", "flowservice"),
                flows,
                List.of("data", "foundation", "conversion", "mappingSets"),
                mappings,
                List.of("data", "foundation", "connectors", "landingzone", "credentials"),
                new LandingZone(),
                List.of("data", "core", "activation", "disflowprovider", "adhocrun"),
                new AdHocRuns(switches, tenant.exporter(), tenant.people(), clock),
                List.of("data", "core", "ups"),
                segmentation,
                List.of("data", "core", "ais", "external-audience"),
                external,
                List.of("data", "core", "idnamespace", "identities"),
                new Namespaces());
    }

    /** How it behaves. */
    public SandboxExperiencePlatformServer server() {
        return new SandboxExperiencePlatformServer(switches.settings());
    }

    /** Its data as a program sees it. */
    public SandboxExperiencePlatform data() {
        return new SandboxExperiencePlatform(tenant);
    }

    @Override
    public String system() {
        return "platform";
    }

    @Override
    public Handler handler() {
        return new CallHandler(router::answer);
    }

    @Override
    public Optional<Instant> nextDue() {
        synchronized (tenant) {
            return tenant.exporter().nextDue();
        }
    }

    @Override
    public void clockMoved(Instant now) {
        tenant.clockMoved(now);
    }

    @Override
    public Map<String, Object> state() {
        return States.of(tenant);
    }

    @Override
    public void reset() {
        synchronized (tenant) {
            tenant.reset();
            flows.clear();
            mappings.clear();
            segmentation.clear();
            external.clear();
            switches.settings().reset();
        }
    }

    @Override
    public Map<String, Object> settings() {
        return switches.settings().state();
    }

    @Override
    public void set(JsonNode settings) {
        switches.settings().apply(settings);
    }

    @Override
    public void close() {
        tenant.exporter().close();
    }
}
