// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.reconcile.AmbiguityPolicy;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AskingWithDefaultsTest {
    private static final ConnectionName CAMPAIGN = new ConnectionName("campaign");
    private static final AudienceRef REF = new AudienceRef(CAMPAIGN, "7");

    @Test
    void a_share_goes_by_the_bridge_unless_it_is_told_otherwise() {
        ShareRequest request = ShareRequest.builder()
                .list(REF)
                .to(CAMPAIGN)
                .audience("Gold")
                .dataSource(DataSource.visitor(39217))
                .build();

        assertThat(request.route()).isEqualTo(Route.BRIDGE);
    }

    @Test
    void an_import_takes_all_recipients_of_a_key_and_never_empties_a_list_unless_it_is_told_to() {
        ImportRequest request = ImportRequest.builder()
                .audience(REF)
                .into(CAMPAIGN)
                .list("Gold")
                .dataSource(DataSource.visitor(39217))
                .build();

        assertThat(request.route()).isEqualTo(Route.BRIDGE);
        assertThat(request.ambiguity()).isEqualTo(AmbiguityPolicy.ALL);
        assertThat(request.allowEmpty()).isFalse();
        assertThat(request.proof()).isFalse();
    }

    @Test
    void receiving_trusts_no_first_export_and_never_empties_a_list_unless_it_is_told_to() {
        ReceiveRequest request = ReceiveRequest.builder()
                .audience(REF)
                .into(CAMPAIGN)
                .list("Gold")
                .key(new ReconciliationKey.Visitor())
                .build();

        assertThat(request.ambiguity()).isEqualTo(AmbiguityPolicy.ALL);
        assertThat(request.allowEmpty()).isFalse();
        assertThat(request.trustFirstExport()).isFalse();
    }

    @Test
    void a_purge_deletes_nothing_and_forgets_no_opt_out_unless_it_is_told_to() {
        PurgeRequest request = PurgeRequest.builder().build();

        assertThat(request.dryRun()).isTrue();
        assertThat(request.forgetOptOuts()).isFalse();
        assertThat(request.endedAudiences()).isEmpty();
        assertThat(request.policy()).isEqualTo(RetentionPolicy.standard());
    }

    @Test
    void an_opt_out_is_for_all_regions_and_leaves_no_list_unless_it_is_told_to() {
        OptOutRequest request = OptOutRequest.builder().build();

        assertThat(request.region()).isEmpty();
        assertThat(request.lists()).isEmpty();
        assertThat(request.recipient()).isEmpty();
    }

    @Test
    void runs_are_listed_in_pages_of_fifty() {
        RunQuery query = RunQuery.builder().build();

        assertThat(query.pageSize()).isEqualTo(50);
        assertThat(query.states()).isEmpty();
        assertThat(query.page()).isEmpty();
    }

    @Test
    void a_visitor_is_linked_through_the_experience_cloud_and_the_request_prints_no_id() {
        LinkRequest request = LinkRequest.builder()
                .visitor(new WebVisitor.Known(
                        Ecid.parse("08382830887934830189014177072406221371").get()))
                .recipient("crm-4711")
                .dataSource(DataSource.visitor(39217))
                .origin(LinkOrigin.LOGIN)
                .build();

        assertThat(request.through()).isEqualTo(new ConnectionName("experience-cloud"));
        assertThat(request.toString()).doesNotContain("4711").doesNotContain("0838283");
    }

    @Test
    void what_names_a_person_prints_no_id() {
        assertThat(new PersonKey(DataSource.visitor(39217), "ann@example.com"))
                .hasToString("PersonKey[hidden, data source 39217]");
        assertThat(new RecipientRef(CAMPAIGN, RecipientId.of(4711)).toString()).doesNotContain("4711");
    }

    @Test
    void a_preview_rests_on_no_past_run_unless_there_are_some() {
        Preview preview = Preview.builder().subject("Gold to Audience Manager").build();

        assertThat(preview.pastRuns()).isZero();
        assertThat(preview.duration()).isEmpty();
        assertThat(preview.files()).isEmpty();
    }

    @Test
    void a_receipt_of_a_run_that_began_just_now_tells_that_the_bridge_carries_and_nothing_else() {
        Receipt receipt =
                Receipt.builder().run(new RunId("r-1")).state(RunState.PLANNED).build();

        assertThat(receipt.route()).isEqualTo(Route.BRIDGE);
        assertThat(receipt.exported()).isEmpty();
        assertThat(receipt.expiries()).isEmpty();
    }

    @Test
    void a_leg_of_which_nothing_was_seen_tells_nothing() {
        TimelineLeg leg = TimelineLeg.builder()
                .name("file-accepted")
                .title("Audience Manager takes the file")
                .state(TimelineLeg.State.AHEAD)
                .build();

        assertThat(leg.told()).isEmpty();
        assertThat(leg.source()).isEmpty();
        assertThat(leg.seen()).isEmpty();
    }

    static Stream<Arguments> halfFilled() {
        return Stream.of(
                lacks(
                        "[optedOut, invalid, noVisitorId, noDeclaredId]",
                        () -> Complement.builder().build()),
                lacks(
                        "[list, to, audience, dataSource]",
                        () -> ShareRequest.builder().build()),
                lacks(
                        "[audience, into, list, dataSource]",
                        () -> ImportRequest.builder().build()),
                lacks(
                        "[audience, into, list, key]",
                        () -> ReceiveRequest.builder().build()),
                lacks(
                        "[list, to, visitors, declared]",
                        () -> SyncRequest.builder().build()),
                lacks(
                        "[visitor, recipient, dataSource, origin]",
                        () -> LinkRequest.builder().build()),
                lacks("[receipt, started, updated]", () -> ListedRun.builder().build()),
                lacks("[route, because]", () -> MatchPlan.builder().build()),
                lacks(
                        "[deliveries, entered, again, left, members]",
                        () -> MembershipTally.builder().build()),
                lacks("[kind, at, state, count]", () -> OptOutLeg.builder().build()),
                lacks("[subject]", () -> Preview.builder().build()),
                lacks("[dryRun, kept]", () -> PurgeReport.builder().build()),
                lacks(
                        "[kind, name, age, bytes, because]",
                        () -> PurgedThing.builder().build()),
                lacks("[run, state]", () -> Receipt.builder().build()),
                lacks(
                        "[run, state, started, updated]",
                        () -> RunRecord.builder().build()),
                lacks("[receipt, subject, at]", () -> Timeline.builder().build()),
                lacks("[name, title, state]", () -> TimelineLeg.builder().build()));
    }

    @ParameterizedTest
    @MethodSource("halfFilled")
    void a_value_that_lacks_something_is_refused_and_told_all_that_is_missing(
            String missing, Supplier<Object> building) {
        assertThatThrownBy(building::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(missing);
    }

    @Test
    void a_report_of_a_purge_counts_what_goes_by_kind_in_order() {
        PurgeReport report = PurgeReport.builder()
                .dryRun(true)
                .kept(3)
                .things(List.of(thing("RUN", "r-1"), thing("MEMBERSHIP", "m-1"), thing("RUN", "r-2")))
                .build();

        assertThat(report.counts()).containsExactly(Map.entry("MEMBERSHIP", 1L), Map.entry("RUN", 2L));
    }

    private static PurgedThing thing(String kind, String name) {
        return PurgedThing.builder()
                .kind(kind)
                .name(name)
                .age(Duration.ofDays(401))
                .bytes(12)
                .because("no run asks for it")
                .build();
    }

    private static Arguments lacks(String missing, Supplier<Object> building) {
        return Arguments.of(missing, building);
    }
}
