// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is read as far as it is wanted: each page is asked for when its first element is, by a call of its own, so that memory holds one page and no connection is kept between
 * two.
 *
 * <pre>{@code
 * try (Paging<Audience> audiences = bridge.browseAll(query)) {
 *     audiences.stream().limit(3).forEach(audience -> System.out.println(audience.title()));
 * }
 * }</pre>
 *
 * <p>Reading throws an {@link AudienceBridgeException} where a page cannot be had. Every iteration begins at the first page. Once it is closed nothing more is asked for. An iterator
 * is for one thread; closing is for any.
 *
 * @param <T> what is listed
 */
public final class Paging<T> implements Iterable<T>, AutoCloseable {
    private final PagingAttempts<T> attempts;

    Paging(PagingAttempts<T> attempts) {
        this.attempts = attempts;
    }

    @Override
    public Iterator<T> iterator() {
        return new Elements(attempts.iterator());
    }

    /** The elements in order; closing the stream closes this. */
    public Stream<T> stream() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), traits), false)
                .onClose(this::close);
    }

    @Override
    public void close() {
        attempts.close();
    }

    private final class Elements implements Iterator<T> {
        private final Iterator<Either<BridgeError, Seq<T>>> pages;
        private Iterator<T> page = Collections.emptyIterator();

        Elements(Iterator<Either<BridgeError, Seq<T>>> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && pages.hasNext()) {
                page = pages.next()
                        .getOrElseThrow(error -> error.match(new ErrorTranslator()))
                        .iterator();
            }
            return page.hasNext() && !attempts.isClosed();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The list is over or was closed");
            }
            return page.next();
        }
    }
}
