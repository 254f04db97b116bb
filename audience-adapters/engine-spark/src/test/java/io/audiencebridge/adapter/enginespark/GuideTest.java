// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.enginespark.client.MatchOrder;
import io.audiencebridge.adapter.enginespark.client.MatchedRecipients;
import io.audiencebridge.adapter.enginespark.client.NewMembers;
import io.audiencebridge.adapter.enginespark.client.ShareOrder;
import io.audiencebridge.adapter.enginespark.client.SparkAudiences;
import io.audiencebridge.adapter.enginespark.client.SparkLedger;
import io.audiencebridge.adapter.storage.HomeFolder;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows is what is compiled here, and it does what the guide says. */
class GuideTest {
    private static final String ANN = "71d4f55f72fa128dfb468a1a3901507c804b74316488744d769d7f4b16696476";

    @TempDir
    private Path folder;

    private final SparkSession session = LocalSpark.session();

    @Test
    void matching() throws IOException {
        String members = Files.writeString(folder.resolve("members"), ANN + "\n" + ANN + "\nnobody\n")
                .toString();
        String recipients = recipients(
                RowFactory.create(7L, " Ann@Example.com", "", false), RowFactory.create(8L, "none", "", false));
        String result = folder.resolve("result").toString();

        var key = ReconciliationKey.Declared.builder()
                .field("email")
                .content(KeyContent.EMAIL)
                .wire(KeyForm.SHA256)
                .build();
        var order = MatchOrder.builder()
                .key(key)
                .members(
                        session.read().option("sep", "\t").schema("mcid STRING").csv(members))
                .memberKey("mcid")
                .recipients(session.read().parquet(recipients))
                .recipientId("recipient_id")
                .recipientKey("email")
                .optedOut("black_list")
                .build();
        try (MatchedRecipients matched = SparkAudiences.match(order).get()) {
            matched.recipients().write().parquet(result);
            System.out.println(matched.tally());
        }

        assertThat(session.read().parquet(result).collectAsList())
                .extracting(row -> row.getLong(0))
                .containsExactly(7L);
    }

    @Test
    void sharing() {
        Path home = folder.resolve("home");
        String ledgerFolder = home.resolve("ledger").toUri().toString();
        String visitor = "%038d".formatted(7);
        String recipients = recipients(
                RowFactory.create(7L, "", visitor, false), RowFactory.create(8L, "", "%038d".formatted(8), true));
        String result = folder.resolve("result").toString();
        Instant started = Instant.now();

        var journal = HomeFolder.at(home).get().journal();
        var ledger = SparkLedger.at(session, ledgerFolder, journal);
        var gold = new LedgerKey(new AudienceRef(new ConnectionName("audience-manager"), "1234567"), 14016);
        var share = ShareOrder.builder()
                .key(new ReconciliationKey.Visitor())
                .page(gold)
                .recipients(session.read().parquet(recipients))
                .recipientId("recipient_id")
                .recipientKey("visitor_id")
                .optedOut("black_list")
                .build();
        var run = new RunId("spark-2026-11-26");
        try (NewMembers found = SparkAudiences.of(ledger).newMembers(share).get()) {
            ledger.keep(run, found).get();
            found.rows().write().option("compression", "gzip").text(result);
            ledger.delivered(run, started, Instant.now()).get();
            System.out.println(found.tally());
        }

        assertThat(session.read().text(result).collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly(visitor);
        assertThat(ledger.known(gold).get().count()).isOne();
    }

    @Test
    void an_engine_for_a_bridge() {
        var settings = SparkEngineSettings.builder().session(session).build();

        assertThat(new SparkEngineFactory().open(settings, Runnable::run, 1).isRight())
                .isTrue();
    }

    private String recipients(Row... rows) {
        StructType shape = new StructType()
                .add("recipient_id", DataTypes.LongType)
                .add("email", DataTypes.StringType)
                .add("visitor_id", DataTypes.StringType)
                .add("black_list", DataTypes.BooleanType);
        String file = folder.resolve("recipients").toString();
        session.createDataFrame(List.of(rows), shape).write().parquet(file);
        return file;
    }
}
