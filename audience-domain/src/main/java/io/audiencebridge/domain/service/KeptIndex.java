// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.PackingSource;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.RecipientIndexSettings;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * The kept copy of a connection's recipients, brought up to date by watermark (SEMANTICS S10). The watermark is taken before anything is read: what changes meanwhile is read twice
 * rather than missed. Not thread-safe.
 */
final class KeptIndex {
    private final RecipientIndexes indexes;
    private final RecipientIndexSettings settings;
    private final ChangedKeys changes;
    private final DataSource dataSource;
    private final boolean byFingerprint;
    private final IndexPage page;
    private final Call call;

    private KeptIndex(
            RecipientIndexes indexes,
            RecipientIndexSettings settings,
            ChangedKeys changes,
            ConnectionName connection,
            DataSource dataSource,
            boolean byFingerprint,
            Call call) {
        this.indexes = indexes;
        this.settings = settings;
        this.changes = changes;
        this.dataSource = dataSource;
        this.byFingerprint = byFingerprint;
        this.page = new IndexPage(connection, keys(dataSource, byFingerprint));
        this.call = call;
    }

    /** The copy for these recipients; none when the bridge keeps none, or the connection or the engine cannot. */
    static Either<BridgeError, Option<KeptIndex>> of(
            ConnectionName connection,
            DataSource dataSource,
            boolean byFingerprint,
            Connectors connectors,
            Infrastructure infrastructure,
            Call call) {
        Option<RecipientIndexes> indexes = Option.ofOptional(infrastructure.recipientIndexes());
        Option<RecipientIndexSettings> settings = Option.ofOptional(infrastructure.recipientIndex())
                .filter(wanted -> infrastructure.engine().takesPackedRecipients());
        return connectors
                .offered(connection, ChangedKeys.class)
                .map(offered -> offered.flatMap(changes -> indexes.flatMap(kept -> settings.map(
                        wanted -> new KeptIndex(kept, wanted, changes, connection, dataSource, byFingerprint, call)))));
    }

    /** What there is now. Right: none when the connection cannot follow these keys. Copies whose lifetime is over are deleted. */
    Either<BridgeError, Option<Looked>> look(Instant now) {
        Either<BridgeError, Watermark> watermark = changes.watermark(dataSource, call);
        if (watermark.isLeft()) {
            return watermark.getLeft() instanceof BridgeError.InvalidRequest
                    ? Either.right(Option.none())
                    : Either.left(watermark.getLeft());
        }
        IndexStamp stamp = new IndexStamp(watermark.get().value(), now);
        return indexes.expire(now.minus(settings.lifetime()))
                .flatMap(expired -> indexes.look(page))
                .map(state -> Option.some(looked(state, stamp)));
    }

    /** Takes over what changed. Right: the rows of everybody; none when the system no longer knows the copy's watermark, so that it must be built anew. */
    Either<BridgeError, Option<Rows>> refresh(IndexState.Kept kept, IndexStamp stamp) {
        Either<BridgeError, KeySource> changed =
                changes.changedSince(new Watermark(kept.watermark()), dataSource, call);
        if (changed.isLeft()) {
            return changed.getLeft() instanceof BridgeError.InvalidRequest
                    ? Either.right(Option.none())
                    : Either.left(changed.getLeft());
        }
        CountedKeys counted = new CountedKeys(changed.get());
        return indexes.refresh(page, stamp, packed(counted), call)
                .flatMap(now -> indexes.read(page, call))
                .map(rows -> Option.some(new Rows(rows, counted.rows())));
    }

    /** Keeps a copy of {@code everybody}, which was read after {@code stamp}. Right: its rows. */
    Either<BridgeError, Rows> build(KeySource everybody, IndexStamp stamp) {
        CountedKeys counted = new CountedKeys(everybody);
        return indexes.rebuild(page, stamp, packed(counted), call)
                .flatMap(now -> indexes.read(page, call))
                .map(rows -> new Rows(rows, counted.rows()));
    }

    private KeySource packed(KeySource rows) {
        return new PackingSource(rows, dataSource.key(), byFingerprint);
    }

    private Looked looked(IndexState state, IndexStamp stamp) {
        if (state instanceof IndexState.Unusable unusable) {
            return new Looked(
                    stamp,
                    Option.none(),
                    unusable.because(),
                    Option.some("The kept recipient index was built anew: " + unusable.because()));
        }
        if (state instanceof IndexState.Kept kept) {
            Duration age = Duration.between(kept.built(), stamp.at());
            boolean fresh = !age.isNegative() && age.compareTo(settings.rebuildAfter()) < 0;
            return fresh
                    ? new Looked(stamp, Option.some(kept), "", Option.none())
                    : new Looked(
                            stamp,
                            Option.none(),
                            "it was built " + age.toDays() + " days ago, and who was removed since leaves no trace",
                            Option.none());
        }
        return new Looked(stamp, Option.none(), "there was none", Option.none());
    }

    /** The same text for the same bits: how keys are found, normalised and packed. */
    private static String keys(DataSource source, boolean byFingerprint) {
        return source.targetingDimension() + "\n" + keys(source.key()) + "\n"
                + (byFingerprint ? "fingerprints" : "whole keys");
    }

    private static String keys(ReconciliationKey key) {
        return key instanceof Declared declared
                ? String.join(
                        "\n",
                        "declared",
                        declared.field(),
                        declared.content().name(),
                        declared.stored().name(),
                        declared.wire().name(),
                        declared.cipher().map(cipher -> cipher.name()).orElse(""))
                : "visitor";
    }

    /**
     * What there is of the copy.
     *
     * @param stamp where the changes stand now
     * @param usable the copy, if it need not be built anew
     * @param because why it must be built, if it must
     * @param notice what the caller should know of that
     */
    record Looked(IndexStamp stamp, Option<IndexState.Kept> usable, String because, Option<String> notice) {}

    /**
     * The rows of everybody.
     *
     * @param recipients packed; the reader closes them
     * @param read how many rows the system sent for them
     */
    record Rows(KeySource recipients, long read) {}
}
