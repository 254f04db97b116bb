// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.DataSourceFacts;
import io.audiencebridge.adapter.audiencemanager.rest.DataSourceCalls;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.concurrent.ConcurrentHashMap;

/** Names of data sources, each asked for once a connection: a page of segments has few owners. Safe for use by several threads. */
final class DataSourceNames {
    private final DataSourceCalls dataSources;
    private final ConcurrentHashMap<Long, String> known = new ConcurrentHashMap<>();

    DataSourceNames(DataSourceCalls dataSources) {
        this.dataSources = dataSources;
    }

    /** The name; the number where the name may not be seen, and empty text for 0. */
    Either<BridgeError, String> of(long id, Call call) {
        String name = id == 0 ? "" : known.get(id);
        return name == null ? ask(id, call).peek(found -> known.put(id, found)) : Either.right(name);
    }

    private Either<BridgeError, String> ask(long id, Call call) {
        Either<BridgeError, String> name = dataSources
                .find(id, call)
                .map(found -> found.map(DataSourceFacts::name).getOrElse(""));
        boolean hidden = name.isLeft() && name.getLeft() instanceof BridgeError.AccessDenied;
        return hidden ? Either.right(Long.toString(id)) : name.map(text -> text.isEmpty() ? Long.toString(id) : text);
    }
}
