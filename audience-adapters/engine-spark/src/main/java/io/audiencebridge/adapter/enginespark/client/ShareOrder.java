// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.client;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.HouseValue;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.immutables.value.Value;

/** Recipients in the cluster that are to be shared, and in which columns what stands. */
@HouseValue
@Value.Immutable
public interface ShareOrder {
    /** By which key; encrypted forms are refused. */
    ReconciliationKey key();

    /** Into which audience, through which data source: what was shared there before is not shared again. */
    LedgerKey page();

    /** The recipients, a row for each of their keys; one without a key has a row whose key is null or empty. */
    Dataset<Row> recipients();

    /** The column with the recipient's id, a whole number or the text of a number or a UUID; {@code id} by default. */
    @Value.Default
    default String recipientId() {
        return "id";
    }

    /** The column with the key in stored form; {@code key} by default. */
    @Value.Default
    default String recipientKey() {
        return "key";
    }

    /** The column that says whether the recipient opted out, a boolean; nobody did by default. */
    Optional<String> optedOut();

    /** People outside of {@link #recipients()} who opted out, in columns of the same names: whoever shares a key with them is not shared by it (SEMANTICS S23). */
    Optional<Dataset<Row>> othersOptedOut();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds orders. */
    final class Builder extends ImmutableShareOrder.Builder {
        Builder() {}
    }
}
