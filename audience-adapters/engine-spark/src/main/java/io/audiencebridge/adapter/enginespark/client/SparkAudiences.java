// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.client;

import io.audiencebridge.adapter.enginespark.frames.Columns;
import io.audiencebridge.adapter.enginespark.frames.PackedKey;
import io.audiencebridge.adapter.enginespark.frames.Packing;
import io.audiencebridge.adapter.enginespark.frames.Reconciliation;
import io.audiencebridge.adapter.enginespark.frames.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Audiences whose people are in the cluster already: datasets in, datasets out, by the same packing, policy and tallies as the other engines. Nothing but counts comes to the
 * driver. Spark's failures are thrown as Spark throws them. Safe for use by several threads.
 */
public final class SparkAudiences {
    private final SparkLedger ledger;

    private SparkAudiences(SparkLedger ledger) {
        this.ledger = ledger;
    }

    /** Audiences whose shares {@code ledger} knows. */
    public static SparkAudiences of(SparkLedger ledger) {
        return new SparkAudiences(ledger);
    }

    /** Matches members with recipients. Left: {@code InvalidRequest} for encrypted keys, {@code Unbalanced}. */
    public static Either<BridgeError, MatchedRecipients> match(MatchOrder order) {
        return PackedKey.of(order.key()).flatMap(kind -> {
            Reconciliation reconciliation = new Reconciliation(
                    Packing.members(order.members(), order.memberKey(), kind),
                    Packing.recipients(
                            order.recipients(), order.recipientId(), order.recipientKey(), order.optedOut(), kind),
                    order.ambiguity());
            return reconciliation
                    .tally(0)
                    .balanced()
                    .map(tally -> new MatchedRecipients(ids(order, reconciliation), tally, reconciliation))
                    .peekLeft(unbalanced -> reconciliation.close());
        });
    }

    /** Finds who is new to an audience. Left: {@code InvalidRequest} for encrypted keys, the ledger's or the journal's error, {@code Unbalanced}. */
    public Either<BridgeError, NewMembers> newMembers(ShareOrder order) {
        return PackedKey.of(order.key())
                .flatMap(kind -> ledger.known(order.page()).flatMap(known -> {
                    Sharing sharing = Sharing.of(
                            order.recipients(),
                            order.recipientId(),
                            order.recipientKey(),
                            order.optedOut(),
                            order.othersOptedOut(),
                            kind,
                            known);
                    return sharing.tally()
                            .balanced()
                            .map(tally -> new NewMembers(order.page(), sharing, tally))
                            .peekLeft(unbalanced -> sharing.close());
                }));
    }

    private static Dataset<Row> ids(MatchOrder order, Reconciliation reconciliation) {
        String type = order.recipients()
                .schema()
                .apply(order.recipientId())
                .dataType()
                .typeName();
        return reconciliation
                .entering()
                .select(Packing.idAgain(
                                functions.col(Columns.RECIPIENT_HIGH), functions.col(Columns.RECIPIENT_LOW), type)
                        .as(order.recipientId()));
    }
}
