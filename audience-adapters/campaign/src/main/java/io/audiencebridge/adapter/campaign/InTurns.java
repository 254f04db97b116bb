// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The recipients who are named by some values, as many values at a time as one condition takes. Those who do not exist are passed over. One reader. */
final class InTurns implements KeySource {
    private final Supplier<List<Literal>> turns;
    private final Function<List<Literal>, Either<BridgeError, KeySource>> ask;
    private @Nullable KeySource open;
    private boolean over;

    /**
     * The answers, one after the other.
     *
     * @param turns the next values; none when all were given
     * @param ask asks for the recipients of some values
     */
    InTurns(Supplier<List<Literal>> turns, Function<List<Literal>, Either<BridgeError, KeySource>> ask) {
        this.turns = turns;
        this.ask = ask;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (true) {
            Either<BridgeError, Option<KeySource>> current = current();
            if (current.isLeft() || current.get().isEmpty()) {
                return current.map(nobody -> Option.none());
            }
            Either<BridgeError, Option<TextKeys>> batch = current.get().get().next();
            if (batch.isLeft() || batch.get().isDefined()) {
                return batch;
            }
            leave();
        }
    }

    @Override
    public void close() {
        over = true;
        leave();
    }

    private Either<BridgeError, Option<KeySource>> current() {
        if (open != null) {
            return Either.right(Option.some(open));
        }
        List<Literal> turn = over ? List.of() : turns.get();
        return turn.isEmpty()
                ? Either.right(Option.none())
                : ask.apply(turn).peek(answer -> open = answer).map(Option::some);
    }

    private void leave() {
        KeySource reading = open;
        open = null;
        if (reading != null) {
            reading.close();
        }
    }
}
