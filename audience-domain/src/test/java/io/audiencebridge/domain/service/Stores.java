// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.engine.AppliedEvents;
import io.audiencebridge.domain.spi.engine.EventStates;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.spi.engine.Suppressions;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What services stand on, in maps. */
final class Stores {
    static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");

    final Records journal = new Records();
    final Keys ledger = new Keys();
    final Kept<Membership> memberships = new Kept<>();
    final Kept<AppliedEvents> eventStates = new Kept<>();

    Infrastructure.Builder infrastructure() {
        return Infrastructure.builder()
                .journal(journal)
                .ledger(ledger)
                .memberships(new Memberships() {
                    @Override
                    public Either<BridgeError, Option<Membership>> find(LedgerKey audience) {
                        return memberships.find(audience);
                    }

                    @Override
                    public Either<BridgeError, Membership> keep(LedgerKey audience, Membership membership) {
                        return memberships.keep(audience, membership);
                    }
                })
                .eventStates(new EventStates() {
                    @Override
                    public Either<BridgeError, Option<AppliedEvents>> find(LedgerKey audience) {
                        return eventStates.find(audience);
                    }

                    @Override
                    public Either<BridgeError, AppliedEvents> keep(LedgerKey audience, AppliedEvents applied) {
                        return eventStates.keep(audience, applied);
                    }
                })
                .engine(new PlainReconciler()::match)
                .clock(() -> NOW)
                .runIds(() -> new RunId("run-" + (journal.records.size() + 1)));
    }

    /** A connector of these abilities. */
    static Connector offering(Object... abilities) {
        return new Connector() {
            @Override
            public SystemId system() {
                return new SystemId("made-up");
            }

            @Override
            public <A> Option<A> ability(Class<A> type) {
                return Vector.of(abilities).find(type::isInstance).map(type::cast);
            }

            @Override
            public void close() {
                // holds nothing
            }
        };
    }

    static final class Records implements Journal {
        private final Map<RunId, RunRecord> records = new LinkedHashMap<>();

        @Override
        public Either<BridgeError, RunRecord> save(RunRecord record) {
            records.put(record.run(), record);
            return Either.right(record);
        }

        @Override
        public Either<BridgeError, Option<RunRecord>> find(RunId run) {
            return Either.right(Option.of(records.get(run)));
        }

        @Override
        public Either<BridgeError, Seq<RunRecord>> all() {
            return Either.right(Vector.ofAll(records.values()));
        }
    }

    static final class Keys implements Ledger {
        private final Map<LedgerKey, Map<RunId, IdSet>> kept = new HashMap<>();

        @Override
        public Either<BridgeError, RunId> keep(LedgerKey audience, RunId run, IdSet fingerprints) {
            kept.computeIfAbsent(audience, page -> new LinkedHashMap<>()).put(run, fingerprints);
            return Either.right(run);
        }

        @Override
        public Either<BridgeError, Seq<RunId>> runs(LedgerKey audience) {
            return Either.right(
                    Vector.ofAll(kept.getOrDefault(audience, Map.of()).keySet()));
        }

        @Override
        public Either<BridgeError, IdSet> kept(LedgerKey audience, RunId run) {
            return Either.right(kept.getOrDefault(audience, Map.of()).getOrDefault(run, IdSet.EMPTY));
        }
    }

    /** By audience. */
    static final class Kept<T> {
        private final Map<LedgerKey, T> all = new HashMap<>();

        Either<BridgeError, Option<T>> find(LedgerKey audience) {
            return Either.right(Option.of(all.get(audience)));
        }

        Either<BridgeError, T> keep(LedgerKey audience, T what) {
            all.put(audience, what);
            return Either.right(what);
        }
    }

    /** A store of those who opted out. */
    static final class OptedOut implements Suppressions {
        private Option<Suppressed> kept = Option.none();
        private int added;

        @Override
        public Either<BridgeError, Option<Suppressed>> find() {
            return Either.right(kept);
        }

        @Override
        public Either<BridgeError, Integer> add(Suppressed more) {
            added++;
            IdSet before = kept.map(Suppressed::digests).getOrElse(IdSet.EMPTY);
            IdSet all = new IdSetBuilder().addAll(before).addAll(more.digests()).build();
            kept = Option.some(new Suppressed(more.check(), all));
            return Either.right(all.size());
        }

        @Override
        public Either<BridgeError, Integer> clear() {
            kept = Option.none();
            return Either.right(0);
        }

        int added() {
            return added;
        }

        List<Integer> sizes() {
            return kept.map(some -> some.digests().size()).toJavaList();
        }
    }
}
