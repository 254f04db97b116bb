// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.audiencebridge.adapter.experiencecloud.ExperienceCloudSettings;
import io.audiencebridge.adapter.experienceplatform.ExperiencePlatformSettings;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.LinkOrigin;
import io.audiencebridge.domain.sharing.LinkRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.observation.BridgeObserver;
import io.audiencebridge.sandbox.Exchange;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.experiencecloud.SandboxBrowser;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.CallOptions;
import io.audiencebridge.sdk.LogKeys;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A list goes there and comes back, all is well, and whoever runs it looks at log, metrics and wire. */
@Timeout(120)
final class WatchingAHealthyDayTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Set<String> STORES_AND_SYSTEMS = Set.of("campaign", "audience-manager", "ims", "s3");

    @TempDir
    Path home;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void listen() {
        lines.start();
        ROOT.addAppender(lines);
    }

    @AfterEach
    void end() {
        ROOT.detachAppender(lines);
    }

    @Test
    void nothing_is_told_at_warn_every_line_has_its_call_every_request_is_counted_and_says_who_calls() {
        try (Sandbox sandbox = Sandbox.builder()
                        .recipients(People.withoutSharedKeys(60))
                        .start();
                AudienceBridge bridge = bridge(sandbox)) {
            day(bridge, sandbox);

            assertQuiet();
            assertEveryLineHasItsCall();
            assertEveryRequestIsCounted(sandbox.exchanges());
            assertThat(sandbox.exchanges()).hasSizeGreaterThan(20);
            assertEachSaysWhoCalls(sandbox.exchanges());
            assertFewValues();
            assertThat(MDC.get(LogKeys.CALL)).isNull();
            assertThat(MDC.get(LogKeys.RUN)).isNull();
        }
    }

    @Test
    void the_id_service_and_platform_learn_who_calls_too() throws Exception {
        try (Sandbox sandbox = Sandbox.builder()
                        .recipients(People.withoutSharedKeys(1))
                        .start();
                AudienceBridge bridge = linking(sandbox)) {
            SandboxBrowser browser = sandbox.newBrowser().visit();
            int before = sandbox.exchanges().size();

            bridge.link(LinkRequest.builder()
                    .visitor(new WebVisitor.Cookies(browser.cookies()))
                    .recipient("CRM-00000001")
                    .dataSource(KeyKind.DECLARED_PLAIN.dataSource(sandbox))
                    .origin(LinkOrigin.EMAIL_CLICK)
                    .build());
            bridge.browse(
                    AudienceQuery.builder().connection(PlatformJourney.PLATFORM).build());

            List<Exchange> seen =
                    sandbox.exchanges().subList(before, sandbox.exchanges().size());
            assertThat(seen).extracting(Exchange::system).contains("dcs", "ims", "platform");
            assertEachSaysWhoCalls(seen);
        }
    }

    private AudienceBridge linking(Sandbox sandbox) {
        return Journey.builder(sandbox.description(), home)
                .connect(ExperienceCloudSettings.builder()
                        .organisation(new ImsOrgId(sandbox.orgId()))
                        .uri(sandbox.idService())
                        .build())
                .connect(ExperiencePlatformSettings.builder()
                        .uri(sandbox.experiencePlatform())
                        .build())
                .clock(sandbox.clock())
                .application("shop 7")
                .build();
    }

    private AudienceBridge bridge(Sandbox sandbox) {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return Journey.builder(sandbox.description(), home)
                .clock(sandbox.clock())
                .application("shop 7")
                .observer(BridgeObserver.of(registry))
                .build();
    }

    private static void day(AudienceBridge bridge, Sandbox sandbox) {
        DataSource source = KeyKind.VISITOR.dataSource(sandbox);
        ShareRequest request = Journey.shareOfEverybody(sandbox, "Healthy");
        AudienceBridge named =
                bridge.with(CallOptions.builder().correlationId("healthy-day").build());
        bridge.diagnose(DiagnosisRequest.of(request));
        Receipt waiting = named.share(request);
        sandbox.clock().advance(Journey.TRAIT_IS_LIVE);
        Receipt shared = named.resume(waiting.run());
        sandbox.clock().advance(Journey.FILES_TRAVELLED);
        assertThat(bridge.track(shared.run()).state()).isEqualTo(RunState.STORED);
        var audience = bridge.browseAll(AudienceQuery.builder()
                        .connection(Journey.AUDIENCE_MANAGER)
                        .search("Healthy")
                        .build())
                .iterator()
                .next();
        Receipt imported = bridge.importAudience(ImportRequest.builder()
                .audience(audience.ref())
                .into(Journey.CAMPAIGN)
                .list("Healthy again")
                .dataSource(source)
                .build());
        assertThat(imported.state()).isEqualTo(RunState.DELIVERED);
    }

    private void assertQuiet() {
        assertThat(lines.list).hasSizeGreaterThan(20);
        assertThat(lines.list.stream()
                        .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                        .map(ILoggingEvent::getFormattedMessage))
                .isEmpty();
    }

    /** Those of the sandbox are another program's. */
    private void assertEveryLineHasItsCall() {
        List<ILoggingEvent> ours = lines.list.stream()
                .filter(line -> line.getLoggerName().startsWith("io.audiencebridge.adapter"))
                .toList();

        assertThat(ours)
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                        .as(line.getFormattedMessage())
                        .containsKey(LogKeys.CALL));
        assertThat(ours.stream()
                        .map(ILoggingEvent::getMDCPropertyMap)
                        .filter(context -> "healthy-day".equals(context.get(LogKeys.CALL))))
                .isNotEmpty()
                .allSatisfy(context -> assertThat(context).containsKey(LogKeys.RUN));
    }

    private void assertEveryRequestIsCounted(List<Exchange> seen) {
        Map<String, Long> counted = new TreeMap<>();
        meters.find("audiencebridge.exchange")
                .timers()
                .forEach(timer -> counted.merge(tag(timer, "system"), timer.count(), Long::sum));

        assertThat(counted)
                .containsOnlyKeys(STORES_AND_SYSTEMS)
                .isEqualTo(seen.stream()
                        .collect(Collectors.groupingBy(
                                exchange -> exchange.system().equals("audienceManager")
                                        ? "audience-manager"
                                        : exchange.system(),
                                TreeMap::new,
                                Collectors.counting())));
    }

    private static void assertEachSaysWhoCalls(List<Exchange> seen) {
        assertThat(seen)
                .allSatisfy(exchange -> assertThat(exchange.request().content().header("user-agent"))
                        .as("%s %s", exchange.system(), exchange.request().path())
                        .hasValueSatisfying(agent -> assertThat(agent).contains("AudienceBridge (shop 7)")));
    }

    private void assertFewValues() {
        assertThat(meters.getMeters().stream()
                        .map(Meter::getId)
                        .flatMap(id -> id.getTags().stream())
                        .map(Tag::getValue)
                        .distinct())
                .hasSizeLessThan(80)
                .allMatch(value -> value.matches("[A-Za-z0-9:#|./{} _-]+") && !value.matches(".*[0-9]{2}.*"))
                .noneMatch(value -> value.contains("Healthy"));
        assertThat(meters.find("audiencebridge.call").tag("operation", "share").timers())
                .isNotEmpty();
        assertThat(meters.find("audiencebridge.step")
                        .tag("run.kind", "import")
                        .tag("step", "matching-members")
                        .timers())
                .isNotEmpty();
    }

    private static String tag(Timer timer, String key) {
        return String.valueOf(timer.getId().getTag(key));
    }
}
