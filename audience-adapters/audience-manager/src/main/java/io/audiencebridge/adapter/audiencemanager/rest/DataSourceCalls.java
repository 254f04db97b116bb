// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceFacts;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** The company's data sources. Blocks; safe for use by several threads. */
public final class DataSourceCalls {
    private final Endpoint<DataSourceFacts, DataSourceDraft> endpoint;

    /** The data sources that {@code rest} sees. */
    public DataSourceCalls(RestClient rest) {
        this.endpoint = new Endpoint<>(rest, new DataSourceKind());
    }

    /** The data source of that number; none when there is none or it cannot be seen. */
    public Either<BridgeError, Option<DataSourceFacts>> find(long id, Call call) {
        return endpoint.find(id, call);
    }

    /** The data source of the draft's integration code, created if there is none. */
    Either<BridgeError, DataSourceFacts> ensure(DataSourceDraft draft, Call call) {
        return Codes.required(draft.integrationCode())
                .flatMap(code -> Reuse.ensured(() -> coded(code, call), () -> endpoint.create(draft, call)))
                .flatMap(source -> Likeness.with("data source " + source.id())
                        .and("kind of ids", draft.idType().orElse(""), kindOf(source, draft.idType()))
                        .held(source, call));
    }

    Endpoint<DataSourceFacts, DataSourceDraft> endpoint() {
        return endpoint;
    }

    /** By the list's filter: no page shows data sources under {@code ic:}. A code may stand on several. */
    private Either<BridgeError, Option<DataSourceFacts>> coded(String code, Call call) {
        return endpoint.listed(Parameters.NONE.with("integrationCode", code), call)
                .map(all -> all.filter(source -> source.integrationCode().equals(Optional.of(code))))
                .flatMap(found -> found.size() <= 1 ? Either.right(found.headOption()) : several(code, found, call));
    }

    private static Either<BridgeError, Option<DataSourceFacts>> several(
            String code, Seq<DataSourceFacts> found, Call call) {
        return Either.left(new BridgeError.Conflict(
                "The integration code '" + code + "' stands on the data sources "
                        + found.map(DataSourceFacts::id).mkString(", ")
                        + "; take one by its number, or correct the codes",
                Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId())));
    }

    /** A draft that does not say takes any. */
    private static String kindOf(DataSourceFacts source, Optional<String> wanted) {
        return wanted.isPresent() ? source.idType().orElse("") : "";
    }
}
