// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Diagnosis;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.usecase.ForecastMatch;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Comparator;

/**
 * Asks both ends of a sharing what must hold there, adds what the bridge itself knows, and puts the cause before what follows from it. Whatever is broken earlier on the way
 * that members take explains what is missing later, so findings of one severity stand in the order of the way. Writes nothing.
 */
final class Diagnosing {
    /** The order of the way; what stands at the same place keeps its order, the source's before the target's, theirs before the bridge's. */
    private static final Comparator<CheckOutcome> ALONG_THE_WAY =
            Comparator.comparing(outcome -> outcome.precondition().stage());

    private static final Comparator<Finding> CAUSE_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.precondition().stage())
            .thenComparing(Finding::certainty);

    private final Connectors connectors;
    private final Infrastructure infrastructure;
    private final ForecastMatch forecasts;

    Diagnosing(Connectors connectors, Infrastructure infrastructure, ForecastMatch forecasts) {
        this.connectors = connectors;
        this.infrastructure = infrastructure;
        this.forecasts = forecasts;
    }

    Either<BridgeError, Diagnosis> diagnose(DiagnosisRequest request, Call call) {
        Ends ends = Ends.of(request.sharing());
        Asking asking = new Asking(connectors);
        return Requests.check(ends.source().into(), "title", Vector.empty())
                .flatMap(sound -> connectors.known(ends.target().connection()))
                .flatMap(known -> asking.ask(ends.source(), call))
                .flatMap(source -> asking.ask(ends.target(), call)
                        .map(target -> Vector.ofAll(source).appendAll(target)))
                .flatMap(told -> own(ends, told, call))
                .map(outcomes -> diagnosis(request, ends, outcomes, call));
    }

    /** What the bridge knows itself, behind what both ends told. */
    private Either<BridgeError, Vector<CheckOutcome>> own(Ends ends, Vector<CheckOutcome> told, Call call) {
        return new RecipientsLook(connectors)
                .look(ends, told, call)
                .map(people -> told.appendAll(new RequestLook().look(ends))
                        .appendAll(new OptOutLook(infrastructure).look(ends))
                        .appendAll(people)
                        .appendAll(new RunLook(infrastructure).look(ends, call)));
    }

    private Diagnosis diagnosis(DiagnosisRequest request, Ends ends, Vector<CheckOutcome> outcomes, Call call) {
        Option<Either<BridgeError, Forecast>> forecast = Option.ofOptional(request.forecast())
                .map(budget -> forecasts.forecast(new ForecastRequest(request.sharing(), budget), call));
        Seq<CheckOutcome> all = outcomes.appendAll(forecast.flatMap(told -> new ForecastLook().look(ends, told)))
                .sorted(ALONG_THE_WAY);
        return Diagnosis.builder()
                .subject(ends.subject())
                .at(infrastructure.clock().instant())
                .outcomes(all)
                .findings(all.filter(CheckOutcome.Found.class::isInstance)
                        .map(found -> ((CheckOutcome.Found) found).finding())
                        .sorted(CAUSE_FIRST))
                .forecast(forecast.flatMap(Either::toOption).toJavaOptional())
                .build();
    }
}
