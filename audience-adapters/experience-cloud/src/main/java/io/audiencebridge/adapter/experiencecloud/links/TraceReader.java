// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.links;

import io.audiencebridge.adapter.experiencecloud.client.HandOver;
import io.audiencebridge.adapter.experiencecloud.client.VisitorCookies;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.WebVisitor;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.InstantSource;

/** Reads who made a web request. */
final class TraceReader {
    private final LinkRules rules;
    private final InstantSource clock;

    TraceReader(LinkRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** Left: {@code InvalidRequest} when there is a trace that must not be used. */
    Either<BridgeError, Trace> read(WebVisitor visitor) {
        return found(visitor).mapLeft(wrong -> new BridgeError.InvalidRequest(Vector.of(wrong), Incident.local()));
    }

    private Either<Violation, Trace> found(WebVisitor visitor) {
        if (visitor instanceof WebVisitor.Cookies cookies) {
            return VisitorCookies.read(cookies.header(), rules.organisation(), rules.cookies())
                    .map(TraceReader::of);
        }
        if (visitor instanceof WebVisitor.HandedOver handedOver) {
            return HandOver.read(handedOver.address(), rules.organisation(), clock.instant(), rules.handOvers())
                    .map(found -> found.<Trace>map(each -> new Trace.Visitor(each.visitorId()))
                            .getOrElse(Trace.Nobody::new));
        }
        return Either.right(new Trace.Visitor(VisitorId.of(((WebVisitor.Known) visitor).visitorId())));
    }

    private static Trace of(VisitorCookies cookies) {
        return cookies.isOptedOut()
                ? new Trace.OptedOut()
                : cookies.visitorId().<Trace>map(Trace.Visitor::new).getOrElse(Trace.Nobody::new);
    }
}
