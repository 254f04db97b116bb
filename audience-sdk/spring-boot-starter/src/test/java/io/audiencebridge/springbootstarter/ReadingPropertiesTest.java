// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.MergeRule;
import io.audiencebridge.adapter.ims.ImsProduct;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.validation.FieldError;

class ReadingPropertiesTest {
    private static final String HIDDEN = "not-to-be-printed";

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Test
    void every_kind_of_value_is_read() {
        application
                .withPropertyValues(
                        "audience-bridge.home=var/bridge",
                        "audience-bridge.limit=90m",
                        "audience-bridge.match-by=look-up",
                        "audience-bridge.sign-in.organisation=5BFE274A5F6980A50A495C08@AdobeOrg",
                        "audience-bridge.sign-in.client-id=client",
                        "audience-bridge.sign-in.client-secrets=" + HIDDEN,
                        "audience-bridge.sign-in.products=campaign,audience-manager",
                        "audience-bridge.campaign.uri=https://campaign.example.com",
                        "audience-bridge.campaign.connection=campaign-eu",
                        "audience-bridge.audience-manager.merge-rules[0].data-source-id=7",
                        "audience-bridge.audience-manager.merge-rules[0].data-sources=8,9",
                        "audience-bridge.experience-platform.destinations[0].name=Campaign",
                        "audience-bridge.experience-platform.destinations[0].key-column=personalEmail.address",
                        "audience-bridge.experience-platform.destinations[0].first-export=2026-11-01T03:00:00Z",
                        "audience-bridge.files.inbound.s3.bucket=drop",
                        "audience-bridge.files.outbound.folder=var/outbound")
                .run(context -> {
                    AudienceBridgeProperties read = context.getBean(AudienceBridgeProperties.class);

                    assertThat(read.home()).isEqualTo(Path.of("var/bridge"));
                    assertThat(read.limit()).isEqualTo(Duration.ofMinutes(90));
                    assertThat(read.signIn().products())
                            .containsExactly(ImsProduct.CAMPAIGN, ImsProduct.AUDIENCE_MANAGER);
                    assertThat(read.signIn().clientSecrets().get(0).reveal()).isEqualTo(HIDDEN);
                    assertThat(read.campaign().connection()).hasToString("campaign-eu");
                    assertThat(read.audienceManager().mergeRules().get(0).authentication())
                            .isEqualTo(MergeRule.Authentication.LAST_AUTHENTICATED);
                    assertThat(read.audienceManager().mergeRules().get(0).dataSources())
                            .containsExactly(8L, 9L);
                    assertThat(read.experiencePlatform().destinations().get(0).firstExport())
                            .isEqualTo(Instant.parse("2026-11-01T03:00:00Z"));
                    assertThat(read.files()).containsOnlyKeys("inbound", "outbound");
                    assertThat(read.toString()).contains("campaign-eu").doesNotContain(HIDDEN);
                });
    }

    @Test
    void nothing_said_is_sound() {
        application.run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void all_mistakes_are_told_at_once_by_the_names_of_properties_and_without_secrets() {
        application
                .withPropertyValues(
                        "audience-bridge.limit=0s",
                        "audience-bridge.suppression-secret=hidden-short",
                        "audience-bridge.sign-in.organisation=5BFE274A5F6980A50A495C08",
                        "audience-bridge.sign-in.client-secrets=" + HIDDEN,
                        "audience-bridge.campaign.operator=operator",
                        "audience-bridge.audience-manager.merge-rules[0].data-sources=8",
                        "audience-bridge.experience-platform.destinations[0].name=Campaign",
                        "audience-bridge.files.inbound.folder=var",
                        "audience-bridge.files.inbound.s3.access-key=key",
                        "audience-bridge.files.outbound.sftp.host=example.com",
                        "audience-bridge.ciphers.adobe.recipient=ab",
                        "audience-bridge.journal.user=me",
                        "audience-bridge.resume-due.every=-1s")
                .run(context -> {
                    BindValidationException wrong = cause(context.getStartupFailure());
                    String told = wrong.getValidationErrors().getAllErrors().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining("\n"));

                    assertThat(wrong.getValidationErrors().getAllErrors())
                            .map(error -> ((FieldError) error).getField())
                            .containsExactlyInAnyOrder(
                                    "limit",
                                    "suppressionSecret",
                                    "signIn.organisation",
                                    "signIn.clientId",
                                    "campaign.uri",
                                    "campaign.password",
                                    "audienceManager.mergeRules[0].dataSourceId",
                                    "experiencePlatform.destinations[0].keyColumn",
                                    "files[inbound].folder",
                                    "files[inbound].s3.bucket",
                                    "files[inbound].s3.secretKey",
                                    "files[outbound].sftp.user",
                                    "files[outbound].sftp.password",
                                    "files[outbound].sftp.hostKeys",
                                    "ciphers[adobe].publicKey",
                                    "journal.url",
                                    "resumeDue.every");
                    assertThat(told).doesNotContain(HIDDEN).doesNotContain("hidden-short");
                });
    }

    private static BindValidationException cause(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof BindValidationException)) {
            cause = cause.getCause();
        }
        return (BindValidationException) cause;
    }

    @Test
    void every_property_is_described_for_editors() throws java.io.IOException {
        String metadata;
        try (var in = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            metadata = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        String[] properties =
                metadata.substring(metadata.indexOf("\"properties\"")).split("\"name\": ");

        assertThat(Arrays.stream(properties).filter(one -> one.startsWith("\"audience-bridge.")))
                .hasSizeGreaterThan(50)
                .allSatisfy(one -> assertThat(one.contains("\"description\"") || one.contains("\"providers\""))
                        .as(one)
                        .isTrue());
    }

    @EnableConfigurationProperties(AudienceBridgeProperties.class)
    static class Bound {}
}
