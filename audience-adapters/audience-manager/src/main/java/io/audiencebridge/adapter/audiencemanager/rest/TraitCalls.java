// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The company's traits. Blocks; safe for use by several threads. */
public final class TraitCalls {
    private final Endpoint<Trait, TraitDraft> endpoint;
    private final int pageSize;

    /** The traits that {@code rest} sees, {@code pageSize} at a time where all are looked through. */
    public TraitCalls(RestClient rest, int pageSize) {
        this.endpoint = new Endpoint<>(rest, new TraitKind());
        this.pageSize = pageSize;
    }

    /** The trait of that number; none when there is none or it cannot be seen. */
    public Either<BridgeError, Option<Trait>> find(long sid, Call call) {
        return endpoint.find(sid, call);
    }

    /** The trait of that number, with how many have it; none when there is none or it cannot be seen. */
    public Either<BridgeError, Option<Trait>> counted(long sid, Call call) {
        return endpoint.find(sid, endpoint.kind().details().with("includeMetrics", "true"), call);
    }

    /** The trait of that integration code. */
    public Either<BridgeError, Option<Trait>> coded(String integrationCode, Call call) {
        return endpoint.coded(integrationCode, call);
    }

    /** All onboarded traits that a data source owns. */
    public Either<BridgeError, Seq<Trait>> ofDataSource(long dataSource, Call call) {
        Parameters query = endpoint.kind()
                .listDetails()
                .with("dataSourceId", dataSource)
                .with("restrictType", TraitDraft.ONBOARDED)
                .with("sortBy", "sid");
        return endpoint.pages(query, pageSize, call)
                .all()
                .map(found -> found.filter(trait -> trait.dataSourceId() == dataSource));
    }

    /** The trait of the draft's integration code, created if there is none. Left: {@code Conflict} when type or data source is another one. */
    public Either<BridgeError, Trait> ensure(TraitDraft draft, Call call) {
        return Codes.required(draft.integrationCode())
                .flatMap(code -> Reuse.ensured(() -> coded(code, call), () -> endpoint.create(draft, call)))
                .flatMap(trait -> Likeness.with("trait " + trait.sid())
                        .and("type", draft.type(), trait.type())
                        .and("data source", draft.dataSourceId(), trait.dataSourceId())
                        .held(trait, call));
    }

    Endpoint<Trait, TraitDraft> endpoint() {
        return endpoint;
    }
}
