// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.DataSourceFacts;
import io.audiencebridge.adapter.audiencemanager.rest.DataSourceCalls;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.concurrent.ConcurrentHashMap;

/** Data sources, each asked for once a connection: a page of segments has few owners. Safe for use by several threads. */
final class KnownDataSources {
    private final DataSourceCalls dataSources;
    private final ConcurrentHashMap<Long, Option<DataSourceFacts>> known = new ConcurrentHashMap<>();

    KnownDataSources(DataSourceCalls dataSources) {
        this.dataSources = dataSources;
    }

    /** The data source; none for 0 and for one that may not be seen. */
    Either<BridgeError, Option<DataSourceFacts>> of(long id, Call call) {
        Option<DataSourceFacts> found = id == 0 ? Option.none() : known.get(id);
        return found == null ? ask(id, call).peek(facts -> known.put(id, facts)) : Either.right(found);
    }

    private Either<BridgeError, Option<DataSourceFacts>> ask(long id, Call call) {
        Either<BridgeError, Option<DataSourceFacts>> found = dataSources.find(id, call);
        boolean isHidden = found.isLeft() && found.getLeft() instanceof BridgeError.AccessDenied;
        return isHidden ? Either.right(Option.none()) : found;
    }
}
