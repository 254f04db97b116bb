// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;

/**
 * What can be done with every kind of thing that Audience Manager keeps under a number.
 *
 * <p>Reads, replacements and deletions are repeated while Audience Manager is out of order; a creation only when it surely did not arrive. Left, besides
 * what a method names: {@code InvalidRequest} for what the API's documented limits forbid, before anything is sent; {@code AccessDenied} when the sign-in or a
 * right is missing; {@code Throttled} and {@code Unavailable} with a pause; {@code RejectedBySystem} with Audience Manager's own words;
 * {@code DeadlineExceeded} and {@code Cancelled} by the call's options. Members of an answer that are not known here do no harm and are kept. Blocks; safe for
 * use by several threads.
 *
 * @param <T> a thing as it is there
 * @param <D> the part of it that a caller decides
 * @param <Q> what of its list can be asked for
 */
public interface Resource<T extends D, D, Q extends ListQuery> {
    /** The thing of that number; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<T>> find(long id, CallOptions options);

    /** A list, read page by page. The options' time covers all of the reading; what goes wrong is told by the pages. */
    Pages<T> list(Q query, CallOptions options);

    /**
     * Creates one. Left: {@code Conflict} when a code or name is taken, {@code OutcomeUnknown} when nobody can say whether it was created: look for it, or
     * call {@link #ensure}.
     */
    Either<BridgeError, T> create(D draft, CallOptions options);

    /**
     * Finds the one that {@code draft} describes, or creates it; how it is recognised is told where the kind is described. Safe to repeat, also after
     * {@code OutcomeUnknown}. What is found stays as it is. Left: {@code Conflict} when what is found cannot stand for the draft, and says why.
     */
    Either<BridgeError, T> ensure(D draft, CallOptions options);

    /**
     * Changes one: reads it, has {@code change} say what it should be, and puts it back whole. Only what {@code change} made different is overwritten;
     * everything else, also what this client does not know, goes back as it came. Nothing is sent when nothing is different. Two who change the same thing
     * at the same moment may overwrite each other: the API has no guard against it. Left: {@code NotFound}.
     */
    Either<BridgeError, T> edit(long id, UnaryOperator<D> change, CallOptions options);

    /** Deletes one. Right: whether it was there. Left: {@code Conflict} or {@code RejectedBySystem} while something uses it. */
    Either<BridgeError, Boolean> delete(long id, CallOptions options);

    /**
     * Deletes many, by few calls where the API has one for many and it accepts them, one by one where not, so that each gets an outcome of its own.
     * Right: for each whether it was there, also when some or all were refused. Deleting what is deleted is no error, so the same call goes on after any end.
     */
    Either<BridgeError, BulkReport<Boolean>> deleteAll(Seq<Long> ids, CallOptions options);
}
