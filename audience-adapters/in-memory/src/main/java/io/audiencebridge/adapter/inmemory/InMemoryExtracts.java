// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.ExtractOrder;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/** Keys that are there once the workflows have run. */
final class InMemoryExtracts implements KeyExtracts {
    private final InMemoryKeys keys;
    private final InMemoryWorkflows workflows;

    InMemoryExtracts(InMemoryKeys keys, InMemoryWorkflows workflows) {
        this.keys = keys;
        this.workflows = workflows;
    }

    @Override
    public Either<BridgeError, Option<KeyFeed>> extract(ExtractOrder order, Call call) {
        return call.check().flatMap(open -> listOf(order, call)).flatMap(there -> {
            workflows.ask(name(order), () -> {});
            return workflows.isDone(name(order)) ? ready(order, call) : Either.right(Option.some(notYet()));
        });
    }

    @Override
    public Either<BridgeError, Boolean> discard(ExtractOrder order, Call call) {
        return Either.right(workflows.forget(name(order)));
    }

    /** Left when the list is gone; nothing is ordered then. */
    private Either<BridgeError, ExtractOrder> listOf(ExtractOrder order, Call call) {
        return order.list()
                .map(list -> keys.keysOf(list, order.dataSource(), call).map(found -> order))
                .orElseGet(() -> Either.right(order));
    }

    private Either<BridgeError, Option<KeyFeed>> ready(ExtractOrder order, Call call) {
        return order.list()
                .map(list -> keys.keysOf(list, order.dataSource(), call))
                .orElseGet(() -> keys.allKeys(order.dataSource(), call))
                .map(source -> Option.some(new KeyFeed.Ready(source)));
    }

    private static KeyFeed notYet() {
        return new KeyFeed.NotYet(new Waiting(Instant.EPOCH, "the extraction has not run yet"));
    }

    private static String name(ExtractOrder order) {
        return "extract " + order.run();
    }
}
