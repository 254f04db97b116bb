// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A system whose audiences come to life late, and whose door can be held. */
final class GatedConnector implements Connector {
    private final Connector inner;
    final AtomicInteger prepared = new AtomicInteger();
    final CountDownLatch visited = new CountDownLatch(1);
    volatile CountDownLatch gate = new CountDownLatch(0);
    volatile Optional<Waiting> notBefore = Optional.empty();

    GatedConnector(Connector inner) {
        this.inner = inner;
    }

    @Override
    public SystemId system() {
        return inner.system();
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return type == MemberWriter.class
                ? inner.ability(MemberWriter.class).map(writer -> type.cast(new Gate(writer)))
                : inner.ability(type);
    }

    @Override
    public void close() {
        inner.close();
    }

    private final class Gate implements MemberWriter {
        private final MemberWriter writer;

        Gate(MemberWriter writer) {
            this.writer = writer;
        }

        /** Held until the gate opens or the call is cancelled, as a call on the wire is. */
        @Override
        public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
            prepared.incrementAndGet();
            CountDownLatch held = gate;
            Call.Registration registration = call.onCancel(held::countDown);
            try {
                visited.countDown();
                held.await();
                return call.check()
                        .flatMap(open -> writer.prepare(order, call))
                        .map(ready -> PreparedAudience.builder()
                                .from(ready)
                                .notBefore(notBefore)
                                .build());
            } catch (InterruptedException interrupted) {
                return Either.left(BridgeError.Cancelled.of("interrupted at the gate"));
            } finally {
                registration.close();
            }
        }

        @Override
        public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
            return writer.freeStamp(order, wanted, call);
        }

        @Override
        public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
            return writer.open(order, call);
        }
    }
}
