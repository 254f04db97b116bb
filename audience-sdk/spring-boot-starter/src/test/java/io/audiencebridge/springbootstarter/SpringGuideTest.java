// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The guide's properties and code are read out of the guide, and share an audience over HTTP. */
final class SpringGuideTest {
    private static final Path GUIDE = Path.of("../docs/spring.md");
    private static final Path CODE = Path.of("src/test/java/io/audiencebridge/springbootstarter");
    private static final int PEOPLE = 50;

    @TempDir
    Path home;

    @Test
    void the_guide_shows_what_is_compiled() throws IOException {
        List<String> shown = blocks(Files.readString(GUIDE), "```java\n", "```");
        List<String> compiled = Stream.of("LoyalCustomers.java", "BridgeCustomizations.java")
                .flatMap(file -> blocks(read(CODE.resolve(file)), "// guide:begin\n", "// guide:end").stream())
                .toList();

        assertThat(shown.stream().map(SpringGuideTest::bare))
                .containsExactlyElementsOf(
                        compiled.stream().map(SpringGuideTest::bare).toList())
                .hasSize(2);
    }

    @Test
    void the_guides_properties_make_a_bridge_that_shares() throws IOException {
        try (Sandbox sandbox = Sandbox.builder().recipients(PEOPLE).start()) {
            application(sandbox).run(context -> {
                assertThat(context).hasNotFailed();
                AudienceBridge bridge = context.getBean(AudienceBridge.class);
                LoyalCustomers customers = context.getBean(LoyalCustomers.class);

                Receipt waiting = customers.share(
                        sandbox.campaignData().allRecipientsList(),
                        DataSource.visitor(sandbox.audienceManagerData().visitorDataSourceId()));
                sandbox.clock().advance(Duration.ofHours(5));
                Receipt receipt = bridge.resume(waiting.run());
                context.publishEvent(
                        new SharingEvent.Late(receipt, receipt.visible().orElseThrow()));

                assertThat(waiting.state()).isEqualTo(RunState.AWAITING_TRAIT);
                assertThat(receipt.state()).isEqualTo(RunState.DELIVERED);
                assertThat(receipt.exported().orElseThrow().read()).isEqualTo(PEOPLE);
                assertThat(sandbox.objects().list(sandbox.inboundBucket())).isNotEmpty();
                assertThat(customers.alarms).hasSize(1);
            });
        }
    }

    private ApplicationContextRunner application(Sandbox sandbox) throws IOException {
        return World.application()
                .withUserConfiguration(LoyalCustomers.class, BridgeCustomizations.class)
                .withBean(InstantSource.class, sandbox::clock)
                .withPropertyValues(shown())
                .withPropertyValues(
                        "BRIDGE_HOME=" + home.resolve("bridge"),
                        "audience-bridge.sign-in.uri=" + sandbox.ims(),
                        "ADOBE_ORG=" + sandbox.orgId(),
                        "ADOBE_CLIENT_ID=" + sandbox.clientId(),
                        "ADOBE_CLIENT_SECRET=" + sandbox.clientSecret(),
                        "CAMPAIGN_URI=" + sandbox.campaign(),
                        "AAM_URI=" + sandbox.audienceManager(),
                        "AAM_PARTNER=" + sandbox.audienceManagerData().partnerName(),
                        "AAM_INBOUND_BUCKET=" + sandbox.inboundBucket(),
                        "S3_ENDPOINT=" + sandbox.s3(),
                        "S3_ACCESS_KEY=" + sandbox.s3AccessKey(),
                        "S3_SECRET_KEY=" + sandbox.s3SecretKey());
    }

    private static String[] shown() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(
                blocks(Files.readString(GUIDE), "```properties\n", "```").get(0)));
        return properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    private static List<String> blocks(String text, String begin, String end) {
        return Stream.of(text.split(begin))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf(end)))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** However it is broken into lines. */
    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }
}
