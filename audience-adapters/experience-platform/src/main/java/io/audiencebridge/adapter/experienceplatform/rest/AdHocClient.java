// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.experienceplatform.client.AdHocActivation;
import io.audiencebridge.adapter.experienceplatform.client.AdHocOrder;
import io.audiencebridge.adapter.experienceplatform.client.AdHocOutcome;
import io.audiencebridge.adapter.experienceplatform.client.AdHocRun;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.experienceplatform.client.PlatformGuardrails;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ad-hoc activation. Source: experience-cloud.md, section 4.7, last table. */
final class AdHocClient implements AdHocActivation {
    private static final String PATH = "/data/core/activation/disflowprovider/adhocrun";
    private static final Map<String, String> SECOND_VERSION =
            Map.of("Accept", "application/vnd.adobe.adhoc.activation+json; version=2");

    private static final Pattern RUNNING = Pattern.compile(
            "(?i)run already going on for (?:audience|segment) (\\S+) for order (\\S+) with run id ([^\\s!.,]+)");
    private static final Pattern NOT_PART = Pattern.compile("(?i)segments? (.*) (?:are|is) not part of this dataflow");
    private static final Pattern RUN_ADDRESS = Pattern.compile(".*/runs/([^/?#]+).*");

    private final PlatformClient client;
    private final PlatformGuardrails guardrails;
    private final InstantSource clock;

    AdHocClient(PlatformClient client, PlatformGuardrails guardrails, InstantSource clock) {
        this.client = client;
        this.guardrails = guardrails;
        this.clock = clock;
    }

    @Override
    public Either<BridgeError, AdHocOutcome> activate(AdHocOrder order, CallOptions options) {
        Vector<Violation> violations = check(order);
        if (!violations.isEmpty()) {
            return Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
        }
        Call call = options.begin();
        Map<String, String> version = order.exportJobs().isEmpty() ? SECOND_VERSION : Map.of();
        return client.post(PATH, body(order), version, call).flatMap(answer -> outcome(answer, call));
    }

    private static ObjectNode body(AdHocOrder order) {
        return new Body()
                .with(
                        "activationInfo",
                        new Body()
                                .with(
                                        order.flow(),
                                        Body.array(
                                                Vector.ofAll(order.audiences()).distinct())))
                .texts("exportIds", order.exportJobs())
                .node();
    }

    private Vector<Violation> check(AdHocOrder order) {
        int count = Vector.ofAll(order.audiences()).distinct().size();
        Instant now = clock.instant();
        Optional<Instant> from = order.activated().map(since -> since.plus(guardrails.adHocAfter()));
        return unless(!order.flow().isBlank(), "flow", "is empty; give the flow's id")
                .appendAll(unless(
                        count > 0 && order.audiences().stream().noneMatch(String::isBlank),
                        "audiences",
                        "must name at least one audience, and none with an empty id"))
                .appendAll(unless(
                        count <= guardrails.adHocAudiences(),
                        "audiences",
                        count + " are more than the " + guardrails.adHocAudiences()
                                + " of one call; make several calls"))
                .appendAll(unless(
                        from.filter(now::isBefore).isEmpty(),
                        "activated",
                        "the audiences can be exported at once from "
                                + from.map(Instant::toString).orElse("") + " on"));
    }

    private static Either<BridgeError, AdHocOutcome> outcome(HttpAnswer answer, Call call) {
        if (answer.status() == 400) {
            Option<AdHocOutcome> known =
                    refused(SystemWords.of(PlatformAnswers.refusal(answer)).raw());
            if (known.isDefined()) {
                return Either.right(known.get());
            }
        }
        return PlatformAnswers.json(answer, call)
                .flatMap(body -> Listing.items(body, call, "order"))
                .flatMap(orders -> runs(orders, call))
                .map(AdHocOutcome.Started::new);
    }

    private static Option<AdHocOutcome> refused(String message) {
        Matcher running = RUNNING.matcher(message);
        if (running.find()) {
            return Option.some(new AdHocOutcome.AlreadyRunning(running.group(1), running.group(2), running.group(3)));
        }
        Matcher other = NOT_PART.matcher(message);
        return other.find()
                ? Option.some(new AdHocOutcome.NotPartOfFlow(SystemWords.fit(other.group(1))))
                : Option.none();
    }

    private static Either<BridgeError, Seq<AdHocRun>> runs(Seq<JsonNode> orders, Call call) {
        return Either.sequenceRight(orders.map(Fields::new)
                .map(one -> one.required("an order", call, "segment")
                        .map(audience -> new AdHocRun(
                                audience,
                                one.text("order").orElse(""),
                                one.text("statusURL", "statusUrl").flatMap(AdHocClient::run)))));
    }

    private static Optional<String> run(String address) {
        Matcher found = RUN_ADDRESS.matcher(address);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Vector<Violation> unless(boolean sound, String subject, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation("adHoc." + subject, message));
    }
}
