// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.client;

import io.audiencebridge.adapter.enginespark.frames.Reconciliation;
import io.audiencebridge.domain.reconcile.MatchTally;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What matching in the cluster gave. The cluster holds it until it is closed. */
public final class MatchedRecipients implements AutoCloseable {
    private final Dataset<Row> recipients;
    private final MatchTally tally;
    private final Reconciliation reconciliation;

    MatchedRecipients(Dataset<Row> recipients, MatchTally tally, Reconciliation reconciliation) {
        this.recipients = recipients;
        this.tally = tally;
        this.reconciliation = reconciliation;
    }

    /** The recipients who enter, each once, in a column of the name and type that their ids came in. */
    public Dataset<Row> recipients() {
        return recipients;
    }

    /** Every row of the members accounted for. */
    public MatchTally tally() {
        return tally;
    }

    /** Gives back what the cluster holds; {@link #recipients()} must have been written by then. */
    @Override
    public void close() {
        reconciliation.close();
    }
}
