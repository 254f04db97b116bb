// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.audiencebridge.adapter.audiencemanager.client.BulkItem;
import io.audiencebridge.adapter.audiencemanager.client.BulkReport;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Many things, one outcome each. */
final class Bulk {
    /** Things a call. UNVERIFIED: what the API takes. */
    private static final int BATCH = 100;

    /** Refusals of the sign-in or a right in a row after which the rest is not tried. */
    private static final int REFUSED_FOR_GOOD = 3;

    private Bulk() {}

    /** A call for many says one thing for all of them: a refused one is resolved one by one, where "it is not there" is as good as "it is gone". */
    static Either<BridgeError, BulkReport<Boolean>> delete(Endpoint<?, ?> endpoint, Seq<Long> ids, Call call) {
        Vector<Long> distinct = Vector.ofAll(ids).distinct();
        Option<Long> wrong = distinct.find(id -> id <= 0);
        if (wrong.isDefined()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    endpoint.kind().word(),
                    wrong.get() + " is no number of a " + endpoint.kind().word() + "; nothing was deleted"));
        }
        Function<Vector<Long>, Vector<BulkItem<Boolean>>> deletion = batch -> deleted(endpoint, batch, call);
        return Either.right(new BulkReport<>(batches(distinct, deletion)));
    }

    /** Each on its own, until the call is over or nothing works any more. */
    static <A, T> Vector<BulkItem<T>> each(
            Seq<A> things, ToLongFunction<A> id, Function<A, Either<BridgeError, T>> work) {
        Vector<BulkItem<T>> done = Vector.empty();
        int refused = 0;
        Option<BridgeError> end = Option.none();
        for (A thing : things) {
            Either<BridgeError, T> outcome = end.isDefined() ? Either.left(end.get()) : work.apply(thing);
            done = done.append(new BulkItem<>(id.applyAsLong(thing), outcome));
            refused = outcome.isLeft() && outcome.getLeft() instanceof BridgeError.AccessDenied ? refused + 1 : 0;
            end = outcome.isLeft() && (ends(outcome.getLeft()) || refused >= REFUSED_FOR_GOOD)
                    ? Option.some(outcome.getLeft())
                    : end;
        }
        return done;
    }

    private static Vector<BulkItem<Boolean>> batches(
            Vector<Long> ids, Function<Vector<Long>, Vector<BulkItem<Boolean>>> deletion) {
        Vector<BulkItem<Boolean>> done = Vector.empty();
        for (int from = 0; from < ids.size(); from += BATCH) {
            Option<BridgeError> end = done.lastOption()
                    .filter(last -> last.outcome().isLeft())
                    .map(last -> last.outcome().getLeft())
                    .filter(error -> ends(error) || error instanceof BridgeError.AccessDenied);
            Vector<Long> batch = ids.slice(from, from + BATCH);
            done = done.appendAll(
                    end.isDefined()
                            ? batch.map(id -> new BulkItem<>(id, Either.left(end.get())))
                            : deletion.apply(batch));
        }
        return done;
    }

    private static Vector<BulkItem<Boolean>> deleted(Endpoint<?, ?> endpoint, Vector<Long> batch, Call call) {
        boolean together = endpoint.kind().deletedInBulk() && batch.size() > 1 && atOnce(endpoint, batch, call);
        return together
                ? batch.map(id -> new BulkItem<>(id, Either.right(true)))
                : each(batch, id -> id, id -> endpoint.delete(id, call));
    }

    private static boolean atOnce(Endpoint<?, ?> endpoint, Vector<Long> batch, Call call) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        batch.forEach(body::add);
        return endpoint.rest()
                .ask(endpoint.kind().path() + "bulk-delete", body, call)
                .isRight();
    }

    private static boolean ends(BridgeError error) {
        return error instanceof BridgeError.Cancelled
                || error instanceof BridgeError.DeadlineExceeded
                || error instanceof BridgeError.Throttled
                || error instanceof BridgeError.Unavailable;
    }
}
