// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.MergeRule.Authentication;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.vavr.control.Either;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** SEMANTICS S21: the Campaign trap. Data source 5 holds declared ids, 6 stands for the merge rule, 9 is Campaign's destination. */
class CheckingMergeRulesTest {
    private static final DataSource ALONE = DataSource.builder()
            .from(ConnectorBench.DECLARED)
            .destinationId(OptionalLong.empty())
            .build();

    private final ConnectorBench bench = new ConnectorBench();

    CheckingMergeRulesTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NO_CROSS_DEVICE, 5, true, reads no profile of a person",
        "NO_CROSS_DEVICE, 5, false, reads no profile of a person",
        "CURRENT_AUTHENTICATED, 5, true, never for files",
        "CURRENT_AUTHENTICATED, 5, false, never for files",
        "LAST_AUTHENTICATED, 5, true,",
        "LAST_AUTHENTICATED, 5, false,",
        "LAST_AUTHENTICATED, 7, true, does not read the profiles of data source 5",
        "LAST_AUTHENTICATED, 7, false, does not read the profiles of data source 5",
        "ALL_CROSS_DEVICE, 5, true, Declared ID destination gets nobody",
        "ALL_CROSS_DEVICE, 5, false,"
    })
    void a_rule_that_would_show_nobody_is_refused_in_plain_words(
            Authentication authentication, long reads, boolean destination, String reason) {
        MergeRuleCheck check = check(authentication, reads);

        MergeRuleVerdict verdict = check.sharing(OptionalLong.of(6), destination ? ConnectorBench.DECLARED : ALONE);

        assertThat(verdict.notice().isEmpty()).isTrue();
        assertThat(verdict.refusal().isDefined()).isEqualTo(reason != null);
        verdict.refusal()
                .forEach(refusal -> assertThat(refusal.toString())
                        .contains("dataSource.mergeRuleDataSourceId", "profile merge rule 6", reason)
                        .contains("Last Authenticated Profiles that includes data source 5"));
    }

    @ParameterizedTest
    @EnumSource(Authentication.class)
    void a_visitor_id_is_never_concerned(Authentication authentication) {
        DataSource visitor = DataSource.builder()
                .from(ConnectorBench.DECLARED)
                .key(new Visitor())
                .build();

        assertThat(check(authentication, 7).sharing(OptionalLong.of(6), visitor))
                .isEqualTo(MergeRuleVerdict.SOUND);
        assertThat(check(authentication, 7).importing(segment(6), visitor)).isEqualTo(MergeRuleVerdict.SOUND);
    }

    @Test
    void what_cannot_be_checked_is_told_and_not_refused() {
        MergeRuleCheck nothing =
                MergeRuleCheck.of(AudienceManagerSettings.builder().build());

        MergeRuleVerdict unknown = nothing.sharing(OptionalLong.of(6), ConnectorBench.DECLARED);
        MergeRuleVerdict unnamed = nothing.sharing(OptionalLong.empty(), ConnectorBench.DECLARED);

        assertThat(unknown.refusal().isEmpty()).isTrue();
        assertThat(unknown.notice().get()).contains("rule 6 could not be checked", "audienceManager.mergeRules");
        assertThat(unnamed.refusal().isEmpty()).isTrue();
        assertThat(unnamed.notice().get()).contains("default rule", "mergeRuleDataSourceId");
    }

    /** Members of a segment reach Campaign's Declared ID destination under one kind of rule only, whatever the caller says of destinations. */
    @ParameterizedTest
    @CsvSource({
        "NO_CROSS_DEVICE, 5, false",
        "CURRENT_AUTHENTICATED, 5, false",
        "LAST_AUTHENTICATED, 5, true",
        "LAST_AUTHENTICATED, 7, false",
        "ALL_CROSS_DEVICE, 5, false"
    })
    void an_import_needs_the_last_authenticated_profile_of_its_data_source(
            Authentication authentication, long reads, boolean sound) {
        MergeRuleVerdict verdict = check(authentication, reads).importing(segment(6), ALONE);

        assertThat(verdict.refusal().isEmpty()).isEqualTo(sound);
    }

    @Test
    void a_share_under_a_rule_that_shows_nobody_is_refused_before_anything_is_created() {
        bench.withDeclaredSetUp().withNothingCreated();

        BridgeError error = prepare(rule(Authentication.NO_CROSS_DEVICE, 5)).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("profile merge rule 6 is No Cross-Device Profile", "show nobody");
        assertThat(bench.api.lines()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void a_segment_that_is_there_under_such_a_rule_is_refused_too() {
        DataSource unnamed = DataSource.builder()
                .from(ConnectorBench.DECLARED)
                .mergeRuleDataSourceId(OptionalLong.empty())
                .build();
        bench.withDeclaredSetUp().withSegment("'segmentRule':'101T','mergeRuleDataSourceId':6");

        BridgeError error =
                prepare(rule(Authentication.NO_CROSS_DEVICE, 5), unnamed).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("of segment 201: profile merge rule 6 is No Cross-Device Profile");
    }

    @Test
    void a_share_under_a_rule_that_nobody_described_goes_on_with_a_notice() {
        bench.withDeclaredSetUp()
                .withSegment("'segmentRule':'101T','mergeRuleDataSourceId':6")
                .withMapping("201")
                .withTrait(ConnectorBench.NOON);

        PreparedAudience prepared = prepare(AudienceManagerSettings.builder()).get();

        assertThat(prepared.notices()).singleElement().asString().contains("rule 6 could not be checked");
    }

    @Test
    void a_share_under_a_rule_that_was_described_and_is_right_has_nothing_to_tell() {
        bench.withDeclaredSetUp()
                .withSegment("'segmentRule':'101T','mergeRuleDataSourceId':6")
                .withMapping("201")
                .withTrait(ConnectorBench.NOON);

        PreparedAudience prepared =
                prepare(rule(Authentication.LAST_AUTHENTICATED, 5)).get();

        assertThat(prepared.notices()).isEmpty();
    }

    @Test
    void a_data_source_that_no_rule_can_read_is_refused() {
        bench.withDeclaredSetUp().withNothingCreated();
        bench.api.answers(
                "GET /v1/datasources/15",
                200,
                "{'dataSourceId':15,'idType':'CROSS_DEVICE','integrationCode':'AdobeCampaignID','supportsAuthenticatedProfile':false}");
        DataSource unreadable =
                DataSource.builder().from(ConnectorBench.DECLARED).id(15).build();

        BridgeError error =
                prepare(AudienceManagerSettings.builder(), unreadable).getLeft();

        assertThat(error.message()).contains("data source 15 is not used as authenticated profile");
    }

    private Either<BridgeError, PreparedAudience> prepare(AudienceManagerSettings.Builder settings) {
        return prepare(settings, ConnectorBench.DECLARED);
    }

    private Either<BridgeError, PreparedAudience> prepare(
            AudienceManagerSettings.Builder settings, DataSource dataSource) {
        try (var connector = bench.connect(settings)) {
            return connector
                    .ability(MemberWriter.class)
                    .get()
                    .prepare(new AudienceOrder(ConnectorBench.CONNECTION, "Gold", dataSource), ScriptedApi.call());
        }
    }

    private static MergeRuleCheck check(Authentication authentication, long reads) {
        return MergeRuleCheck.of(rule(authentication, reads).build());
    }

    private static AudienceManagerSettings.Builder rule(Authentication authentication, long reads) {
        AudienceManagerSettings.Builder settings = AudienceManagerSettings.builder();
        settings.addMergeRules(MergeRule.builder()
                .dataSourceId(6)
                .authentication(authentication)
                .addDataSources(reads)
                .build());
        return settings;
    }

    private static Segment segment(long mergeRule) {
        return Segment.builder()
                .sid(201)
                .name("Gold")
                .rule("101T")
                .dataSourceId(5)
                .mergeRuleDataSourceId(mergeRule)
                .build();
    }
}
