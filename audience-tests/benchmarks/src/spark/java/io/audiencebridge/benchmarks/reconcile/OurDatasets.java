// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import io.audiencebridge.adapter.enginespark.client.MatchOrder;
import io.audiencebridge.adapter.enginespark.client.MatchedRecipients;
import io.audiencebridge.adapter.enginespark.client.SparkAudiences;
import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Our client for people who are in the cluster already: Spark reads the parts, and nothing but counts comes to the driver. */
record OurDatasets(SparkSession session) implements Engine {
    @Override
    public Counts match(Crowd crowd) throws IOException {
        MatchOrder order = MatchOrder.builder()
                .key(crowd.keys().key())
                .members(read(crowd, "members", "key STRING"))
                .recipients(read(crowd, "recipients", "id BIGINT, key STRING"))
                .build();
        try (MatchedRecipients matched =
                SparkAudiences.match(order).getOrElseThrow(failed -> new IOException(failed.message()))) {
            Row ids = matched.recipients()
                    .selectExpr("count(*)", "coalesce(sum(id), 0)", "coalesce(bit_xor(id), 0)")
                    .first();
            return new Counts(
                    matched.tally().matched(),
                    matched.tally().ambiguous(),
                    matched.tally().unmatched(),
                    ids.getLong(0),
                    ids.getLong(1),
                    ids.getLong(2));
        }
    }

    private Dataset<Row> read(Crowd crowd, String name, String schema) {
        return session.read()
                .option("sep", "\t")
                .schema(schema)
                .csv(crowd.folder().resolve(name + "-*.gz").toString());
    }
}
