// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.audiencebridge.adapter.audiencemanager.ScriptedApi;
import io.vavr.control.Option;
import java.time.Instant;
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

    @Test
    void a_mapping_has_an_alias_or_none_and_a_deleted_one_is_none() throws Exception {
        assertThat(Mapping.read(json("{'sid':1,'traitAlias':'gold'}")))
                .isEqualTo(Option.some(new Mapping(1, Optional.of("gold"))));
        assertThat(Mapping.read(json("{'sid':1,'traitAlias':''}")))
                .isEqualTo(Option.some(new Mapping(1, Optional.empty())));
        assertThat(Mapping.read(json("{'sid':1,'elementStatus':'DELETED'}"))).isEqualTo(Option.none());
        assertThat(Mapping.read(json("{'traitAlias':'gold'}"))).isEqualTo(Option.none());
    }

    private static Segment segment(String text) throws Exception {
        return Segment.read(json(text), ScriptedApi.call()).get();
    }

    private static Listing<JsonNode> listing(String text) throws Exception {
        return Listing.read(json(text), 0, ScriptedApi.call()).get();
    }

    private static JsonNode json(String text) throws Exception {
        return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
    }
}
