// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.domain.spi.connector.IdPairSink;
import io.audiencebridge.domain.spi.connector.IdSyncWrite;
import io.audiencebridge.domain.spi.connector.IdSyncs;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairs of ids, mapped as soon as they are finished. */
final class InMemoryIdSyncs implements IdSyncs {
    private final InMemoryLinks links;
    private final Map<Stamp, List<InMemoryLink>> written = new HashMap<>();

    InMemoryIdSyncs(InMemoryLinks links) {
        this.links = links;
    }

    @Override
    public Either<BridgeError, Instant> freeStamp(IdSyncWrite order, Instant wanted, Call call) {
        return call.check().map(open -> free(order, wanted));
    }

    @Override
    public Either<BridgeError, IdPairSink> open(IdSyncWrite order, Call call) {
        Vector<Violation> violations = violations(order);
        return call.check()
                .flatMap(open -> violations.isEmpty()
                        ? Either.right(new InMemoryPairSink(order, this, call))
                        : Either.left(new BridgeError.InvalidRequest(violations, Incident.local())));
    }

    /** Left: {@code Conflict} when other pairs were written under that stamp. */
    synchronized Either<BridgeError, WriteSummary> finish(IdSyncWrite order, List<InMemoryLink> pairs) {
        List<InMemoryLink> before = pairs.isEmpty() ? null : written.putIfAbsent(Stamp.of(order, order.stamp()), pairs);
        if (before != null && !before.equals(pairs)) {
            return Either.left(BridgeError.Conflict.of(
                    "Other pairs were written under the stamp " + order.stamp() + "; take a free one"));
        }
        links.addAll(pairs);
        return Either.right(new WriteSummary(pairs.size(), Vector.empty()));
    }

    private synchronized Instant free(IdSyncWrite order, Instant wanted) {
        Instant free = Instant.ofEpochSecond(wanted.getEpochSecond() + (wanted.getNano() > 0 ? 1 : 0));
        while (written.containsKey(Stamp.of(order, free))) {
            free = free.plusSeconds(1);
        }
        return free;
    }

    private static Vector<Violation> violations(IdSyncWrite order) {
        Vector<Violation> visitors = order.visitors().key() instanceof Visitor
                ? Vector.empty()
                : Vector.of(new Violation("visitors", "holds no visitor ids; give a visitor data source"));
        return order.declared().key() instanceof Declared
                ? visitors
                : visitors.append(new Violation("declared", "holds no declared ids; give a declared data source"));
    }

    private record Stamp(long visitors, long declared, Instant second) {
        static Stamp of(IdSyncWrite order, Instant second) {
            return new Stamp(order.visitors().id(), order.declared().id(), second);
        }
    }
}
