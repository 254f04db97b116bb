// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list, page by page; each page is asked for when it is read, by a call of its own, so that memory holds one page and no connection is kept between two. A left is the last one.
 * Every iteration begins at the first page. Once it is closed nothing more is asked for. An iterator is for one thread; closing is for any.
 *
 * @param <T> what is listed
 */
public final class PagingAttempts<T> implements Iterable<Either<BridgeError, Seq<T>>>, AutoCloseable {
    private final Optional<String> first;
    private final Function<Optional<String>, Either<BridgeError, Page<T>>> asking;
    private volatile boolean closed;

    PagingAttempts(Optional<String> first, Function<Optional<String>, Either<BridgeError, Page<T>>> asking) {
        this.first = first;
        this.asking = asking;
    }

    @Override
    public Iterator<Either<BridgeError, Seq<T>>> iterator() {
        return new Pages();
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** One page, and where the next one begins. */
    record Page<T>(Seq<T> items, Optional<String> next) {}

    private final class Pages implements Iterator<Either<BridgeError, Seq<T>>> {
        private Optional<String> place = first;
        private boolean over;

        @Override
        public boolean hasNext() {
            return !over && !closed;
        }

        @Override
        public Either<BridgeError, Seq<T>> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The list is over or was closed");
            }
            Either<BridgeError, Page<T>> page = asking.apply(place);
            place = page.map(Page::next).getOrElse(Optional.empty());
            over = place.isEmpty();
            return page.map(Page::items);
        }
    }
}
