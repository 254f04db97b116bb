// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A system that takes its time: it answers nobody until the call is cancelled, or has everybody come back later. */
final class SlowSystem implements Connector {
    private static final long LONG_SECONDS = 30;

    private final Connector inner;
    private final Option<Waiting> later;
    private final CountDownLatch visited = new CountDownLatch(1);

    private SlowSystem(Connector inner, Option<Waiting> later) {
        this.inner = inner;
        this.later = later;
    }

    /** Answers nobody until the call is cancelled. */
    static SlowSystem hanging(Connector inner) {
        return new SlowSystem(inner, Option.none());
    }

    /** Has everybody come back at {@code later}. */
    static SlowSystem readyAt(Connector inner, Instant later) {
        return new SlowSystem(inner, Option.some(new Waiting(later, "its traits come to life")));
    }

    void awaitVisit() throws InterruptedException {
        if (!visited.await(LONG_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody came");
        }
    }

    @Override
    public SystemId system() {
        return inner.system();
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return type == MemberWriter.class
                ? inner.ability(MemberWriter.class).map(writer -> type.cast(new Writer(writer)))
                : inner.ability(type);
    }

    @Override
    public void close() {
        inner.close();
    }

    private final class Writer implements MemberWriter {
        private final MemberWriter writer;

        Writer(MemberWriter writer) {
            this.writer = writer;
        }

        @Override
        public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
            return later.map(then -> writer.prepare(order, call)
                            .map(ready -> PreparedAudience.builder()
                                    .from(ready)
                                    .notBefore(then)
                                    .build()))
                    .getOrElse(() -> hang(order, call));
        }

        private Either<BridgeError, PreparedAudience> hang(AudienceOrder order, Call call) {
            CountDownLatch cancelled = new CountDownLatch(1);
            Call.Registration registration = call.onCancel(cancelled::countDown);
            try {
                visited.countDown();
                cancelled.await();
                return call.check().flatMap(open -> writer.prepare(order, call));
            } catch (InterruptedException interrupted) {
                return Either.left(BridgeError.Cancelled.of("interrupted while it was held"));
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
