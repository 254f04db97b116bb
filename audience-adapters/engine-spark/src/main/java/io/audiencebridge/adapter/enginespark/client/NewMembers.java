// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.client;

import io.audiencebridge.adapter.enginespark.frames.Sharing;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who is new to an audience. The cluster holds it until it is closed. */
public final class NewMembers implements AutoCloseable {
    private final LedgerKey page;
    private final Sharing sharing;
    private final ExportTally tally;

    NewMembers(LedgerKey page, Sharing sharing, ExportTally tally) {
        this.page = page;
        this.sharing = sharing;
        this.tally = tally;
    }

    /** The rows to be handed over: one column, {@code key}, in wire form, each once. */
    public Dataset<Row> rows() {
        return sharing.rows();
    }

    /** Every recipient accounted for (SEMANTICS S13). Nobody is renewed (S15) here. */
    public ExportTally tally() {
        return tally;
    }

    /** Gives back what the cluster holds. */
    @Override
    public void close() {
        sharing.close();
    }

    LedgerKey page() {
        return page;
    }

    Dataset<Row> fingerprints() {
        return sharing.fingerprints();
    }
}
