// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Traits. {@link #ensure} recognises one by its integration code, which it needs, and holds it to type and data source. */
public interface Traits extends Resource<Trait, TraitDraft, TraitQuery> {
    /** The trait of that integration code; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<Trait>> coded(String integrationCode, CallOptions options);

    /**
     * An onboarded trait whose rule is {@code ic==} and its own number, so that rows of inbound files may carry the bare number. A rule can name the number
     * only when there is one, so the trait is ensured first and given the rule then; a repeat goes on where the first one stood. The draft needs an
     * integration code and no rule. Left: {@code Conflict} when the trait has another rule.
     */
    Either<BridgeError, Trait> ensureAddressable(TraitDraft draft, CallOptions options);

    /** Whether Audience Manager takes a rule. Nothing is created. */
    Either<BridgeError, RuleVerdict> validate(String rule, CallOptions options);

    /** How many traits there may be, and are. */
    Either<BridgeError, Limits> limits(CallOptions options);
}
