// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.sharing.FreshnessPolicy;
import io.audiencebridge.domain.sharing.KeyRoute;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.SharingListener;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.EventStates;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.audiencebridge.domain.spi.engine.RecipientIndexSettings;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.audiencebridge.domain.spi.engine.RunPages;
import io.audiencebridge.domain.spi.engine.Suppressions;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.immutables.value.Value;

/** What the services stand on; all of it is handed in. */
@HouseValue
@Value.Immutable
public interface Infrastructure {
    /** Where runs are written down. */
    Journal journal();

    /** Who was shared. */
    Ledger ledger();

    /** Who was in each shared audience when it was last read. */
    Memberships memberships();

    /** Who was in each Platform audience after the events so far. */
    EventStates eventStates();

    /** Who opted out; empty where nothing remembers it. */
    Optional<Suppressions> suppressions();

    /** Under which the people who opted out are remembered; needed to opt out, and wherever somebody has. */
    Optional<Secret> suppressionSecret();

    /** Whatever keeps something between runs and can forget it; what is not among them is never purged. */
    List<Erasable> erasables();

    /** How members are matched. */
    ReconciliationEngine engine();

    /**
     * Bytes of heap that the keys shared into one audience may take, 16 a key and a few times that while they are read; without a bound by default. Beyond it the engine compares
     * them with the list's.
     */
    @Value.Default
    default long ledgerHeap() {
        return Long.MAX_VALUE;
    }

    /** Bytes of a list's rows that are held while the engine compares its keys with the ledger's; a list with more is read again. 64 MiB by default. */
    @Value.Default
    default long rowHeap() {
        return 64L << 20;
    }

    /** Copies of recipients' keys, to be deleted at least. */
    Optional<RecipientIndexes> recipientIndexes();

    /** How such copies are kept; empty when none is to be. */
    Optional<RecipientIndexSettings> recipientIndex();

    /** The only route by which recipients' keys may come; empty when the cheapest is taken. */
    Optional<KeyRoute> matchBy();

    /** The ciphers of declared ids, by the names by which runs remember them. */
    Map<String, DeclaredIdCipher> declaredIdCiphers();

    /** How long members may be on their way. */
    @Value.Default
    default FreshnessPolicy freshness() {
        return FreshnessPolicy.documented();
    }

    /** Where helping hands work; the caller's thread by default. One that is busy or refuses work costs time only. */
    @Value.Default
    default Executor executor() {
        return Runnable::run;
    }

    /** Who hears of events. */
    @Value.Default
    default SharingListener listener() {
        return SharingListener.SILENT;
    }

    /** How this bridge says what it works on; empty when no other process shares its journal. */
    Optional<Leasing> leasing();

    /** Looks records up a page at a time; empty when the journal is to be read as a whole for it. */
    Optional<RunPages> runPages();

    /** The business clock. */
    InstantSource clock();

    /** Makes run ids that no other run has. */
    Supplier<RunId> runIds();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds infrastructure. */
    final class Builder extends ImmutableInfrastructure.Builder {
        Builder() {}

        /** All of {@code stood} but its journal. */
        static Infrastructure on(Journal journal, Infrastructure stood) {
            return new Builder().from(stood).journal(journal).build();
        }
    }
}
