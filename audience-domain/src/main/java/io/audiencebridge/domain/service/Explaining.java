// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.ExplainRequest;
import io.audiencebridge.domain.diagnosis.Explanation;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.vavr.control.Either;

/** Says why a person is, or is not, in an audience or a list: a chain of facts from what the bridge remembers and what the systems say now. Writes nothing, and logs nothing. */
final class Explaining {
    private final Connectors connectors;
    private final Infrastructure infrastructure;

    Explaining(Connectors connectors, Infrastructure infrastructure) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
    }

    Either<BridgeError, Explanation> explain(ExplainRequest request, Call call) {
        FactChain chain = new FactChain();
        PersonLookUp lookUp = new PersonLookUp(request.dataSource(), connectors, infrastructure, chain, call);
        return call.check()
                .flatMap(open -> lookUp.check(request.person()))
                .flatMap(sound -> connectors.ability(request.audience().connection(), AudienceCatalog.class))
                .flatMap(catalog -> catalog.find(request.audience(), call))
                .flatMap(audience -> {
                    chain.add(
                            request.audience().connection().value(),
                            "'" + audience.title() + "' is there"
                                    + (audience.details().active() ? "" : ", and not active"));
                    PersonFacts person = lookUp.of(request.person());
                    return call.check()
                            .flatMap(open -> answer(audience, request.dataSource(), person, chain, call))
                            .map(answer -> explanation(audience, chain, answer));
                });
    }

    private Either<BridgeError, FactChain.Answer> answer(
            Audience audience, DataSource dataSource, PersonFacts person, FactChain chain, Call call) {
        InList inList = new InList(dataSource, connectors, call);
        return audience instanceof Audience.RecipientList
                ? new ExplainedList(infrastructure, inList, chain).answer(audience.ref(), person)
                : new ExplainedAudience(dataSource, infrastructure, inList, chain).answer(audience.ref(), person);
    }

    private Explanation explanation(Audience audience, FactChain chain, FactChain.Answer answer) {
        return Explanation.builder()
                .subject((audience instanceof Audience.RecipientList ? "List '" : "Audience '") + audience.title()
                        + "' in " + audience.ref().connection())
                .at(infrastructure.clock().instant())
                .verdict(answer.verdict())
                .because(answer.because())
                .facts(chain.all())
                .build();
    }
}
