// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.PersonDigester;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.spi.engine.Suppressions;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** The suppression store with the secret that opens it: people are written into it, and what was done for them. */
final class OptOutRegister {
    private final Suppressions store;
    private final Secret secret;
    private final Infrastructure infrastructure;

    private OptOutRegister(Suppressions store, Secret secret, Infrastructure infrastructure) {
        this.store = store;
        this.secret = secret;
        this.infrastructure = infrastructure;
    }

    /** Left: {@code InvalidRequest} without a store or a secret, or with another secret than before. */
    static Either<BridgeError, OptOutRegister> of(Infrastructure infrastructure) {
        return Option.ofOptional(infrastructure.suppressions())
                .<BridgeError>toEither(() -> BridgeError.InvalidRequest.of(
                        "home", "remembers nobody who opted out; use one that does, such as a folder"))
                .flatMap(store -> Option.ofOptional(infrastructure.suppressionSecret())
                        .<BridgeError>toEither(() -> BridgeError.InvalidRequest.of(
                                "suppressionSecret",
                                "is missing; people who opt out are remembered under a secret of yours, so give one of at least "
                                        + PersonDigester.SHORTEST_SECRET + " characters and keep it"))
                        .map(secret -> new OptOutRegister(store, secret, infrastructure)))
                .flatMap(OptOutRegister::opened);
    }

    private Either<BridgeError, OptOutRegister> opened() {
        return store.find()
                .flatMap(found -> found.forAll(kept -> kept.check().equals(PersonDigester.check(secret)))
                        ? Either.right(this)
                        : Either.left(SuppressedPeople.another(secret)));
    }

    /** Remembers all that is known of the person. Right: how many digests that are. */
    Either<BridgeError, Integer> remember(PersonAtHand person) {
        PersonDigests digests = new PersonDigests(
                secret, Vector.ofAll(infrastructure.declaredIdCiphers().values()));
        person.into(digests);
        IdSet all = digests.all();
        return add(all).map(kept -> all.size());
    }

    /** Whether {@code deed} was done for the id of that fingerprint. */
    Either<BridgeError, Boolean> isDone(String deed, long high, long low) {
        return store.find().map(found -> found.exists(kept -> has(kept.digests(), deed, high, low)));
    }

    /** Remembers that {@code deed} was done for the id of that fingerprint. */
    Either<BridgeError, Integer> done(String deed, long high, long low) {
        try (PersonDigester deeds = PersonDigester.ofDeeds(secret, deed)) {
            deeds.take(high, low);
            return add(new IdSetBuilder().add(deeds.high(), deeds.low()).build());
        }
    }

    private boolean has(IdSet digests, String deed, long high, long low) {
        try (PersonDigester deeds = PersonDigester.ofDeeds(secret, deed)) {
            deeds.take(high, low);
            return digests.contains(deeds.high(), deeds.low());
        }
    }

    private Either<BridgeError, Integer> add(IdSet digests) {
        return store.add(new Suppressed(PersonDigester.check(secret), digests));
    }
}
