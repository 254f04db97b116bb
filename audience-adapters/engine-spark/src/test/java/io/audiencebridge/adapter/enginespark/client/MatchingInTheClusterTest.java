// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.enginespark.LocalSpark;
import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the datasets' client gives is what the plain reconciler gives of the same rows. */
class MatchingInTheClusterTest {
    private static final SparkSession SESSION = LocalSpark.session();
    private static final StructType MEMBERS = new StructType().add("mcid", DataTypes.StringType);
    private static final StructType RECIPIENTS = new StructType()
            .add("recipient", DataTypes.LongType)
            .add("email", DataTypes.StringType)
            .add("silent", DataTypes.BooleanType);
    private static final ReconciliationKey HASHED = ReconciliationKey.Declared.builder()
            .field("email")
            .content(KeyContent.EMAIL)
            .wire(KeyForm.SHA256)
            .build();

    @ParameterizedTest
    @EnumSource
    void hashed_e_mails_match_as_in_memory(AmbiguityPolicy policy) {
        Random random = new Random(policy.name().hashCode());
        List<Row> recipients = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String email = random.nextInt(30) == 0 ? "none" : " Person" + random.nextInt(1200) + "@Example.com";
            recipients.add(RowFactory.create((long) random.nextInt(2000) - 100, email, random.nextInt(40) == 0));
        }
        List<Row> members = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            members.add(RowFactory.create(
                    random.nextInt(20) == 0 ? "none" : hash("person" + random.nextInt(1600) + "@example.com")));
        }
        members.add(RowFactory.create((Object) null));

        try (MatchedRecipients matched = SparkAudiences.match(MatchOrder.builder()
                        .key(HASHED)
                        .members(SESSION.createDataFrame(members, MEMBERS))
                        .memberKey("mcid")
                        .recipients(SESSION.createDataFrame(recipients, RECIPIENTS))
                        .recipientId("recipient")
                        .recipientKey("email")
                        .optedOut("silent")
                        .ambiguity(policy)
                        .build())
                .get()) {
            Matching plain = plain(members, recipients, policy);

            assertThat(matched.tally()).isEqualTo(plain.tally());
            assertThat(matched.tally().ambiguous()).isPositive();
            assertThat(matched.tally().suppressed()).isPositive();
            assertThat(matched.recipients().schema().fieldNames()).containsExactly("recipient");
            assertThat(numbers(matched.recipients())).isEqualTo(ids(plain));
        }
    }

    @Test
    void ids_that_are_text_stay_text() {
        String unique = "0a9b8c7d-1111-2222-3333-444455556666";
        StructType texts = new StructType().add("id", DataTypes.StringType).add("key", DataTypes.StringType);
        String visitor = "%038d".formatted(7);
        Dataset<Row> recipients = SESSION.createDataFrame(
                List.of(RowFactory.create(unique, visitor), RowFactory.create("12", visitor)), texts);
        Dataset<Row> members = SESSION.createDataFrame(
                List.of(RowFactory.create(visitor)), new StructType().add("key", DataTypes.StringType));

        try (MatchedRecipients matched = SparkAudiences.match(MatchOrder.builder()
                        .key(new ReconciliationKey.Visitor())
                        .members(members)
                        .recipients(recipients)
                        .build())
                .get()) {
            assertThat(matched.recipients().collectAsList())
                    .extracting(row -> row.getString(0))
                    .containsExactlyInAnyOrder(unique, "12");
            assertThat(matched.tally().ambiguous()).isOne();
        }
    }

    @Test
    void encrypted_keys_are_refused_with_the_engines_that_take_them() {
        var cipher = DeclaredIdCipher.of("c", Secret.of("00".repeat(16)), Secret.of("11".repeat(16)))
                .get();
        Dataset<Row> nobody = SESSION.createDataFrame(List.<Row>of(), MEMBERS);

        var answer = SparkAudiences.match(MatchOrder.builder()
                .key(ReconciliationKey.Declared.builder()
                        .field("id")
                        .wire(KeyForm.ENCRYPTED)
                        .cipher(cipher)
                        .build())
                .members(nobody)
                .recipients(nobody)
                .build());

        assertThat(answer.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(answer.getLeft().message()).contains("in memory", "DuckDB");
    }

    private static Matching plain(List<Row> members, List<Row> recipients, AmbiguityPolicy policy) {
        var rows = new TextKeysBuilder();
        for (Row row : recipients) {
            byte[] key = row.getString(1).getBytes(StandardCharsets.UTF_8);
            RecipientId id = RecipientId.of(row.getLong(0));
            rows.recipient(id.high(), id.low()).key(key, 0, key.length, row.getBoolean(2) ? TextKeys.OPTED_OUT : 0);
        }
        KeySource recipientRows = source(rows.build());
        for (Row row : members) {
            byte[] key = (row.isNullAt(0) ? "" : row.getString(0)).getBytes(StandardCharsets.UTF_8);
            rows.key(key, 0, key.length, (byte) 0);
        }
        return new PlainReconciler()
                .match(
                        MatchTask.builder()
                                .key(HASHED)
                                .members(source(rows.build()))
                                .recipients(recipientRows)
                                .ambiguity(policy)
                                .build(),
                        Calls.ample())
                .get();
    }

    private static KeySource source(TextKeys batch) {
        return new KeySource() {
            private Option<TextKeys> left = Option.some(batch);

            @Override
            public Either<BridgeError, Option<TextKeys>> next() {
                Option<TextKeys> next = left;
                left = Option.none();
                return Either.right(next);
            }

            @Override
            public void close() {}
        };
    }

    private static Set<Long> numbers(Dataset<Row> recipients) {
        Set<Long> found = new TreeSet<>();
        recipients
                .collectAsList()
                .forEach(row -> assertThat(found.add(row.getLong(0))).isTrue());
        return found;
    }

    private static Set<Long> ids(Matching matching) {
        Set<Long> found = new TreeSet<>();
        for (int i = 0; i < matching.recipients().size(); i++) {
            found.add(matching.recipients().low(i));
        }
        return found;
    }

    private static String hash(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
