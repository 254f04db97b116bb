// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.LinkedHashMap;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Audience Manager's data sources. Blocks; safe for use by several threads. */
public final class DataSources {
    private final RestClient rest;

    /** The data sources that {@code rest} sees. */
    public DataSources(RestClient rest) {
        this.rest = rest;
    }

    /** The data source of that number; none when there is none or it cannot be seen. */
    public Either<BridgeError, Option<DataSourceFacts>> find(long id, Call call) {
        return Found.read(
                rest.find("datasources/" + id, LinkedHashMap.empty(), call),
                answer -> DataSourceFacts.read(answer, call));
    }
}
