// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceFacts;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceQuery;
import io.audiencebridge.adapter.audiencemanager.client.DataSources;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileStatus;
import io.audiencebridge.adapter.audiencemanager.client.Period;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Optional;

/** Data sources, for whoever calls Audience Manager directly. */
final class DataSourceClient extends ResourceClient<DataSourceFacts, DataSourceDraft, DataSourceQuery>
        implements DataSources {
    private final DataSourceCalls sources;
    private final Histories histories;

    DataSourceClient(DataSourceCalls sources, Histories histories, int pageSize) {
        super(sources.endpoint(), pageSize);
        this.sources = sources;
        this.histories = histories;
    }

    @Override
    Parameters filters(DataSourceQuery query) {
        return Parameters.NONE
                .with("integrationCode", query.integrationCode())
                .when(query.inboundOnly(), "inboundOnly")
                .when(query.outboundOnly(), "outboundOnly")
                .when(query.firstPartyOnly(), "firstPartyOnly")
                .when(query.includeThirdParty(), "includeThirdParty")
                .when(query.excludeReportSuites(), "excludeReportSuites");
    }

    @Override
    Either<BridgeError, DataSourceFacts> ensured(DataSourceDraft draft, Call call) {
        return sources.ensure(draft, call);
    }

    @Override
    public Either<BridgeError, Seq<String>> idTypes(CallOptions options) {
        Call call = options.begin();
        return sources.endpoint()
                .rest()
                .read("datasources/configurations/available-id-types", Parameters.NONE, call)
                .flatMap(answer -> answer.isArray()
                        ? Either.right(Vector.ofAll(answer).map(type -> type.asText("")))
                        : Either.left(RestAnswers.breach("no list of id types", call)));
    }

    @Override
    public Either<BridgeError, Seq<InboundFileStatus>> inboundHistory(long id, Period period, CallOptions options) {
        return histories.inbound(id, period, InboundDetail.COUNTS, options.begin());
    }

    @Override
    public Either<BridgeError, Seq<InboundFileStatus>> inboundSamples(
            long id, Period period, String fileName, CallOptions options) {
        return histories.inbound(id, period, new InboundDetail(Optional.of(fileName), true), options.begin());
    }
}
