// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Limits;
import io.audiencebridge.adapter.audiencemanager.client.RuleVerdict;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.adapter.audiencemanager.client.TraitQuery;
import io.audiencebridge.adapter.audiencemanager.client.Traits;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** Traits, for whoever calls Audience Manager directly. */
final class TraitClient extends ResourceClient<Trait, TraitDraft, TraitQuery> implements Traits {
    private final TraitCalls traits;

    TraitClient(TraitCalls traits, int pageSize) {
        super(traits.endpoint(), pageSize);
        this.traits = traits;
    }

    @Override
    Parameters filters(TraitQuery query) {
        return traits.endpoint()
                .kind()
                .listDetails()
                .with("folderId", query.folderId())
                .each("dataSourceId", query.dataSourceIds())
                .with("restrictType", query.type())
                .with("integrationCode", query.integrationCode())
                .when(query.population(), "includeMetrics");
    }

    @Override
    Either<BridgeError, Trait> ensured(TraitDraft draft, Call call) {
        return traits.ensure(draft, call);
    }

    @Override
    public Either<BridgeError, Option<Trait>> coded(String integrationCode, CallOptions options) {
        return traits.coded(integrationCode, options.begin());
    }

    @Override
    public Either<BridgeError, Trait> ensureAddressable(TraitDraft draft, CallOptions options) {
        Call call = options.begin();
        if (draft.rule().isPresent() || !draft.type().equals(TraitDraft.ONBOARDED)) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "rule", "the rule names the trait's own number, which only an onboarded trait can; leave it out"));
        }
        return traits.ensure(draft, call)
                .flatMap(trait -> trait.rule().isPresent() ? addressed(trait, call) : address(trait, call));
    }

    private Either<BridgeError, Trait> address(Trait trait, Call call) {
        return traits.endpoint()
                .edit(
                        trait.sid(),
                        bare -> TraitDraft.builder()
                                .from(bare)
                                .rule("ic==" + trait.sid())
                                .build(),
                        call);
    }

    private static Either<BridgeError, Trait> addressed(Trait trait, Call call) {
        boolean own =
                trait.rule().map(rule -> rule.replaceAll("[\\s\"]", "")).equals(Optional.of("ic==" + trait.sid()));
        return own
                ? Either.right(trait)
                : Either.left(new BridgeError.Conflict(
                        "Trait " + trait.sid() + " has the rule '"
                                + trait.rule().orElse("") + "'; take another integration code, or take the rule out",
                        Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId())));
    }

    @Override
    public Either<BridgeError, RuleVerdict> validate(String rule, CallOptions options) {
        return Verdicts.of(traits.endpoint().rest(), "traits/validate", rule, options.begin());
    }

    @Override
    public Either<BridgeError, Limits> limits(CallOptions options) {
        return LimitsReader.of(traits.endpoint(), options.begin());
    }
}
