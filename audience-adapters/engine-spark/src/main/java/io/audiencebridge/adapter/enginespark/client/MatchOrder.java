// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.client;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.immutables.value.Value;

/** Members and recipients in the cluster that are to be matched, and in which columns what stands. */
@HouseValue
@Value.Immutable
public interface MatchOrder {
    /** By which key; encrypted forms are refused. */
    ReconciliationKey key();

    /** The audience's rows. */
    Dataset<Row> members();

    /** The column of {@link #members()} with the key in wire form; {@code key} by default. */
    @Value.Default
    default String memberKey() {
        return "key";
    }

    /** The recipients, a row for each of their keys; those without a key may be left out. */
    Dataset<Row> recipients();

    /** The column of {@link #recipients()} with the recipient's id, a whole number or the text of a number or a UUID; {@code id} by default. */
    @Value.Default
    default String recipientId() {
        return "id";
    }

    /** The column of {@link #recipients()} with the key in stored form; {@code key} by default. */
    @Value.Default
    default String recipientKey() {
        return "key";
    }

    /** The column of {@link #recipients()} that says whether the recipient opted out, a boolean; nobody did by default. */
    Optional<String> optedOut();

    /** What to do with a key of several recipients. */
    @Value.Default
    default AmbiguityPolicy ambiguity() {
        return AmbiguityPolicy.ALL;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds orders. */
    final class Builder extends ImmutableMatchOrder.Builder {
        Builder() {}
    }
}
