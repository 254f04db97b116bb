// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.audiencemanager.dcs.Partner;
import io.audiencebridge.sandbox.audiencemanager.files.BatchFiles;
import io.audiencebridge.sandbox.audiencemanager.files.Outside;
import io.audiencebridge.sandbox.ims.AccessTokens;
import io.audiencebridge.sandbox.ims.ImsClient;
import io.audiencebridge.sandbox.s3.ObjectStore;
import io.audiencebridge.sandbox.server.CallHandler;
import io.audiencebridge.sandbox.server.Emulator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * Emulates Audience Manager: REST, and the batch files that bring members in and take them out. Thread-safe. Source:
 * audience-manager.md.
 */
public final class AudienceManagerEmulator implements Emulator {
    private final Company company;
    private final BatchFiles files;
    private final Api api;
    private final Seeds seeds;
    private final LegacyTokens legacy;
    private final SandboxPushes pushes;
    private final PushSeeds pushSeeds;

    /**
     * An emulator of one company.
     *
     * @param objects where it reads inbound files and writes outbound ones
     * @param buckets the inbound bucket and the outbound one
     */
    public AudienceManagerEmulator(
            ImsClient client,
            LegacyAccount account,
            AccessTokens tokens,
            SandboxClock clock,
            ObjectStore objects,
            Buckets buckets) {
        company = new Company(clock);
        files = new BatchFiles(
                new Outside(
                        company.definitions(),
                        company.definitions(),
                        company.profiles(),
                        company.population(),
                        objects,
                        buckets.inbound(),
                        buckets.outbound()),
                company::asAt);
        legacy = new LegacyTokens(clock);
        api = new Api(
                company,
                new Access(client, tokens, legacy),
                new LegacyTokenEndpoint(account, legacy),
                files.inbound(),
                files.outbound());
        company.switches().settings().command("revokeTokens", () -> {
            tokens.clear();
            legacy.revokeAll();
        });
        company.switches().settings().part("files", files.settings().settings());
        pushes = new SandboxPushes(company);
        pushSeeds = new PushSeeds(pushes);
        seeds = new Seeds(company, files);
    }

    /** The names of the two buckets. */
    public record Buckets(String inbound, String outbound) {}

    /** The company as data collection sees it. */
    public Partner partner(String orgId) {
        return new CompanyPartner(company, orgId);
    }

    /** How it behaves. */
    public SandboxAudienceManagerServer server() {
        return new SandboxAudienceManagerServer(company.switches().settings());
    }

    /** Its data as a program sees it. */
    public SandboxAudienceManager data() {
        return new SandboxAudienceManager(company, files, pushes);
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
            files.clockMoved(now);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        synchronized (company) {
            return Optional.of(files.nextDue());
        }
    }

    @Override
    public Map<String, Object> state() {
        synchronized (company) {
            Map<String, Object> state = States.of(company, files);
            state.put("pushes", pushSeeds.state());
            return state;
        }
    }

    @Override
    public void reset() {
        synchronized (company) {
            company.reset();
            files.reset();
            pushes.clear();
            legacy.revokeAll();
        }
    }

    @Override
    public Map<String, Object> settings() {
        synchronized (company) {
            Map<String, Object> settings =
                    new LinkedHashMap<>(company.switches().settings().state());
            settings.put("openPgpPublicKey", files.openPgpPublicKey());
            settings.put("orders", files.orders());
            return settings;
        }
    }

    @Override
    public void set(JsonNode settings) {
        company.switches().settings().apply(settings);
    }

    @Override
    public Set<String> seedKeys() {
        return Stream.of(Seeds.KEYS, PushSeeds.KEYS).flatMap(Set::stream).collect(Collectors.toSet());
    }

    @Override
    public void seed(String key, JsonNode value) {
        if (PushSeeds.KEYS.contains(key)) {
            pushSeeds.add(key, value);
            return;
        }
        synchronized (company) {
            seeds.add(key, value);
        }
    }
}
