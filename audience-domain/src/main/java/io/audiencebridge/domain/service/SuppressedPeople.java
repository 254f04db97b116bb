// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.PersonDigester;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.spi.engine.Suppressions;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The people whom the bridge remembers as opted out (SEMANTICS S23), as one run sees them. A key that one of them is seen to have is remembered as well, so that nobody else can
 * bring it in again. Safe for use by several threads, each with its own {@link SuppressionCheck}.
 */
final class SuppressedPeople {
    private static final SuppressedPeople NOBODY = new SuppressedPeople(Option.none());

    private final Option<Known> known;
    private final IdHashSet learned = new IdHashSet();

    private SuppressedPeople(Option<Known> known) {
        this.known = known;
    }

    /** Those of the bridge. Left: {@code InvalidRequest} when there are some and the secret is missing or another one: they are never passed over. */
    static Either<BridgeError, SuppressedPeople> of(Infrastructure infrastructure) {
        return Option.ofOptional(infrastructure.suppressions())
                .map(store -> store.find()
                        .flatMap(found -> found.filter(kept -> kept.digests().size() > 0)
                                .map(kept -> known(kept, store, Option.ofOptional(infrastructure.suppressionSecret())))
                                .getOrElse(() -> Either.right(NOBODY))))
                .getOrElse(() -> Either.right(NOBODY));
    }

    private static Either<BridgeError, SuppressedPeople> known(
            Suppressed kept, Suppressions store, Option<Secret> secret) {
        return secret.<BridgeError>toEither(
                        () -> BridgeError.InvalidRequest.of(
                                "suppressionSecret",
                                "is missing, and people opted out here; give the secret under which they are remembered. Nobody is shared, imported or linked without it"))
                .filterOrElse(given -> PersonDigester.check(given).equals(kept.check()), SuppressedPeople::another)
                .map(given -> new SuppressedPeople(Option.some(new Known(kept, store, given))));
    }

    static BridgeError another(Secret given) {
        return BridgeError.InvalidRequest.of(
                "suppressionSecret",
                "is not the one under which the people who opted out here are remembered; give that one. Nobody is shared, imported or linked without it");
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** A check of recipients of {@code connection} and of keys. */
    SuppressionCheck check(ConnectionName connection, ReconciliationKey key) {
        return known.map(all -> new SuppressionCheck(
                        all.kept().digests(),
                        PersonDigester.ofRecipients(all.secret(), connection),
                        PersonDigester.ofKeys(all.secret(), key),
                        this::learn))
                .getOrElse(SuppressionCheck.NONE);
    }

    /** Remembers the keys that were learned. Right: how many they are. */
    Either<BridgeError, Integer> keepLearned() {
        IdSet more = more();
        return known.filter(all -> more.size() > 0)
                .map(all -> all.store()
                        .add(new Suppressed(all.kept().check(), more))
                        .map(kept -> more.size()))
                .getOrElse(() -> Either.right(0));
    }

    private synchronized IdSet more() {
        return learned.sorted();
    }

    private synchronized void learn(long high, long low) {
        learned.add(high, low);
    }

    /** The people, where they are kept and under which secret. */
    private record Known(Suppressed kept, Suppressions store, Secret secret) {}
}
