// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What the ID service answered. A visitor who must not be followed is an answer, no error. Prints ids masked. */
@HouseValue
@Value.Immutable
public interface IdAnswer {
    /** The visitor; empty if the visitor must not be followed. */
    Optional<VisitorId> visitorId();

    /** Where the service's servers of this visitor are. */
    OptionalInt region();

    /** What to give back with the next request. Empty also when the answer is about another visitor than the request. */
    @Value.Redacted
    Optional<String> blob();

    /** How long ids need not be synchronised again; a week unless the service says otherwise. */
    @Value.Default
    default Duration idSyncKept() {
        return Duration.ofDays(7);
    }

    /** From what the visitor has opted out, such as {@code global}; empty if from nothing. */
    List<String> optOuts();

    /** How long the opt-out, or that there is none, need not be asked again; two hours unless the service says otherwise. */
    @Value.Default
    default Duration optOutKept() {
        return Duration.ofHours(2);
    }

    /** What the service remarked. */
    List<ServiceNotice> notices();

    /** The visitor's Experience Cloud id. */
    default Option<Ecid> ecid() {
        return Option.ofOptional(visitorId()).flatMap(VisitorId::ecid);
    }

    /** Whether the visitor must not be followed: opted out, blocked, or without consent. */
    default boolean isOptedOut() {
        return !optOuts().isEmpty() || notices().stream().anyMatch(each -> each.kind() == ServiceNotice.Kind.PRIVACY);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds answers. */
    final class Builder extends ImmutableIdAnswer.Builder {
        Builder() {}
    }
}
