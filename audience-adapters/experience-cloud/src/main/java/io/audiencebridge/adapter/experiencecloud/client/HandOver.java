// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A visitor handed over from one web site to another in the parameter {@code adobe_mc} of a link. Source: ID service, "appendVisitorIDsTo"; experience-cloud.md,
 * section 2.8.
 */
@HouseValue
@Value.Immutable
public interface HandOver {
    /** The visitor. */
    VisitorId visitorId();

    /** The visitor's id of Adobe Analytics, if the writer knew it. */
    Optional<AnalyticsId> analyticsId();

    /** Whose visitor. */
    ImsOrgId organisation();

    /** When the link was written, to the second. */
    Instant written();

    /**
     * Reads the last {@code adobe_mc} of an address, a query, or a fragment with a query in it; the value may have been encoded several times. Right, none: there is no
     * such parameter. Left: there is one that must not be used, because it is broken, of another organisation than {@code own}, too old or from the future. Takes time in
     * proportion to the text's length.
     */
    static Either<Violation, Option<HandOver>> read(String text, ImsOrgId own, Instant now, HandOverRules rules) {
        return LinkMembers.find(HandOverGrammar.NAME, text)
                .map(value -> HandOverGrammar.read(value, own, now, rules).map(Option::some))
                .getOrElse(Either.right(Option.none()));
    }

    /** The parameter with its name, encoded as Adobe's libraries do: each value, and then the whole. */
    default String parameter() {
        return HandOverGrammar.NAME + "=" + HandOverGrammar.value(this);
    }

    /** {@code address} with the parameter at the end of its query, before a fragment, in place of one that is there. */
    default String appendedTo(String address) {
        return HandOverGrammar.append(address, parameter());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds hand-overs. */
    final class Builder extends ImmutableHandOver.Builder {
        Builder() {}
    }
}
