// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.spi.connector.OptOutAnswer;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Remembers who is to be left alone, region by region. A region that is down takes nothing. */
final class InMemoryOptOuts implements OptOutCalls {
    private final Set<Integer> regions;
    private final InMemoryLinks links;
    private final Set<Integer> down = new TreeSet<>();
    private final List<OptOutOrder> taken = new ArrayList<>();

    InMemoryOptOuts(Set<Integer> regions, InMemoryLinks links) {
        this.regions = new TreeSet<>(regions);
        this.links = links;
    }

    @Override
    public Either<BridgeError, OptOutAnswer> optOut(OptOutOrder order, Call call) {
        return call.check().flatMap(open -> sound(order)).map(this::take);
    }

    synchronized void isDown(int region, boolean now) {
        if (now) {
            down.add(region);
        } else {
            down.remove(region);
        }
    }

    synchronized List<OptOutOrder> all() {
        return List.copyOf(taken);
    }

    private synchronized OptOutAnswer take(OptOutOrder order) {
        Vector<Integer> asked = Vector.ofAll(regions)
                .filter(region -> order.region().isEmpty() || order.region().getAsInt() == region);
        Vector<BridgeError> failures = asked.filter(down::contains)
                .map(region -> new BridgeError.Unavailable(
                        "Region " + region + " does not answer; repeat the opt-out", Incident.local(), Duration.ZERO));
        if (failures.size() < asked.size()) {
            taken.add(order);
            links.leaveAlone(order);
        }
        return OptOutAnswer.builder()
                .standing(asked.size() - failures.size())
                .failures(failures)
                .build();
    }

    private static Either<BridgeError, OptOutOrder> sound(OptOutOrder order) {
        if (!(order instanceof OptOutOrder.Person person)) {
            return Either.right(order);
        }
        byte[] text = person.id().getBytes(StandardCharsets.UTF_8);
        boolean isSound = KeyTranslator.checkingWire(person.dataSource().key())
                        .translate(text, 0, text.length, new byte[KeyTranslator.LONGEST])
                != KeyTranslator.INVALID;
        return isSound
                ? Either.right(order)
                : Either.left(BridgeError.InvalidRequest.of("id", "is no key in wire form (SEMANTICS S18)"));
    }
}
