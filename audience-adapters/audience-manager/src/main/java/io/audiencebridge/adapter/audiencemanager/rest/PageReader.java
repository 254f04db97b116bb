// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.adapter.audiencemanager.client.Pages;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Reads the pages of a numbered list as if nobody changed it meanwhile, as far as numbers allow that. */
final class PageReader<T> implements Pages<T> {
    private final Source<T> source;
    private final ToLongFunction<T> id;
    private final int pageSize;
    private final Set<Long> told = new HashSet<>();
    private int page;
    private boolean ended;
    private OptionalLong total = OptionalLong.empty();
    private long shortest = Long.MAX_VALUE;
    private Option<BridgeError> failed = Option.none();

    /** The pages of {@code source}, whose items are told apart by {@code id}. */
    PageReader(Source<T> source, ToLongFunction<T> id, int pageSize) {
        this.source = source;
        this.id = id;
        this.pageSize = pageSize;
    }

    @Override
    public Either<BridgeError, Seq<T>> next() {
        while (failed.isEmpty() && !ended) {
            Either<BridgeError, Listing<T>> answer = source.page(page);
            if (answer.isLeft()) {
                failed = Option.some(answer.getLeft());
                break;
            }
            Seq<T> fresh = fresh(answer.get());
            if (!fresh.isEmpty()) {
                return Either.right(fresh);
            }
        }
        return failed.<Either<BridgeError, Seq<T>>>map(Either::left).getOrElse(() -> Either.right(Vector.empty()));
    }

    @Override
    public Either<BridgeError, Seq<T>> all() {
        Vector<T> all = Vector.empty();
        Either<BridgeError, Seq<T>> one = next();
        while (one.isRight() && !one.get().isEmpty()) {
            all = all.appendAll(one.get());
            one = next();
        }
        return one.isLeft() ? one : Either.right(all);
    }

    @Override
    public OptionalLong total() {
        return total;
    }

    /** What was not told yet. A list that became shorter moved things to pages that were read before: they are read again. */
    private Seq<T> fresh(Listing<T> listing) {
        total = listing.total();
        long missing = page == 0 || total.isEmpty() ? 0 : shortest - total.getAsLong();
        shortest = Math.min(shortest, total.orElse(shortest));
        if (missing > 0) {
            page = (int) Math.max(0, page - (missing + pageSize - 1) / pageSize);
            return Vector.empty();
        }
        ended = !listing.hasNext();
        page++;
        return listing.items().filter(item -> told.add(id.applyAsLong(item)));
    }

    /**
     * Asks for pages.
     *
     * @param <T> what is listed
     */
    @FunctionalInterface
    interface Source<T> {
        /** The page with that number, from 0. */
        Either<BridgeError, Listing<T>> page(int number);
    }
}
