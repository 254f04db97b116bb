// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.Matching;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.IndexState;
import io.audiencebridge.domain.spi.engine.RecipientIndexSettings;
import io.audiencebridge.domain.spi.engine.ReconciliationEngine;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kept copy of a connection's recipients (SEMANTICS S10): when it may be used, when it must be built anew, and what is read for it. */
class KeepingRecipientsTest {
    private static final Instant NOW = Stores.NOW;
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final DataSource VISITORS = DataSource.visitor(14016);
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");
    private static final BridgeError UNFOLLOWED = BridgeError.InvalidRequest.of("key", "cannot be followed");
    private static final String VISITOR = "0000000000000000001" + "0000000000000000002";
    private final Stores stores = new Stores();
    private final Indexes indexes = new Indexes();
    private final Changes changes = new Changes();
    private Infrastructure infrastructure = stores.infrastructure()
            .recipientIndexes(indexes)
            .recipientIndex(RecipientIndexSettings.builder()
                    .secret(Secret.of("known to nobody"))
                    .lifetime(Duration.ofDays(30))
                    .rebuildAfter(Duration.ofDays(7))
                    .build())
            .build();

    @Test
    void there_is_none_unless_the_bridge_keeps_one_and_connection_and_engine_can() {
        assertThat(index(VISITORS, false)).hasSize(1);
        assertThat(of(Stores.offering(), VISITORS, false)).isEmpty();
        infrastructure = Infrastructure.builder()
                .from(infrastructure)
                .engine(new TextsOnly())
                .build();
        assertThat(index(VISITORS, false)).isEmpty();
        infrastructure = stores.infrastructure().recipientIndexes(indexes).build();
        assertThat(index(VISITORS, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // built so long ago, usable
        "PT0S, true",
        "P6DT23H, true",
        "P7D, false",
        "P9D, false",
        "PT-1S, false"
    })
    void a_copy_is_used_until_it_is_so_old_that_who_was_removed_matters(Duration ago, boolean usable) {
        IndexState.Kept kept = new IndexState.Kept("mark-1", NOW.minus(ago), NOW.minusSeconds(60), 5);
        indexes.state = kept;

        KeptIndex.Looked looked = looked();

        assertThat(looked.usable().toJavaOptional()).isEqualTo(usable ? Optional.of(kept) : Optional.empty());
        assertThat(looked.because())
                .isEqualTo(
                        usable
                                ? ""
                                : "it was built " + ago.toDays()
                                        + " days ago, and who was removed since leaves no trace");
        assertThat(looked.stamp()).isEqualTo(new IndexStamp("mark-2", NOW));
        assertThat(looked.notice()).isEmpty();
    }

    @Test
    void without_a_copy_or_with_one_that_cannot_be_used_it_is_built_and_the_latter_is_told() {
        assertThat(looked().because()).isEqualTo("there was none");
        assertThat(looked().notice()).isEmpty();

        indexes.state = new IndexState.Unusable("another secret");
        assertThat(looked().because()).isEqualTo("another secret");
        assertThat(looked().notice()).containsExactly("The kept recipient index was built anew: another secret");
        assertThat(looked().usable()).isEmpty();
    }

    @Test
    void looking_deletes_copies_whose_lifetime_is_over() {
        looked();

        assertThat(indexes.expired).containsExactly(NOW.minus(Duration.ofDays(30)));
    }

    @Test
    void a_connection_that_cannot_follow_these_keys_has_no_copy_and_one_that_fails_fails_the_run() {
        changes.watermark = Either.left(UNFOLLOWED);
        assertThat(index(VISITORS, false).get().look(NOW).get()).isEmpty();

        changes.watermark = Either.left(GONE);
        assertThat(index(VISITORS, false).get().look(NOW).getLeft()).isSameAs(GONE);
    }

    @Test
    void a_refresh_takes_over_what_changed_since_the_copys_own_mark_packed() {
        changes.rows = Either.right(Rows.source(Rows.batch("1:" + VISITOR, "2:")));
        IndexState.Kept kept = new IndexState.Kept("mark-1", NOW, NOW, 5);
        IndexStamp stamp = new IndexStamp("mark-2", NOW);

        KeptIndex.Rows rows =
                index(VISITORS, false).get().refresh(kept, stamp).get().get();

        assertThat(changes.since).containsExactly(new Watermark("mark-1"));
        assertThat(rows.read()).isEqualTo(2);
        assertThat(indexes.done).containsExactly("refresh mark-2 of 2 rows, 16 bytes");
        assertThat(Rows.all(rows.recipients())).containsExactly("9:everybody");
    }

    @Test
    void a_copy_whose_mark_the_system_no_longer_knows_must_be_built_anew() {
        IndexState.Kept kept = new IndexState.Kept("mark-1", NOW, NOW, 5);
        IndexStamp stamp = new IndexStamp("mark-2", NOW);
        changes.rows = Either.left(UNFOLLOWED);
        assertThat(index(VISITORS, false).get().refresh(kept, stamp).get()).isEmpty();

        changes.rows = Either.left(GONE);
        assertThat(index(VISITORS, false).get().refresh(kept, stamp).getLeft()).isSameAs(GONE);
        assertThat(indexes.done).isEmpty();
    }

    @Test
    void a_copy_is_built_of_everybody_and_then_read() {
        KeySource everybody = Rows.source(Rows.batch("1:" + VISITOR), Rows.batch("2:", "3:"));

        KeptIndex.Rows rows = index(VISITORS, false)
                .get()
                .build(everybody, new IndexStamp("mark-2", NOW))
                .get();

        assertThat(indexes.done).containsExactly("rebuild mark-2 of 3 rows, 16 bytes");
        assertThat(rows.read()).isEqualTo(3);
        assertThat(Rows.all(rows.recipients())).containsExactly("9:everybody");
    }

    @Test
    void a_page_says_how_keys_are_found_normalised_and_packed_and_nothing_else() {
        DataSource emails = DataSource.builder()
                .id(1)
                .targetingDimension("cus:member")
                .key(Declared.builder()
                        .field("email")
                        .content(KeyContent.EMAIL)
                        .stored(KeyForm.PLAIN)
                        .wire(KeyForm.SHA256)
                        .build())
                .build();
        looked();
        index(emails, true).get().look(NOW);

        assertThat(indexes.pages)
                .containsExactly(
                        new IndexPage(CRM, "nms:recipient\nvisitor\nwhole keys"),
                        new IndexPage(CRM, "cus:member\ndeclared\nemail\nEMAIL\nPLAIN\nSHA256\n\nfingerprints"));
    }

    private KeptIndex.Looked looked() {
        return index(VISITORS, false).get().look(NOW).get().get();
    }

    private Option<KeptIndex> index(DataSource source, boolean byFingerprint) {
        return of(Stores.offering(changes), source, byFingerprint);
    }

    private Option<KeptIndex> of(Connector crm, DataSource source, boolean byFingerprint) {
        return KeptIndex.of(
                        CRM, source, byFingerprint, new Connectors(HashMap.of(CRM, crm)), infrastructure, Rows.call())
                .get();
    }

    private static final class Changes implements ChangedKeys {
        private final List<Watermark> since = new ArrayList<>();
        private Either<BridgeError, Watermark> watermark = Either.right(new Watermark("mark-2"));
        private Either<BridgeError, KeySource> rows = Either.right(Rows.source());

        @Override
        public Either<BridgeError, Watermark> watermark(DataSource dataSource, Call call) {
            return watermark;
        }

        @Override
        public Either<BridgeError, KeySource> changedSince(Watermark mark, DataSource dataSource, Call call) {
            since.add(mark);
            return rows;
        }
    }

    private static final class TextsOnly implements ReconciliationEngine {
        @Override
        public Either<BridgeError, Matching> match(MatchTask task, Call call) {
            return new PlainReconciler().match(task, call);
        }

        @Override
        public boolean takesPackedRecipients() {
            return false;
        }
    }
}
