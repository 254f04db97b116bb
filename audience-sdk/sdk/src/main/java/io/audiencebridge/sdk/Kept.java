// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.service.Infrastructure;
import io.audiencebridge.domain.service.Leasing;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.Home;
import io.audiencebridge.domain.spi.engine.JournalStore;
import io.audiencebridge.domain.spi.engine.LeaseHome;
import io.audiencebridge.domain.spi.engine.Leases;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.spi.engine.SuppressionHome;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a bridge keeps between runs.
 *
 * @param home everything, or all but the runs
 * @param store the runs and their leases, where they do not stand in the home
 * @param ledger what was shared, in the home or elsewhere
 */
record Kept(Home home, Option<JournalStore> store, Ledger ledger) {
    /** The same with another ledger. */
    Kept with(Ledger other) {
        return new Kept(home, store, other);
    }

    /** Infrastructure that stands on it; {@code leasing} tells how leases are used, where there are any. */
    Infrastructure.Builder infrastructure(Function<Leases, Leasing> leasing) {
        return Infrastructure.builder()
                .journal(store.map(JournalStore::journal).getOrElse(home::journal))
                .leasing(leases().map(leasing).toJavaOptional())
                .runPages(store.map(JournalStore::pages).toJavaOptional())
                .ledger(ledger)
                .memberships(home.memberships())
                .eventStates(home.eventStates())
                .suppressions(
                        home instanceof SuppressionHome remembering
                                ? Optional.of(remembering.suppressions())
                                : Optional.empty());
    }

    /** Whatever of it, and of {@code indexes}, can forget. */
    Seq<Erasable> erasables(Option<RecipientIndexes> indexes) {
        return Vector.<Object>of(
                        home,
                        store.map(JournalStore::journal).getOrElse(home::journal),
                        ledger,
                        home.memberships(),
                        home.eventStates())
                .appendAll(indexes)
                .filter(Erasable.class::isInstance)
                .map(Erasable.class::cast);
    }

    private Option<Leases> leases() {
        return store.map(JournalStore::leases)
                .orElse(() -> home instanceof LeaseHome shared ? Option.some(shared.leases()) : Option.none());
    }
}
