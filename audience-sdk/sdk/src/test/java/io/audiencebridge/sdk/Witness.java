// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A system that shows its calls to whoever looks: those of its catalog, and of a writer's first step. */
final class Witness implements Connector {
    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Connector inner;
    private final Consumer<Call> looking;

    Witness(Connector inner, Consumer<Call> looking) {
        this.inner = inner;
        this.looking = looking;
    }

    Call last() {
        return calls.get(calls.size() - 1);
    }

    @Override
    public SystemId system() {
        return inner.system();
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        if (type == MemberWriter.class) {
            return inner.ability(MemberWriter.class).map(writer -> type.cast(new Writer(writer)));
        }
        return type == AudienceCatalog.class
                ? inner.ability(AudienceCatalog.class).map(catalog -> type.cast(new Catalog(catalog)))
                : inner.ability(type);
    }

    @Override
    public void close() {
        inner.close();
    }

    private Call seen(Call call) {
        calls.add(call);
        looking.accept(call);
        return call;
    }

    private final class Catalog implements AudienceCatalog {
        private final AudienceCatalog catalog;

        Catalog(AudienceCatalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call) {
            return catalog.browse(query, seen(call));
        }

        @Override
        public Either<BridgeError, Audience> find(AudienceRef audience, Call call) {
            return catalog.find(audience, call);
        }
    }

    private final class Writer implements MemberWriter {
        private final MemberWriter writer;

        Writer(MemberWriter writer) {
            this.writer = writer;
        }

        @Override
        public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
            return writer.prepare(order, seen(call));
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
