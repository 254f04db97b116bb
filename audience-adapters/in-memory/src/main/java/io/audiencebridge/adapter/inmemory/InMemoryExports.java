// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.EventSource;
import io.audiencebridge.domain.member.MemberEvents;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.ArrivedExports;
import io.audiencebridge.domain.spi.connector.EventExport;
import io.audiencebridge.domain.spi.connector.MembershipEvents;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Exports of audiences, complete as soon as they are made. */
final class InMemoryExports implements MembershipEvents {
    private final Map<String, Vector<InMemoryExport>> exports = new ConcurrentHashMap<>();

    void add(AudienceRef audience, InMemoryExport export) {
        exports.merge(audience.id(), Vector.of(export), Vector::appendAll);
    }

    @Override
    public Either<BridgeError, ArrivedExports> exports(
            AudienceRef audience, ReconciliationKey key, Set<String> applied, Call call) {
        return call.check()
                .map(open -> new ArrivedExports(
                        exports.getOrDefault(audience.id(), Vector.empty())
                                .reject(export -> applied.contains(export.identity()))
                                .sortBy(InMemoryExport::time)
                                .map(Export::new),
                        Optional.empty()));
    }

    private record Export(InMemoryExport export) implements EventExport {
        @Override
        public String identity() {
            return export.identity();
        }

        @Override
        public boolean isFull() {
            return export.full();
        }

        @Override
        public Instant time() {
            return export.time();
        }

        @Override
        public List<String> files() {
            return List.of(export.identity());
        }

        @Override
        public List<String> notices() {
            return List.of();
        }

        @Override
        public Either<BridgeError, EventSource> open() {
            return Either.right(new Events(export.entering(), export.leaving()));
        }
    }

    /** One batch, since it lies in memory. */
    private static final class Events implements EventSource {
        private Option<MemberEvents> batch;

        Events(List<String> entering, List<String> leaving) {
            TextKeysBuilder rows = new TextKeysBuilder();
            entering.forEach(key -> add(rows, key, (byte) 0));
            leaving.forEach(key -> add(rows, key, TextKeys.LEAVING));
            TextKeys keys = rows.build();
            long[] times = new long[keys.size()];
            java.util.Arrays.fill(times, MemberEvents.UNTIMED);
            batch = Option.some(new MemberEvents(keys, times));
        }

        private static void add(TextKeysBuilder rows, String key, byte marks) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            rows.key(text, 0, text.length, marks);
        }

        @Override
        public Either<BridgeError, Option<MemberEvents>> next() {
            Option<MemberEvents> next = batch;
            batch = Option.none();
            return Either.right(next);
        }

        @Override
        public void close() {
            batch = Option.none();
        }
    }
}
