// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreparingAnAudienceTest {
    private static final String TRAIT_BODY = "{'sid':101,'traitType':'ON_BOARDED_TRAIT','dataSourceId':5,'createTime':"
            + ConnectorBench.NOON.toEpochMilli() + "}";
    private static final String RULE = "'segmentRule':'101T','dataSourceId':5,'mergeRuleDataSourceId':6";
    private static final String CODE = ConnectorBench.code(ConnectorBench.DECLARED);

    private final ConnectorBench bench = new ConnectorBench();

    PreparingAnAudienceTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_new_audience_is_a_trait_without_expiry_a_segment_over_it_and_a_mapping() {
        bench.withDeclaredSetUp().withNothingCreated();
        bench.api
                .answers("POST /v1/traits/", 201, TRAIT_BODY)
                .answers("GET /v1/traits/101", 200, TRAIT_BODY)
                .answers("POST /v1/segments/", 201, "{'sid':201,'name':'Gold'," + RULE + "}")
                .answers("POST /v1/destinations/9/mappings/", 201, "{'sid':201,'traitAlias':'201'}");

        PreparedAudience prepared = prepare(ConnectorBench.DECLARED).get();

        assertThat(prepared.audience()).isEqualTo(ConnectorBench.segment("201"));
        assertThat(bodyOf("POST /v1/traits/"))
                .isEqualTo(json("{'name':'Gold','traitType':'ON_BOARDED_TRAIT','dataSourceId':5,'folderId':0,'ttl':0,"
                        + "'integrationCode':'" + CODE + "'}"));
        assertThat(bodyOf("POST /v1/segments/"))
                .isEqualTo(json("{'name':'Gold','segmentRule':'101T','dataSourceId':5,'folderId':0,'integrationCode':'"
                        + CODE + "','mergeRuleDataSourceId':6}"));
        assertThat(bodyOf("POST /v1/destinations/9/mappings/"))
                .isEqualTo(json("{'sid':201,'traitType':'SEGMENT','startDate':'2026-11-24','traitAlias':'201'}"));
    }

    /** SEMANTICS S19. */
    @Test
    void a_trait_is_waited_for_until_it_is_four_hours_old() {
        bench.withDeclaredSetUp().withSegment(RULE).withMapping("201").withTrait(ConnectorBench.NOON.minusSeconds(60));

        var waiting = prepare(ConnectorBench.DECLARED).get().notBefore().orElseThrow();

        assertThat(waiting.until())
                .isEqualTo(ConnectorBench.NOON.minusSeconds(60).plus(Duration.ofHours(4)));
        assertThat(waiting.because()).contains("Trait 101 is new");
    }

    /** SEMANTICS S19. */
    @Test
    void an_older_trait_is_not_waited_for() {
        bench.withDeclaredSetUp()
                .withSegment(RULE)
                .withMapping("201")
                .withTrait(ConnectorBench.NOON.minus(Duration.ofHours(4)));

        assertThat(prepare(ConnectorBench.DECLARED).get().notBefore()).isEmpty();
    }

    /** SEMANTICS S15. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"'ttl':0,", "'ttl':30, 30", "'ttl':null, 120"})
    void a_prepared_audience_says_how_long_its_members_stay(String ttl, Integer days) {
        bench.withDeclaredSetUp().withSegment(RULE).withMapping("201");
        bench.api.answers(
                "GET /v1/traits/101",
                200,
                "{" + ttl + ",'sid':101,'traitType':'ON_BOARDED_TRAIT','dataSourceId':5,'createTime':1000}");

        PreparedAudience prepared = prepare(ConnectorBench.DECLARED).get();

        assertThat(prepared.timeToLive()).isEqualTo(Optional.ofNullable(days).map(Duration::ofDays));
    }

    @Test
    void what_is_there_is_found_and_nothing_created_again() {
        bench.withDeclaredSetUp().withSegment(RULE).withMapping("201").withTrait(ConnectorBench.NOON);

        prepare(ConnectorBench.DECLARED).get();

        assertThat(bench.api.lines()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void a_creation_whose_answer_was_lost_is_looked_for_before_anything_else() {
        bench.withDeclaredSetUp().withNothingCreated().withMapping("201");
        bench.api
                .answers("GET /v1/traits/ic:" + CODE, 404, "{}")
                .answers(
                        "POST /v1/traits/",
                        new MockResponse.Builder()
                                .onResponseStart(new SocketEffect.CloseSocket())
                                .build());
        bench.withTrait(ConnectorBench.NOON);
        bench.api
                .answers("GET /v1/segments/ic:" + CODE, 404, "{}")
                .answers("POST /v1/segments/", 409, "{}")
                .answers("GET /v1/segments/ic:" + CODE, 200, "{'sid':201,'name':'Gold'," + RULE + "}");

        PreparedAudience prepared = prepare(ConnectorBench.DECLARED).get();

        assertThat(prepared.audience().id()).isEqualTo("201");
        assertThat(bench.api.lines()).containsOnlyOnce("POST /v1/traits/", "POST /v1/segments/");
    }

    @Test
    void a_creation_that_was_lost_and_did_not_happen_keeps_its_error() {
        bench.withDeclaredSetUp().withNothingCreated();
        bench.api.answers(
                "POST /v1/traits/",
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());

        assertThat(prepare(ConnectorBench.DECLARED).getLeft()).isInstanceOf(BridgeError.OutcomeUnknown.class);
    }

    @Test
    void everything_that_is_in_the_way_is_told_at_once_and_nothing_created() {
        bench.api
                .answers("GET /v1/datasources/5", 200, "{'dataSourceId':5,'idType':'COOKIE','integrationCode':'other'}")
                .answers("GET /v1/destinations/9", 200, "{'destinationId':9,'destinationType':'PUSH'}");

        var error = (BridgeError.InvalidRequest) bench.ability(MemberWriter.class)
                .prepare(new AudienceOrder(ConnectorBench.CONNECTION, " ", ConnectorBench.DECLARED), ScriptedApi.call())
                .getLeft();

        assertThat(error.violations().map(violation -> violation.subject()))
                .containsExactly(
                        "audience",
                        "dataSource.integrationCode",
                        "dataSource.id",
                        "dataSource.mergeRuleDataSourceId",
                        "dataSource.destinationId");
        assertThat(error.message())
                .contains("has 'other', not 'AdobeCampaignID'")
                .contains("type COOKIE")
                .contains("no merge rule with data source 6")
                .contains("is of type PUSH");
        assertThat(bench.api.lines()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void ids_that_do_not_exist_are_told_at_once() {
        String message = prepare(ConnectorBench.DECLARED).getLeft().message();

        assertThat(message)
                .contains("no data source 5")
                .contains("data source 6")
                .contains("no destination 9");
    }

    /** SEMANTICS S9. */
    @Test
    void a_visitor_data_source_must_take_experience_cloud_ids() {
        DataSource visitor = DataSource.builder().id(5).key(new Visitor()).build();
        bench.api.answers(
                "GET /v1/datasources/5",
                200,
                "{'dataSourceId':5,'idType':'COOKIE','useAudienceManagerVisitorID':true,'marketingCloudVisitorIdVersion':0}");
        String otherKey = prepare(visitor).getLeft().message();
        bench.api.answers("GET /v1/datasources/7", 200, "{'dataSourceId':7,'idType':'CROSS_DEVICE'}");
        String persons = prepare(DataSource.visitor(7)).getLeft().message();

        assertThat(otherKey).contains("another inbound id than the Experience Cloud ID");
        assertThat(persons).contains("data source 7 is of type Cross-Device");
    }

    @Test
    void a_title_of_a_foreign_segment_is_a_conflict_that_names_it() {
        bench.withDeclaredSetUp();
        bench.api.answers(
                "GET /v1/segments/",
                200,
                "[{'sid':77,'name':'Gold','dataSourceId':3},{'sid':78,'name':'Gold plated','dataSourceId':3}]");

        BridgeError error = prepare(ConnectorBench.DECLARED).getLeft();

        assertThat(error).isInstanceOf(BridgeError.Conflict.class);
        assertThat(error.message())
                .contains("belongs to segment 77 of data source 3")
                .doesNotContain("78")
                .contains("another title")
                .contains(CODE);
        assertThat(bench.api.lines()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void a_foreign_segment_on_a_later_page_is_found_too() {
        bench.withDeclaredSetUp();
        bench.api
                .answers(
                        "GET /v1/segments/",
                        200,
                        "{'total':2,'page':0,'pageSize':1,'list':[{'sid':76,'name':'Golden'}]}")
                .answers(
                        "GET /v1/segments/",
                        200,
                        "{'total':2,'page':1,'pageSize':1,'list':[{'sid':77,'name':'Gold'}]}");

        assertThat(prepare(ConnectorBench.DECLARED).getLeft().message()).contains("segment 77");
    }

    @Test
    void a_paused_segment_is_a_conflict() {
        bench.withDeclaredSetUp().withSegment(RULE + ",'status':'INACTIVE'");

        assertThat(prepare(ConnectorBench.DECLARED).getLeft().message()).contains("Segment 201 is paused");
    }

    /** SEMANTICS S21. */
    @Test
    void a_segment_under_another_merge_rule_is_a_conflict() {
        bench.withDeclaredSetUp().withSegment("'segmentRule':'101T','mergeRuleDataSourceId':44");

        BridgeError error = prepare(ConnectorBench.DECLARED).getLeft();

        assertThat(error).isInstanceOf(BridgeError.Conflict.class);
        assertThat(error.message()).contains("44, not 6");
    }

    @Test
    void a_mapping_that_is_refused_says_what_to_do_by_hand() {
        bench.withDeclaredSetUp().withSegment(RULE).withTrait(ConnectorBench.NOON);
        bench.api.answers("POST /v1/destinations/9/mappings/", 400, "{'message':'S2S cannot be mapped'}");

        BridgeError error = prepare(ConnectorBench.DECLARED).getLeft();

        assertThat(error).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(error.message())
                .contains("S2S cannot be mapped")
                .endsWith("map segment 201 to destination 9 in Audience Manager by hand, then resume the run");
    }

    @Test
    void the_merge_rule_is_not_looked_up_where_the_settings_say_so() {
        bench.withSegment(RULE).withMapping("201").withTrait(ConnectorBench.NOON);
        bench.api
                .answers("GET /v1/datasources/5", 200, "{'dataSourceId':5,'integrationCode':'AdobeCampaignID'}")
                .answers("GET /v1/destinations/9", 200, "{'destinationId':9}");
        try (var connector = bench.connect(AudienceManagerSettings.builder().mergeRuleChecked(false))) {
            var prepared = connector
                    .ability(MemberWriter.class)
                    .get()
                    .prepare(ConnectorBench.order(ConnectorBench.DECLARED), ScriptedApi.call());

            assertThat(prepared.isRight()).isTrue();
        }
    }

    private Either<BridgeError, PreparedAudience> prepare(DataSource dataSource) {
        return bench.ability(MemberWriter.class).prepare(ConnectorBench.order(dataSource), ScriptedApi.call());
    }

    private JsonNode bodyOf(String line) {
        return bench.api.requests().stream()
                .filter(request ->
                        line.equals(request.getMethod() + " " + request.getUrl().encodedPath()))
                .map(request -> json(request.getBody().utf8()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
