// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.diagnosis.ListDraft;
import io.audiencebridge.domain.diagnosis.MatchDraft;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.diagnosis.SampleFacts;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.DataSourceRules;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.KeySamples;
import io.audiencebridge.domain.spi.connector.SampledKeys;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Forecasts matches. A side that is small is read whole; of a larger one a sample is drawn, where the connection can, or the first rows are read; and members' keys are looked up where that
 * is possible and the recipients are too many to read.
 */
final class Forecasting {
    /** Nobody asks for a Platform audience's data source. */
    private static final long NO_DATA_SOURCE = 1;

    private final Connectors connectors;

    Forecasting(Connectors connectors) {
        this.connectors = connectors;
    }

    Either<BridgeError, Forecast> forecast(ForecastRequest request, Call call) {
        if (request.sharing() instanceof Sharing.Export export) {
            return ofExport(export.request(), request.budget(), call);
        }
        return request.sharing() instanceof Sharing.Import imported
                ? ofImport(imported.request(), request.budget(), call)
                : ofReceive(((Sharing.Receive) request.sharing()).request(), request.budget(), call);
    }

    private Either<BridgeError, Forecast> ofImport(ImportRequest request, SampleBudget budget, Call call) {
        return Requests.check(request.list(), "list", DataSourceRules.forImport(request.dataSource()))
                .flatMap(sound -> new MemberSide(connectors, budget, call).of(request.audience(), request.dataSource()))
                .flatMap(members -> match(members, request.into(), request.dataSource(), budget, call));
    }

    /** A Platform audience has no data source; the key alone says where recipients' keys stand. */
    private Either<BridgeError, Forecast> ofReceive(ReceiveRequest request, SampleBudget budget, Call call) {
        DataSource standIn =
                DataSource.builder().id(NO_DATA_SOURCE).key(request.key()).build();
        return Requests.check(request.list(), "list", DataSourceRules.forReceiving(request.key()))
                .flatMap(sound -> new MemberSide(connectors, budget, call).of(request))
                .flatMap(members -> match(members, request.into(), standIn, budget, call));
    }

    private Either<BridgeError, Forecast> ofExport(ShareRequest request, SampleBudget budget, Call call) {
        ListDraft draft = new ListDraft(request.dataSource().key(), budget);
        return Requests.check(request.audience(), "audience", DataSourceRules.forSharing(request.dataSource()))
                .flatMap(sound -> connectors.ability(request.list().connection(), KeyReader.class))
                .flatMap(reader -> reader.keysOf(request.list(), request.dataSource(), call))
                .map(keys -> new ReadInOrder(keys, budget.keys(), size(request, call)))
                .flatMap(keys -> read(keys, draft::recipients, call))
                .map(draft::forecast);
    }

    private OptionalLong size(ShareRequest request, Call call) {
        return connectors
                .offered(request.list().connection(), AudienceCatalog.class)
                .toOption()
                .flatMap(offered -> offered)
                .flatMap(catalog -> catalog.find(request.list(), call).toOption())
                .map(found -> found.details().size())
                .getOrElse(OptionalLong.empty());
    }

    private Either<BridgeError, Forecast> match(
            SampledKeys members, ConnectionName into, DataSource dataSource, SampleBudget budget, Call call) {
        MatchDraft draft = new MatchDraft(dataSource.key(), budget);
        return read(members, draft::members, call)
                .flatMap(memberFacts -> recipients(into, dataSource, budget, call)
                        .flatMap(recipients -> read(recipients, draft::recipients, call))
                        .flatMap(recipientFacts -> lookUp(recipientFacts, into, dataSource, draft, call)
                                .map(looked -> draft.forecast(memberFacts, Option.some(recipientFacts)))));
    }

    private Either<BridgeError, SampledKeys> recipients(
            ConnectionName into, DataSource dataSource, SampleBudget budget, Call call) {
        return connectors
                .offered(into, KeySamples.class)
                .flatMap(offered -> offered.map(samples -> samples.sampleKeys(
                                dataSource, isLookedUp(into, dataSource) ? half(budget) : budget, call))
                        .getOrElse(() -> Either.right(Option.none())))
                .flatMap(drawn -> drawn.isDefined()
                        ? Either.right(drawn.get())
                        : connectors
                                .ability(into, KeyReader.class)
                                .flatMap(reader -> reader.allKeys(dataSource, call))
                                .map(keys -> new ReadInOrder(keys, budget.keys(), OptionalLong.empty())));
    }

    /** Looking keys up reads recipients, too. */
    private static SampleBudget half(SampleBudget budget) {
        return new SampleBudget(budget.keys(), budget.share() / 2, budget.confidence(), budget.seed());
    }

    private boolean isLookedUp(ConnectionName into, DataSource dataSource) {
        return LookedUp.isPossible(dataSource.key())
                && connectors.offered(into, KeyLookups.class).exists(Option::isDefined);
    }

    /** Looks members' keys up unless every recipient was read; whether that was done. */
    private Either<BridgeError, Boolean> lookUp(
            SampleFacts recipients, ConnectionName into, DataSource dataSource, MatchDraft draft, Call call) {
        if (recipients.whole() || !LookedUp.isPossible(dataSource.key())) {
            return Either.right(false);
        }
        return connectors.offered(into, KeyLookups.class).flatMap(offered -> {
            if (offered.isEmpty()) {
                return Either.right(false);
            }
            List<TextKeys> keys = draft.toLookUp(recipients);
            return consume(new LookedUp(offered.get(), dataSource, keys, call), draft::lookedUp, call);
        });
    }

    private static Either<BridgeError, SampleFacts> read(SampledKeys rows, Consumer<TextKeys> to, Call call) {
        return consume(rows, to, call).map(done -> rows.facts());
    }

    private static Either<BridgeError, Boolean> consume(KeySource rows, Consumer<TextKeys> to, Call call) {
        try (rows) {
            while (true) {
                Either<BridgeError, Option<TextKeys>> next = call.check().flatMap(open -> rows.next());
                if (next.isLeft() || next.get().isEmpty()) {
                    return next.map(end -> true);
                }
                next.get().forEach(batch -> {
                    to.accept(batch);
                    batch.giveBack();
                });
            }
        }
    }
}
