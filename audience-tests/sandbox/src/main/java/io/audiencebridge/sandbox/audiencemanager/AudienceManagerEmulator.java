// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.ims.ImsClient;
import io.audiencebridge.sandbox.s3.ObjectStore;
import io.audiencebridge.sandbox.server.CallHandler;
import io.audiencebridge.sandbox.server.Emulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
    private final InboundRun processing;
    private final OutboundRun publishing;
    private final ObjectStore objects;
    private final String inboundBucket;
    private Schedule schedule;
    private Duration offset = Duration.ZERO;
    private final Api api;
    private final Seeds seeds;

    /**
     * An emulator of one company.
     *
     * @param objects where it reads inbound files and writes outbound ones
     * @param buckets the inbound bucket and the outbound one
     */
    public AudienceManagerEmulator(
            ImsClient client, AccessTokens tokens, SandboxClock clock, ObjectStore objects, Buckets buckets) {
        company = new Company(clock);
        processing = new InboundRun(company, objects, buckets.inbound(), inbound);
        publishing = new OutboundRun(company, objects, buckets.outbound(), outbound);
        schedule = new Schedule(clock.instant());
        this.objects = objects;
        inboundBucket = buckets.inbound();
        api = new Api(company, new Access(client, tokens), inbound, outbound);
        seeds = new Seeds(company);
    }

    /** The names of the two buckets. */
    public record Buckets(String inbound, String outbound) {}

    /** Its data as a program sees it. */
    public SandboxAudienceManager data() {
        return new SandboxAudienceManager(company, inbound, outbound);
    }

    /**
     * The trait of an audience that Campaign exports, with a segment over it under the same data source; both are made if there is no such trait. A trait made so is
     * live at once. Source: campaign.md, section 1.4.
     *
     * @return its number; 0 if there is no such data source
     */
    public long traitOfAudience(String audience, long dataSource) {
        synchronized (company) {
            return new ExportedAudiences(company).trait(audience, dataSource);
        }
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
        synchronized (company) {
            // Whatever came since the clock moved last came at the latest just before it moved now.
            Instant before = Instant.now().plus(offset);
            objects.list(inboundBucket).forEach(object -> inbound.arrived(object, before));
            schedule.catchUp(now, company.asAt(processing::run), company.asAt(publishing::run));
            offset = Duration.between(Instant.now(), now);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        synchronized (company) {
            return Optional.of(schedule.next());
        }
    }

    @Override
    public Map<String, Object> state() {
        synchronized (company) {
            return States.of(company, inbound, outbound);
        }
    }

    @Override
    public void reset() {
        synchronized (company) {
            company.reset();
            inbound.clear();
            outbound.clear();
            publishing.clear();
            schedule = new Schedule(company.clock().instant());
            offset = Duration.ZERO;
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
