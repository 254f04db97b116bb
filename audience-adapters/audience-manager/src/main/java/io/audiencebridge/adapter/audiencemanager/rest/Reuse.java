// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Supplier;

/** Creating without creating twice. */
public final class Reuse {
    private Reuse() {}

    /** What {@code look} finds, or else what {@code create} makes; see {@link #settled}. */
    static <T> Either<BridgeError, T> ensured(
            Supplier<Either<BridgeError, Option<T>>> look, Supplier<Either<BridgeError, T>> create) {
        return look.get().flatMap(found -> found.isDefined() ? Either.right(found.get()) : settled(create.get(), look));
    }

    /** A creation whose fate is open, or that somebody else won, may have left what was wanted. */
    public static <T> Either<BridgeError, T> settled(
            Either<BridgeError, T> attempt, Supplier<Either<BridgeError, Option<T>>> look) {
        return attempt.fold(
                error -> error instanceof BridgeError.OutcomeUnknown || error instanceof BridgeError.Conflict
                        ? look.get().flatMap(found -> found.toEither(error))
                        : Either.left(error),
                Either::right);
    }
}
