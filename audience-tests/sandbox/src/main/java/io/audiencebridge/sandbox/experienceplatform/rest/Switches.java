// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.server.Settings;
import io.audiencebridge.sandbox.server.Settings.Switch;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What can be set of the REST API: where documents contradict each other or say nothing. Source: experience-cloud.md, sections 1.10, 4.7, 4.8 and 9. */
public final class Switches {
    /** Source: the table of section 4.7; X5 of section 0.1 doubts it. */
    private static final String CAMPAIGN_FLOW_SPEC = "71471eba-b620-49e4-90fd-23f1fa0174d8";

    private final Settings settings = new Settings("Platform");
    private final Switch<Boolean> sandboxNeeded = settings.flag("sandboxNeeded", false);
    private final Switch<Long> missingTokenStatus = settings.number("missingTokenStatus", 403);
    private final Switch<String> flowErrorCode = settings.choice("flowErrorCode", "text", "number");
    private final Switch<String> patchAnswer = settings.choice("patchAnswer", "body", "empty");
    private final Switch<Boolean> etagQuoted = settings.flag("etagQuoted", true);
    private final Switch<String> singleRead = settings.choice("singleRead", "items", "object");
    private final Switch<String> runStatus = settings.choice("runStatus", "lower", "capital", "upper");
    private final Switch<String> audiencePage = settings.choice("audiencePage", "_page", "_pages");
    private final Switch<String> audienceErrors = settings.choice("audienceErrors", "outside", "inside");
    private final Switch<Boolean> secretsShown = settings.flag("secretsShown", false);
    private final Switch<String> campaignFlowSpec = settings.value(
            "campaignFlowSpec", CAMPAIGN_FLOW_SPEC, value -> Optional.of(value.asText()), "the id of a flow spec");
    private final Switch<Long> adHocLimit = settings.number("adHocLimit", 80);
    private final Switch<String> adHocAfter =
            settings.value("adHocAfter", "PT1H", Switches::duration, "a duration, such as PT1H");
    private final Switch<Long> destinationLimit = settings.number("destinationLimit", 100);
    private final Switch<Boolean> externalSegments = settings.flag("externalSegments", true);

    private static Optional<String> duration(JsonNode value) {
        try {
            return Optional.of(Duration.parse(value.asText()).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The switches, to be turned. */
    public Settings settings() {
        return settings;
    }

    /** Open point 13: whether {@code x-sandbox-name} must be there. */
    boolean needsSandbox() {
        return sandboxNeeded.value();
    }

    /** 401 or 403. */
    int missingTokenStatus() {
        return missingTokenStatus.value().intValue();
    }

    boolean numbersInFlowErrors() {
        return flowErrorCode.value().equals("number");
    }

    /** Open point 8: 202 without a body, in place of 200 with id and etag. */
    public boolean patchesWithoutBody() {
        return patchAnswer.value().equals("empty");
    }

    /** Whether an etag holds its own quotes. */
    public boolean quotesEtags() {
        return etagQuoted.value();
    }

    /** UNVERIFIED: whether one entity comes alone, in place of in a list of one. */
    public boolean readsSingle() {
        return singleRead.value().equals("object");
    }

    /** A run's status in the case that is set. */
    public String spelled(String status) {
        return switch (runStatus.value()) {
            case "capital" -> status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1);
            case "upper" -> status.toUpperCase(Locale.ROOT);
            default -> status;
        };
    }

    /** {@code _page} or {@code _pages}. */
    public String audiencePage() {
        return audiencePage.value();
    }

    /** Whether type, title and status stand inside {@code errors}. */
    public boolean nestsAudienceErrors() {
        return audienceErrors.value().equals("inside");
    }

    /** UNVERIFIED: whether a connection shows its secrets when it is read. */
    public boolean showsSecrets() {
        return secretsShown.value();
    }

    /** X5: the flow spec of Adobe Campaign. */
    public String campaignFlowSpec() {
        return campaignFlowSpec.value();
    }

    /** How many audiences one ad-hoc job takes. */
    public long adHocLimit() {
        return adHocLimit.value();
    }

    /** How long after its activation an audience takes part in ad-hoc jobs. */
    public Duration adHocAfter() {
        return Duration.parse(adHocAfter.value());
    }

    /** How many flows to destinations there may be. */
    public long destinationLimit() {
        return destinationLimit.value();
    }

    /** Whether the organisation may make external audiences. */
    public boolean allowsExternalSegments() {
        return externalSegments.value();
    }
}
