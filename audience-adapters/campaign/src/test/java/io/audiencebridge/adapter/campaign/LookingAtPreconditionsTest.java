// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.spi.connector.CheckOrder.Side;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.audiencebridge.sandbox.SeedRecipient;
import io.vavr.collection.Seq;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One precondition broken at a time, by what an instance's administrator could do: named by its row, with the value that was seen. */
final class LookingAtPreconditionsTest {
    private static final String VISITOR_ID = "41718374892374892374892374892374892374";
    private static final String OLD_COOKIE = "3f1c9a52-77aa-4c1e-9d0b-0a1b2c3d4e5f";
    private static final String ACCOUNT = "nms:extAccount";
    private static final String SOURCE = "nms:amcDataSource";
    private static final String WORKFLOW = "xtk:workflow";

    private Bench bench = bench(Bench.person("11", VISITOR_ID), Bench.person("12"));

    private static Bench bench(SeedRecipient... people) {
        return Bench.of(List.of(people), settings -> settings.exportWorkflow("updateSharedAudience"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "nms:extAccount,    Adobe_Marketing_Cloud, @active,            0,                 campaign.P1,  is not enabled",
        "nms:extAccount,    Adobe_Marketing_Cloud, @imsOrgId,          '',                campaign.P1,  names no IMS organisation",
        "nms:extAccount,    importSharedAudience,  @active,            0,                 campaign.P5,  is not enabled",
        "nms:extAccount,    importSharedAudience,  @server,            ftp-out.demdex.com, campaign.1.6, FTP host",
        "nms:extAccount,    importSharedAudience,  @server,            '',                campaign.1.6, names no server",
        "nms:extAccount,    importSharedAudience,  @awsKey,            '',                campaign.1.6, no access key",
        "nms:amcDataSource, defaultDataSource,     @dataSourceId,      0,                 campaign.P3,  Audience Manager id 0",
        "nms:amcDataSource, defaultDataSource,     @dataSourceId,      4711,              campaign.P6,  No AMC data source stands for data source 13701",
        "nms:amcDataSource, defaultDataSource,     @type,              declared,          campaign.1.7, by declared id",
        "nms:amcDataSource, defaultDataSource,     @targetSchema,      cus:device,        campaign.1.7, cus:device",
        "nms:amcDataSource, defaultDataSource,     @aamDestinationId,  0,                 campaign.1.7, no AAM Destination ID",
        "xtk:workflow,      importSharedAudience,  @state,             13,                campaign.1.5, is paused",
        "xtk:workflow,      importSharedAudience,  @state,             20,                campaign.1.5, is stopped",
        "xtk:workflow,      importSharedAudience,  @failed,            1,                 campaign.1.5, stopped on an error"
    })
    void by_campaigns_own_route_it_blocks_and_else_it_informs(
            String schema, String name, String column, String value, String row, String seen) {
        String key = schema.equals(WORKFLOW) ? "@internalName" : "@name";
        bench.sandbox.campaignData().save(schema, Map.of(key, name, column, value));

        Finding bySystem = first(check(importing(Bench.VISITOR, Route.SYSTEM)));
        Seq<Finding> byBridge = findings(check(importing(Bench.VISITOR, Route.BRIDGE)));

        assertThat(bySystem.precondition()).hasToString(row);
        assertThat(bySystem.severity()).isEqualTo(Severity.BLOCKS);
        assertThat(bySystem.seen()).contains(seen);
        assertThat(byBridge).anyMatch(finding -> finding.precondition().name().equals(row));
        assertThat(byBridge).noneMatch(finding -> finding.severity() == Severity.BLOCKS);
    }

    @ParameterizedTest
    @CsvSource({
        "@reconciliationKey, @account, reconciles by '@account'",
        "@hashAlgorithm,     sha256,   has the hash algorithm 'sha256'",
        "@hashAlgorithm,     md5,      has the hash algorithm 'md5'"
    })
    void a_declared_data_source_must_agree_in_field_and_form(String column, String value, String seen) {
        bench.sandbox.campaignData().save(SOURCE, Map.of("@name", "declaredId", column, value));

        Finding found = first(check(importing(Bench.DECLARED, Route.SYSTEM)));

        assertThat(found.precondition()).hasToString("campaign.1.7");
        assertThat(found.seen()).contains(seen);
    }

    @Test
    void a_key_that_is_stored_hashed_agrees_with_no_hashing() {
        DataSource hashed = DataSource.builder()
                .id(13702)
                .key(Declared.builder()
                        .field("declaredId")
                        .stored(KeyForm.SHA256)
                        .wire(KeyForm.SHA256)
                        .build())
                .build();

        assertThat(blocking(check(importing(hashed, Route.SYSTEM)))).isEmpty();
    }

    @Test
    void without_the_package_what_it_brings_is_not_blamed() {
        bench.sandbox.campaignServer().packages(List.of("nms:campaign"));
        bench.sandbox.campaignData().remove(ACCOUNT, "importSharedAudience");
        bench.sandbox.campaignData().remove(ACCOUNT, "Adobe_Marketing_Cloud");
        bench.sandbox.campaignData().remove(WORKFLOW, "importSharedAudience");

        Seq<CheckOutcome> told = check(importing(Bench.VISITOR, Route.SYSTEM));

        assertThat(blocking(told)).extracting(Object::toString).singleElement().isEqualTo("campaign.P2");
    }

    @Test
    void records_that_are_gone_are_told_where_the_package_is_there() {
        bench.sandbox.campaignData().remove(ACCOUNT, "importSharedAudience");
        bench.sandbox.campaignData().remove(WORKFLOW, "importSharedAudience");

        assertThat(blocking(check(importing(Bench.VISITOR, Route.SYSTEM))))
                .extracting(Object::toString)
                .containsExactly("campaign.P5", "campaign.1.5");
    }

    @Test
    void an_operator_without_the_right_starts_no_workflow() {
        bench.sandbox.campaignServer().rights(List.of("delivery"));

        Finding found = first(check(importing(Bench.VISITOR, Route.SYSTEM)));

        assertThat(found.precondition()).hasToString("campaign.P9");
        assertThat(found.seen()).contains("delivery");
        assertThat(blocking(check(importing(Bench.VISITOR, Route.BRIDGE)))).isEmpty();
    }

    @Test
    void a_failed_workflow_shows_the_codes_of_its_log_and_no_message() {
        bench.sandbox.campaignData().save(ACCOUNT, Map.of("@name", "importSharedAudience", "@active", "0"));
        bench.sandbox.clock().advance(Duration.ofHours(2));
        bench.sandbox.campaignData().save(ACCOUNT, Map.of("@name", "importSharedAudience", "@active", "1"));

        Finding found = first(check(importing(Bench.VISITOR, Route.SYSTEM)));

        assertThat(found.precondition()).hasToString("campaign.1.5");
        assertThat(found.seen()).contains("stopped on an error (last pass ").contains("its log has ");
    }

    @Test
    void an_export_needs_a_workflow_that_exports_by_its_own_route_only() {
        bench.close();
        bench = Bench.of(Bench.person("11", VISITOR_ID));
        String list = bench.addList("Gold", 11);

        assertThat(blocking(check(exporting(list, Bench.VISITOR, Route.SYSTEM))))
                .extracting(Object::toString)
                .containsExactly("campaign.1.4.workflow");
        assertThat(blocking(check(exporting(list, Bench.VISITOR, Route.BRIDGE))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"@type, 2, of the kind FILE", "@type, 3, of the kind TEMPLATE", "@deleteStatus, 1, was deleted"})
    void a_list_that_holds_no_recipients_cannot_be_exported(String column, String value, String seen) {
        String list = bench.addList("Gold", 11);
        bench.sandbox.campaignData().save("nms:group", Map.of("@id", list, column, value));

        Finding found = first(check(exporting(list, Bench.VISITOR, Route.BRIDGE)));

        assertThat(found.precondition()).hasToString("campaign.3.4");
        assertThat(found.seen()).contains(seen);
    }

    @Test
    void a_list_that_is_not_there_and_one_that_is_empty_are_told_apart() {
        assertThat(first(check(exporting("999999", Bench.VISITOR, Route.BRIDGE)))
                        .precondition())
                .hasToString("campaign.3.4");
        assertThat(first(check(exporting(bench.addList("Empty"), Bench.VISITOR, Route.BRIDGE)))
                        .precondition())
                .hasToString("campaign.1.4");
    }

    @Test
    void two_lists_of_one_label_cannot_be_filled() {
        bench.addList("Gold again");
        bench.addList("Gold again");

        assertThat(first(check(importing(Bench.VISITOR, Route.BRIDGE))).seen()).contains("Several lists");
    }

    @Test
    void clicks_that_bring_only_old_cookies_blame_the_tracking_domain() {
        bench.close();
        bench = bench(Bench.person("11", OLD_COOKIE), Bench.person("12", OLD_COOKIE));

        Seq<CheckOutcome> told = check(importing(Bench.VISITOR, Route.BRIDGE));

        assertThat(first(told).precondition()).hasToString("campaign.P7");
        assertThat(first(told).seen()).contains("0 hold an Experience Cloud id and 2 another value");
        assertThat(blocking(check(importing(Bench.DECLARED, Route.BRIDGE)))).isEmpty();
    }

    @Test
    void old_cookies_beside_visitor_ids_are_good_to_know() {
        bench.close();
        bench = bench(Bench.person("11", VISITOR_ID, OLD_COOKIE));

        Seq<CheckOutcome> told = check(importing(Bench.VISITOR, Route.BRIDGE));

        assertThat(blocking(told)).isEmpty();
        assertThat(findings(told)).anyMatch(found -> found.precondition().name().equals("campaign.X1"));
    }

    @Test
    void without_a_click_nobody_has_a_visitor_id() {
        bench.sandbox.campaignData().purgeTrackingLogs(Instant.parse("2999-01-01T00:00:00Z"));

        assertThat(first(check(importing(Bench.VISITOR, Route.BRIDGE))).precondition())
                .hasToString("campaign.1.8");
    }

    @Test
    void the_purge_of_tracking_logs_says_how_many_matches_go() {
        bench.sandbox
                .campaignData()
                .save(
                        "xtk:option",
                        Map.of("@name", "NmsCleanup_TrackingLogPurgeDelay", "@dataType", "3", "@longValue", "180"));
        bench.sandbox.clock().advance(Duration.ofDays(160));

        assertThat(findings(check(importing(Bench.VISITOR, Route.BRIDGE))))
                .filteredOn(found -> found.precondition().name().equals("campaign.X7"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.severity()).isEqualTo(Severity.WEAKENS);
                    assertThat(found.seen()).contains("kept for 180 days; 1 of 1 go within 30 days");
                });
    }

    @Test
    void a_field_that_is_no_column_blocks_and_one_that_nobody_has_too() {
        assertThat(first(check(importing(Bench.declared("noSuchColumn"), Route.BRIDGE)))
                        .seen())
                .contains("@noSuchColumn");
        assertThat(first(check(importing(Bench.declared("account"), Route.BRIDGE)))
                        .seen())
                .contains("0 have a value at @account");
    }

    @Test
    void a_list_of_people_on_a_deny_list_is_told_in_numbers() {
        bench.sandbox.campaignData().changeRecipient("11", Map.of("@blackList", "1"));
        String denied = bench.addList("Denied", 11);
        String both = bench.addList("Both", 11, 12);

        assertThat(first(check(exporting(denied, Bench.DECLARED, Route.BRIDGE))).seen())
                .contains("1 of 1 recipients of list " + denied);
        assertThat(blocking(check(exporting(both, Bench.DECLARED, Route.BRIDGE))))
                .isEmpty();
    }

    @Test
    void whoever_is_not_let_in_looks_at_nothing() {
        bench.sandbox.campaignServer().refuseZone(true);

        assertThat(bench.ability(Preconditions.class)
                        .check(importing(Bench.VISITOR, Route.BRIDGE), Bench.call())
                        .getLeft())
                .isInstanceOf(BridgeError.AccessDenied.class);
    }

    private static CheckOrder importing(DataSource source, Route route) {
        return CheckOrder.builder()
                .connection(Bench.CAMPAIGN)
                .side(Side.TARGET)
                .direction(Direction.IMPORT)
                .dataSource(source)
                .origin(Bench.list("100"))
                .into("Gold again")
                .route(route)
                .build();
    }

    private static CheckOrder exporting(String list, DataSource source, Route route) {
        return CheckOrder.builder()
                .from(importing(source, route))
                .side(Side.SOURCE)
                .direction(Direction.EXPORT)
                .origin(Bench.list(list))
                .build();
    }

    private Seq<CheckOutcome> check(CheckOrder order) {
        return bench.ability(Preconditions.class).check(order, Bench.call()).get();
    }

    private static Seq<Finding> findings(Seq<CheckOutcome> outcomes) {
        return outcomes.filter(CheckOutcome.Found.class::isInstance)
                .map(found -> ((CheckOutcome.Found) found).finding());
    }

    private static Seq<Object> blocking(Seq<CheckOutcome> outcomes) {
        return findings(outcomes)
                .filter(finding -> finding.severity() == Severity.BLOCKS)
                .map(Finding::precondition);
    }

    /** The first that blocks, as the connector orders it. */
    private static Finding first(Seq<CheckOutcome> outcomes) {
        return findings(outcomes)
                .filter(finding -> finding.severity() == Severity.BLOCKS)
                .head();
    }
}
