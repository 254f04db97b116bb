// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.BulkReport;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.ListQuery;
import io.audiencebridge.adapter.audiencemanager.client.Pages;
import io.audiencebridge.adapter.audiencemanager.client.Resource;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;

/** What can be done with every kind, for whoever calls Audience Manager directly: each method is one call with its own time. */
abstract class ResourceClient<T extends D, D, Q extends ListQuery> implements Resource<T, D, Q> {
    private final Endpoint<T, D> endpoint;
    private final int pageSize;

    ResourceClient(Endpoint<T, D> endpoint, int pageSize) {
        this.endpoint = endpoint;
        this.pageSize = pageSize;
    }

    /** The parameters of a query beside those that every list knows. */
    abstract Parameters filters(Q query);

    abstract Either<BridgeError, T> ensured(D draft, Call call);

    @Override
    public final Either<BridgeError, Option<T>> find(long id, CallOptions options) {
        return endpoint.find(id, options.begin());
    }

    @Override
    public final Pages<T> list(Q query, CallOptions options) {
        int size = query.pageSize().orElse(pageSize);
        return size > 0
                ? endpoint.pages(common(query, filters(query)), size, options.begin())
                : new PageReader<>(
                        page -> Either.left(BridgeError.InvalidRequest.of("pageSize", size + " must be 1 or more")),
                        endpoint.kind()::id,
                        1);
    }

    @Override
    public final Either<BridgeError, T> create(D draft, CallOptions options) {
        return endpoint.create(draft, options.begin());
    }

    @Override
    public final Either<BridgeError, T> ensure(D draft, CallOptions options) {
        return ensured(draft, options.begin());
    }

    @Override
    public final Either<BridgeError, T> edit(long id, UnaryOperator<D> change, CallOptions options) {
        return endpoint.edit(id, change, options.begin());
    }

    @Override
    public final Either<BridgeError, Boolean> delete(long id, CallOptions options) {
        return endpoint.delete(id, options.begin());
    }

    @Override
    public final Either<BridgeError, BulkReport<Boolean>> deleteAll(Seq<Long> ids, CallOptions options) {
        return Bulk.delete(endpoint, ids, options.begin());
    }

    final int pageSize() {
        return pageSize;
    }

    private Parameters common(Q query, Parameters filters) {
        return filters.with("search", query.search())
                .with("sortBy", query.sortBy().orElse(endpoint.kind().key()))
                .when(query.descending(), "descending")
                .each("permissions", query.permissions());
    }
}
