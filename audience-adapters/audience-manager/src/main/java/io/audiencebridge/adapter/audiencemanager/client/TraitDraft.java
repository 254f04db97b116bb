// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** The part of a trait that a caller decides. Source: Audience Manager, "Create onboarded or rule-based traits". */
@HouseValue
@Value.Immutable
public interface TraitDraft {
    /** The type of a trait that inbound files fill. */
    String ONBOARDED = "ON_BOARDED_TRAIT";

    /** The type of a trait that a rule over signals fills. */
    String RULE_BASED = "RULE_BASED_TRAIT";

    /** The type of a trait that a model fills. */
    String ALGORITHMIC = "ALGO_TRAIT";

    /** Its name, at most 255 characters. */
    String name();

    /** Its type: {@link #ONBOARDED} by default, {@link #RULE_BASED}, {@link #ALGORITHMIC}, or another one in an answer. */
    @Value.Default
    default String type() {
        return ONBOARDED;
    }

    /** The data source that owns it. */
    long dataSourceId();

    /** The folder it is shown in; the root by default. UNVERIFIED: whether traits may stand in the root folder, 0. */
    @Value.Default
    default long folderId() {
        return 0;
    }

    /** Its rule over signals; a rule-based trait needs one, an onboarded one is named by its number without. */
    Optional<String> rule();

    /** What it is for. */
    Optional<String> description();

    /** Remarks. */
    Optional<String> comments();

    /** The customer's own name of it, at most 255 characters. */
    Optional<String> integrationCode();

    /** Days after which somebody loses it, 0 for never; {@link Trait#USUAL_TTL_DAYS} where nobody says. */
    OptionalInt ttlDays();

    /** Its place in the common taxonomy. */
    OptionalLong categoryId();

    /** An onboarded trait of that name. */
    static Builder onboarded(String name, long dataSourceId) {
        return builder().name(name).dataSourceId(dataSourceId);
    }

    /** A rule-based trait of that name. */
    static Builder ruleBased(String name, long dataSourceId, String rule) {
        return builder().name(name).dataSourceId(dataSourceId).type(RULE_BASED).rule(rule);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds drafts. */
    final class Builder extends ImmutableTraitDraft.Builder {
        Builder() {}
    }
}
