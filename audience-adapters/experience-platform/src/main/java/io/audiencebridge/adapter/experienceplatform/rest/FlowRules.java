// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import io.audiencebridge.adapter.experienceplatform.client.ActivationTimes;
import io.audiencebridge.adapter.experienceplatform.client.AudienceActivation;
import io.audiencebridge.adapter.experienceplatform.client.ExportColumn;
import io.audiencebridge.adapter.experienceplatform.client.Flow;
import io.audiencebridge.adapter.experienceplatform.client.PlatformGuardrails;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.LocalTime;
import java.util.Optional;

/** What the guardrails have against a change of a flow that was read. Source: experience-cloud.md, section 4.9. */
final class FlowRules {
    private final PlatformGuardrails guardrails;
    private final ActivationCheck activations;

    FlowRules(PlatformGuardrails guardrails) {
        this.guardrails = guardrails;
        this.activations = new ActivationCheck(guardrails);
    }

    /** Before anything is asked. */
    Either<BridgeError, AudienceActivation> sound(AudienceActivation activation) {
        return none(activations.check(activation), activation);
    }

    /** Before anything is asked. */
    Either<BridgeError, ExportColumn> sound(ExportColumn column) {
        return none(
                unless(
                        !column.source().isBlank() && !column.name().isBlank(),
                        "column",
                        "needs a source and a name, such as personalEmail.address"),
                column);
    }

    /** Against a flow that may hold the audience already. */
    Either<BridgeError, Flow> room(Flow flow, AudienceActivation activation) {
        Vector<AudienceActivation> others =
                Vector.ofAll(flow.activations()).filter(one -> !one.audience().equals(activation.audience()));
        int sameHour = hour(activation)
                .map(hour -> others.count(one -> hour(one).filter(hour::equals).isPresent()))
                .orElse(0);
        return none(
                unless(
                                others.size() < guardrails.audiencesPerDestination(),
                                "audiencesPerDestination",
                                "the destination '" + flow.name() + "' has " + others.size()
                                        + " audiences already; use another destination, or take one away")
                        .appendAll(unless(
                                sameHour < guardrails.audiencesPerHour(),
                                "audiencesPerHour",
                                sameHour + " audiences of the destination '" + flow.name()
                                        + "' are exported in that hour already; choose another")),
                flow);
    }

    Either<BridgeError, Flow> roomForColumn(Flow flow) {
        return none(
                unless(
                        flow.columns().size() < guardrails.columnsPerDestination(),
                        "columnsPerDestination",
                        "the destination '" + flow.name() + "' has "
                                + flow.columns().size() + " columns already; take one away"),
                flow);
    }

    private static Optional<LocalTime> hour(AudienceActivation activation) {
        return activation.times().flatMap(ActivationTimes::startTime);
    }

    private static <T> Either<BridgeError, T> none(Seq<Violation> violations, T sound) {
        return violations.isEmpty()
                ? Either.right(sound)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private static Vector<Violation> unless(boolean sound, String subject, String message) {
        return sound ? Vector.empty() : Vector.of(new Violation("guardrails." + subject, message));
    }
}
