// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.IdAnswer;
import io.audiencebridge.adapter.experiencecloud.client.IdNamespace;
import io.audiencebridge.adapter.experiencecloud.client.ServiceNotice;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.sharing.LinkOutcome;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;

/** What the service's answer means for a link. Source: Audience Manager, "DCS Error Codes, Messages, and Examples". */
final class LinkAnswer {
    /** All codes of this hundred are about the customer ids of a call; the service answers as if there were none. */
    private static final int ABOUT_CUSTOMER_IDS = 3;

    private static final int HUNDRED = 100;

    /** All customer ids of the call are invalid; told instead of an answer. */
    private static final String ALL_INVALID = "104";

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final ImsOrgId organisation;
    private final SystemId system;

    LinkAnswer(ImsOrgId organisation, SystemId system) {
        this.organisation = organisation;
        this.system = system;
    }

    /** Left: the service was told and has not linked. */
    Either<BridgeError, LinkOutcome> outcome(IdAnswer answer, VisitorId visitor, CustomerId id, String correlationId) {
        if (answer.isOptedOut()) {
            return Either.right(LinkOutcome.OPTED_OUT);
        }
        Incident incident = incident(answer, correlationId);
        Seq<ServiceNotice> refusals = Vector.ofAll(answer.notices()).filter(LinkAnswer::isAboutCustomerIds);
        if (!refusals.isEmpty()) {
            return Either.left(rejected(refusals.mkString(", "), id, incident));
        }
        if (answer.notices().stream().anyMatch(each -> each.kind() == ServiceNotice.Kind.RETRYABLE)) {
            return Either.left(new BridgeError.Unavailable(
                    "The ID service stumbled over the link; link again later", incident, PAUSE));
        }
        return answer.visitorId().filter(visitor::equals).isPresent()
                ? Either.right(LinkOutcome.LINKED)
                : Either.left(new BridgeError.ProtocolBreach(
                        "The ID service answered about another visitor than the one to be linked", incident));
    }

    /** {@code error}, or what it means where the service refused the call for its only customer id. */
    BridgeError refusal(BridgeError error, CustomerId id) {
        return error instanceof BridgeError.InvalidRequest
                        && error.incident().codes().contains(ALL_INVALID)
                ? rejected(String.join(", ", error.incident().codes()), id, error.incident())
                : error;
    }

    private BridgeError rejected(String said, CustomerId id, Incident incident) {
        IdNamespace namespace = id.namespace();
        String name = namespace.kind() == IdNamespace.Kind.DATA_SOURCE ? "number" : "integration code";
        return new BridgeError.RejectedBySystem(
                "The ID service did not take the link: " + said + ". Is '" + namespace.code() + "' the " + name
                        + " of a data source of organisation " + organisation
                        + "? Look it up in Audience Manager; a new data source may take some hours",
                incident);
    }

    private Incident incident(IdAnswer answer, String correlationId) {
        return Incident.builder()
                .from(Incident.at(system, correlationId))
                .codes(answer.notices().stream()
                        .map(notice -> Integer.toString(notice.code()))
                        .toList())
                .build();
    }

    private static boolean isAboutCustomerIds(ServiceNotice notice) {
        return notice.code() / HUNDRED == ABOUT_CUSTOMER_IDS && notice.kind() != ServiceNotice.Kind.PRIVACY;
    }
}
