// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.OptionalLong;

/**
 * A list, page by page; a page is asked for when it is wanted, so that memory holds one page and no connection is kept open between two.
 *
 * <p>Nothing is told twice. A list whose marks lead back to themselves ends with {@code ProtocolBreach}. Blocks; one thread at a time.
 *
 * @param <T> what is listed
 */
public interface Pages<T> {
    /** The next page, never empty but at the end of the list. After a left the same left again. */
    Either<BridgeError, Seq<T>> next();

    /** All pages that are left, together; for lists that are known to be short. */
    Either<BridgeError, Seq<T>> all();

    /** How many there are over all pages, as the last answer told; empty before the first one and where an answer does not say. */
    OptionalLong total();
}
