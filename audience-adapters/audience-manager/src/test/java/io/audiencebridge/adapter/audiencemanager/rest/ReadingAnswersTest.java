// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.audiencebridge.adapter.audiencemanager.ScriptedApi;
import io.audiencebridge.adapter.audiencemanager.client.Mapping;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAnswersTest {
    @ParameterizedTest
    @ValueSource(strings = {"101T", " 101T ", "(101T)", "((101T))", "( 101T )", "101t"})
    void a_rule_of_one_trait_names_it(String rule) {
        assertThat(new SegmentRule(rule).onlyTrait()).isEqualTo(Option.some(101L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "101",
                "T101",
                "1T OR 2T",
                "(101T",
                "101T)",
                "NOT 101T",
                "(1T) AND NOT (2T)",
                "1T 2T",
                "frequency([101T] <= 5D) >= 3",
                "99999999999999999999T"
            })
    void any_other_rule_names_none(String rule) {
        assertThat(new SegmentRule(rule).onlyTrait()).isEqualTo(Option.none());
    }

    @Test
    void the_rule_that_we_write_is_one_that_we_read() {
        assertThat(SegmentRule.of(42).onlyTrait()).isEqualTo(Option.some(42L));
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, true", "active, true", "1, true", "INACTIVE, false", "0, false"})
    void status_is_read_in_every_spelling(String status, boolean active) throws Exception {
        Segment segment = segment("{'sid':1,'status':'" + status + "'}");

        assertThat(segment.active()).isEqualTo(active);
    }

    @Test
    void a_segment_is_read_from_numbers_in_text_and_without_what_is_optional() throws Exception {
        Segment segment = segment(
                "{'sid':'201','name':'Gold','segmentRule':'101T','dataSourceId':'5','totalUniques1Day':17.0,'updateTime':1000,'description':null}");

        assertThat(segment.sid()).isEqualTo(201);
        assertThat(segment.dataSourceId()).isEqualTo(5);
        assertThat(segment.devices()).hasValue(17);
        assertThat(segment.modified()).contains(Instant.ofEpochSecond(1));
        assertThat(segment.description()).isEmpty();
        assertThat(segment.mergeRuleDataSourceId()).isEmpty();
        assertThat(segment.active()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 3, true", "1, 3, false", "0, 2, false", "1, 5, true"})
    void a_page_knows_whether_more_follow(int number, int total, boolean more) throws Exception {
        JsonNode page = json("{'total':" + total + ",'page':0,'pageSize':2,'list':[{},{}]}");

        assertThat(Listing.read(page, number, ScriptedApi.call()).get().hasNext())
                .isEqualTo(more);
    }

    @Test
    void an_empty_page_is_the_last() throws Exception {
        assertThat(listing("{'total':9,'page':0,'pageSize':2,'list':[]}").hasNext())
                .isFalse();
    }

    @Test
    void a_bare_array_is_everything() throws Exception {
        Listing<JsonNode> all = listing("[{'sid':1},{'sid':2}]");

        assertThat(all.items()).hasSize(2);
        assertThat(all.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'list':{}}", "7", "{'list':[],'total':0}"})
    void neither_page_nor_array_is_a_breach(String answer) throws Exception {
        assertThat(Listing.read(json(answer), 0, ScriptedApi.call()).isLeft()).isTrue();
    }

    /** C14. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'destinationMappingId':3,'destinationId':9,'sid':1,'elementStatus':'active'}",
                "{'mappingId':'3','orderId':9,'sid':'1','elementStatus':'ACTIVE'}",
                "{'traitToDataOrderId':3.0,'orderId':'9','sid':1,'elementStatus':1}",
                "{'destinationMappingId':3,'mappingId':3,'destinationId':9,'orderId':9,'sid':1,'status':'active'}"
            })
    void a_mapping_is_read_in_every_spelling(String answer) throws Exception {
        Mapping mapping = mapping(answer).get();

        assertThat(mapping.id()).isEqualTo(3);
        assertThat(mapping.destinationId()).isEqualTo(9);
        assertThat(mapping.segment()).isEqualTo(1);
        assertThat(mapping.active()).isTrue();
    }

    @Test
    void a_mapping_has_an_alias_or_none_and_may_be_deleted() throws Exception {
        assertThat(mapping("{'sid':1,'traitAlias':'gold'}").get().alias()).contains("gold");
        assertThat(mapping("{'sid':1,'traitAlias':''}").get().alias()).isEmpty();
        assertThat(mapping("{'sid':1,'elementStatus':'DELETED'}").get().deleted())
                .isTrue();
        assertThat(mapping("{'traitAlias':'gold'}").isLeft()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31",
        "2026-01-31T00:00:00Z, 2026-01-31",
        "1769817600000, 2026-01-31",
        "yesterday,",
        "31.01.2026,"
    })
    void a_day_is_read_from_each_form_that_the_pages_show(String text, LocalDate day) throws Exception {
        assertThat(mapping("{'sid':1,'startDate':'" + text + "'}").get().startDate())
                .isEqualTo(Optional.ofNullable(day));
    }

    /** SEMANTICS S15. */
    @ParameterizedTest
    @CsvSource({"0,", "120, 120", "30, 30", "-1, 120", "absent, 120"})
    void a_trait_keeps_somebody_for_its_days_for_good_or_for_the_usual_time(String ttl, Integer days) throws Exception {
        Trait trait = new TraitKind()
                .read(json("{'sid':7,'dataSourceId':5,'ttl':'" + ttl + "'}"), ScriptedApi.call())
                .get();

        assertThat(trait.timeToLive()).isEqualTo(Optional.ofNullable(days).map(Duration::ofDays));
    }

    private static Either<BridgeError, Mapping> mapping(String answer) throws Exception {
        return new MappingKind(9, InstantSource.system()).read(json(answer), ScriptedApi.call());
    }

    private static Segment segment(String text) throws Exception {
        return new SegmentKind().read(json(text), ScriptedApi.call()).get();
    }

    private static Listing<JsonNode> listing(String text) throws Exception {
        return Listing.read(json(text), 0, ScriptedApi.call()).get();
    }

    private static JsonNode json(String text) throws Exception {
        return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
    }
}
