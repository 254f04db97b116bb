// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Follows the marks from page to page, and no mark twice: a list that leads back to itself ends as a breach of protocol. */
final class PageReader<T> implements Pages<T> {
    /** Pages in a row that may bring nothing new; what changes meanwhile moves from page to page. */
    private static final int IDLE_PAGES = 20;

    private final Source<T> source;
    private final Function<T, String> id;
    private final Call call;
    private final Set<String> told = new HashSet<>();
    private final Set<String> followed = new HashSet<>();
    private Optional<String> mark = Optional.empty();
    private OptionalLong total = OptionalLong.empty();
    private boolean ended;
    private int idle;
    private Option<BridgeError> failed = Option.none();

    /** The pages of {@code source}, whose items are told apart by {@code id}. */
    PageReader(Source<T> source, Function<T, String> id, Call call) {
        this.source = source;
        this.id = id;
        this.call = call;
    }

    /** A list that cannot be read at all. */
    static <T> Pages<T> failed(BridgeError error, Call call) {
        return new PageReader<>(mark -> Either.left(error), Object::toString, call);
    }

    @Override
    public Either<BridgeError, Seq<T>> next() {
        while (failed.isEmpty() && !ended) {
            Either<BridgeError, Seq<T>> fresh = source.page(mark).flatMap(this::fresh);
            if (fresh.isLeft()) {
                failed = Option.some(fresh.getLeft());
            } else if (!fresh.get().isEmpty()) {
                return fresh;
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

    private Either<BridgeError, Seq<T>> fresh(Listing<T> page) {
        total = page.total();
        mark = page.next();
        ended = mark.isEmpty();
        Seq<T> fresh = page.items().filter(item -> told.add(id.apply(item)));
        idle = fresh.isEmpty() ? idle + 1 : 0;
        boolean leadsBack = mark.isPresent() && !followed.add(mark.get());
        return leadsBack || idle > IDLE_PAGES
                ? Either.left(PlatformAnswers.breach("a list that leads back to itself", call))
                : Either.right(fresh);
    }

    /**
     * Asks for pages.
     *
     * @param <T> what is listed
     */
    @FunctionalInterface
    interface Source<T> {
        /** The page at that mark; the first one without. */
        Either<BridgeError, Listing<T>> page(Optional<String> mark);
    }
}
