// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a sharing that is asked for again and again has anything newer to carry, and why, in a sentence. */
class SeeingWhatIsNewTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");
    private static final BridgeError UNFOLLOWED = BridgeError.InvalidRequest.of("key", "cannot be followed");
    private static final DataSource PLAIN = DataSource.builder()
            .id(14016)
            .destinationId(3)
            .key(Declared.builder().field("declaredId").build())
            .build();
    private static final ImportRequest IMPORT = ImportRequest.builder()
            .audience(new AudienceRef(CLOUD, "7"))
            .into(CRM)
            .list("Gold")
            .dataSource(PLAIN)
            .build();
    private static final ShareRequest SHARE = ShareRequest.builder()
            .list(new AudienceRef(CRM, "42"))
            .to(CLOUD)
            .audience("Gold")
            .dataSource(PLAIN)
            .build();

    private final Stores stores = new Stores();
    private final Changes changed = new Changes();
    private Infrastructure infrastructure = stores.infrastructure().build();
    private MemberDelivery delivery = new MemberDelivery.UpToDate();
    private String[] listed = {"1:a", "2:b"};

    @Test
    void an_import_is_newer_when_anything_was_delivered_and_what_was_opened_is_closed() {
        Rows.Given full = Rows.source(Rows.batch("0:a"));
        delivery = new MemberDelivery.Full("2", full);
        assertThat(importing(marked()))
                .isEqualTo(StandingSharing.Change.newer("The source has delivered all members anew"));
        Rows.Given some = Rows.source(Rows.batch("0:a"));
        delivery = new MemberDelivery.Change("2", some, Vector.empty());
        assertThat(importing(marked())).isEqualTo(StandingSharing.Change.newer("The source has delivered changes"));
        assertThat(full.closed() + some.closed()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        // a changed row, whether it matters
        "1:x, true",
        "9:known, true",
        "9:x, false",
        "9:, false",
        "9:no good, false"
    })
    void a_recipient_matters_who_is_in_the_list_or_has_a_key_of_the_audience(String row, boolean matters) {
        stores.memberships.keep(
                new LedgerKey(IMPORT.audience(), 14016), new Membership("1", Rows.fingerprints("known")));
        changed.rows = Either.right(Rows.source(Rows.batch("8:y", row)));

        assertThat(importing(marked()))
                .isEqualTo(
                        matters
                                ? StandingSharing.Change.newer(
                                        "Recipients changed who are in the list or have a key of the audience")
                                : StandingSharing.Change.none(
                                        "The source has delivered nothing newer, and no recipient who matters changed"));
    }

    @Test
    void an_import_into_a_list_of_which_nothing_is_known_looks_at_keys_alone() {
        changed.rows = Either.right(Rows.source(Rows.batch("1:x")));

        assertThat(importing(record(Map.of("newer.watermark", "mark-1"))).isNewer())
                .isFalse();
    }

    @Test
    void where_changes_cannot_be_told_everything_may_have_changed() {
        assertThat(importing(record(Map.of())).because())
                .as("the last run left no mark")
                .isEqualTo("Whether keys of recipients changed cannot be told here");
        changed.rows = Either.left(UNFOLLOWED);
        assertThat(importing(marked()).because())
                .as("the mark is forgotten")
                .isEqualTo("Whether keys of recipients changed cannot be told here");
        changed.rows = Either.left(GONE);
        assertThat(into(Stores.offering(reader(), changed))
                        .changedSince(marked())
                        .getLeft())
                .isSameAs(GONE);
        assertThat(into(Stores.offering(reader())).changedSince(marked()).get().because())
                .isEqualTo("Whether keys of recipients changed cannot be told here");
    }

    @Test
    void whoever_opted_out_since_must_leave() {
        Stores.OptedOut store = new Stores.OptedOut();
        store.add(new Suppressed("check", Rows.fingerprints("a", "b")));
        infrastructure = stores.infrastructure().suppressions(store).build();

        assertThat(importing(record(Map.of("newer.watermark", "mark-1", "newer.optedOut", "1"))))
                .isEqualTo(StandingSharing.Change.newer("People opted out since"));
        assertThat(importing(record(Map.of("newer.watermark", "mark-1", "newer.optedOut", "2")))
                        .isNewer())
                .isFalse();
        assertThat(into(Stores.offering(reader(), changed)).now().get())
                .isEqualTo(Map.of("newer.watermark", "mark-2", "newer.optedOut", "2"));
    }

    @Test
    void where_a_connection_stands_is_kept_as_far_as_it_says() {
        assertThat(into(Stores.offering(reader())).now().get()).isEqualTo(Map.of("newer.optedOut", "0"));
        changed.mark = Either.left(UNFOLLOWED);
        assertThat(into(Stores.offering(reader(), changed)).now().get()).isEqualTo(Map.of("newer.optedOut", "0"));
        changed.mark = Either.left(GONE);
        assertThat(into(Stores.offering(reader(), changed)).now().getLeft()).isSameAs(GONE);
    }

    @Test
    void a_share_marks_how_many_are_in_the_list_and_who_without_naming_anybody() {
        Map<String, String> marks = exporting().now().get();
        assertThat(marks).containsEntry("newer.watermark", "mark-2").containsEntry("newer.optedOut", "0");
        assertThat(marks.get("newer.members")).matches("2/[0-9a-f]+");

        listed = new String[] {"2:other", "1:key", "2:again"};
        assertThat(exporting().now().get().get("newer.members")).isEqualTo(marks.get("newer.members"));
        listed = new String[] {"1:a", "3:b"};
        assertThat(exporting().now().get().get("newer.members")).isNotEqualTo(marks.get("newer.members"));
    }

    @Test
    void a_share_is_newer_when_the_list_or_keys_of_its_people_changed() {
        Map<String, String> marks = exporting().now().get();
        changed.rows = Either.right(Rows.source(Rows.batch("9:x")));
        assertThat(exporting().changedSince(record(marks)).get())
                .isEqualTo(StandingSharing.Change.none("The list and the keys of its recipients are as they were"));
        changed.rows = Either.right(Rows.source(Rows.batch("9:x", "2:x")));
        assertThat(exporting().changedSince(record(marks)).get())
                .isEqualTo(StandingSharing.Change.newer("Recipients of the list changed, perhaps their keys"));
        listed = new String[] {"1:a"};
        assertThat(exporting().changedSince(record(marks)).get())
                .isEqualTo(StandingSharing.Change.newer("Who is in the list changed"));
        assertThat(exporting().changedSince(record(Map.of())).get().because())
                .isEqualTo("The last run left no mark of the list, so whether it changed cannot be told");
    }

    @ParameterizedTest
    @CsvSource({"P90D, false", "P91D, true"})
    void members_that_the_audience_would_forget_in_its_last_quarter_are_sent_again(Duration ago, boolean newer) {
        Map<String, String> facts = new TreeMap<>(exporting().now().get());
        facts.putAll(Map.of("audience.timeToLive", "P120D", "audience.id", "7"));
        RunRecord sent = RunRecord.builder()
                .from(record(facts))
                .started(Stores.NOW.minus(ago))
                .build();
        stores.journal.save(sent);
        stores.ledger.keep(new LedgerKey(new AudienceRef(CLOUD, "7"), 14016), sent.run(), Rows.fingerprints("a"));

        StandingSharing.Change change = exporting().changedSince(sent).get();

        assertThat(change.isNewer()).isEqualTo(newer);
        assertThat(change.because().contains("would forget members before long"))
                .isEqualTo(newer);
    }

    @Test
    void a_systems_own_workflow_does_not_tell_and_is_ordered_each_time() {
        SourceMarks marks = SourceMarks.of(
                new Sharing.Export(
                        ShareRequest.builder().from(SHARE).route(Route.SYSTEM).build()),
                new Connectors(HashMap.empty()),
                infrastructure,
                Rows.call());

        assertThat(marks.now().get()).isEmpty();
        assertThat(marks.changedSince(record(Map.of())).get())
                .isEqualTo(StandingSharing.Change.newer(
                        "The system's own workflow does not tell whether anything changed, so it is ordered"));
    }

    @Test
    void a_source_of_members_that_cannot_say_whether_it_changed_is_read() {
        SourceMarks marks = SourceMarks.of(
                new Sharing.Import(IMPORT),
                new Connectors(HashMap.of(CLOUD, Stores.offering(), CRM, Stores.offering())),
                infrastructure,
                Rows.call());

        assertThat(marks.changedSince(record(Map.of())).get())
                .isEqualTo(StandingSharing.Change.newer(
                        "The source cannot say whether it changed, so its members are read"));
    }

    private StandingSharing.Change importing(RunRecord last) {
        return into(Stores.offering(reader(), changed)).changedSince(last).get();
    }

    private SourceMarks into(Connector crm) {
        MemberChanges changes = (audience, source, since, call) -> Either.right(delivery);
        return SourceMarks.of(
                new Sharing.Import(IMPORT),
                new Connectors(HashMap.of(CLOUD, Stores.offering(changes), CRM, crm)),
                infrastructure,
                Rows.call());
    }

    private SourceMarks exporting() {
        return SourceMarks.of(
                new Sharing.Export(SHARE),
                new Connectors(HashMap.of(CRM, Stores.offering(reader(), changed))),
                infrastructure,
                Rows.call());
    }

    private MemberReader reader() {
        return (audience, source, call) -> Either.right(new MemberFeed.Ready(Rows.source(Rows.batch(listed))));
    }

    private static RunRecord marked() {
        return record(Map.of("newer.watermark", "mark-1", "list.id", "42"));
    }

    private static RunRecord record(Map<String, String> facts) {
        return RunRecord.builder()
                .run(new RunId("run-1"))
                .state(RunState.DELIVERED)
                .started(Stores.NOW)
                .updated(Stores.NOW)
                .facts(facts)
                .build();
    }

    private static final class Changes implements ChangedKeys {
        private Either<BridgeError, Watermark> mark = Either.right(new Watermark("mark-2"));
        private Either<BridgeError, KeySource> rows = Either.right(Rows.source());

        @Override
        public Either<BridgeError, Watermark> watermark(DataSource dataSource, Call call) {
            return mark;
        }

        @Override
        public Either<BridgeError, KeySource> changedSince(Watermark since, DataSource dataSource, Call call) {
            return rows;
        }
    }
}
