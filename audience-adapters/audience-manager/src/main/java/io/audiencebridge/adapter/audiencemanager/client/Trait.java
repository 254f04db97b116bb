// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A trait as Audience Manager has it: what a person has or has not. Members of a shared audience are those who have its onboarded trait. */
@HouseValue
@Value.Immutable
@SuppressWarnings("immutables:subtype") // never compared with a draft
public interface Trait extends TraitDraft {
    /** Days after which somebody loses a trait that says nothing about it. Source: Audience Manager, "Create onboarded or rule-based traits". */
    int USUAL_TTL_DAYS = 120;

    /** Its number. */
    long sid();

    /** Whether it is in use. */
    boolean active();

    /** When it was created; it counts some hours later (SEMANTICS S19). */
    Optional<Instant> created();

    /** When it was changed last. */
    Optional<Instant> modified();

    /** How often its rule was changed. */
    OptionalLong ruleVersion();

    /** Devices that have it, such as {@code uniques7Day}; only where they were asked for. */
    @Value.Default
    default Figures population() {
        return Figures.NONE;
    }

    /** How long somebody keeps it after getting it; empty for good (SEMANTICS S15). */
    default Optional<Duration> timeToLive() {
        int days = ttlDays().orElse(USUAL_TTL_DAYS);
        return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds traits. */
    final class Builder extends ImmutableTrait.Builder {
        Builder() {}
    }
}
