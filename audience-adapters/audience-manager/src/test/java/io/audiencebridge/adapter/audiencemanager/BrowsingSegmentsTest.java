// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowsingSegmentsTest {
    private static final String SEGMENT =
            "{'sid':201,'name':'Gold','description':'the best','dataSourceId':5,'status':'ACTIVE','totalUniques1Day':17,'updateTime':2000}";

    private final ConnectorBench bench = new ConnectorBench();
    private final AudienceCatalog catalog = bench.ability(AudienceCatalog.class);

    BrowsingSegmentsTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_segment_is_a_shared_audience_with_all_that_a_picker_shows() {
        bench.withDeclaredSetUp().api.answers("GET /v1/segments/201", 200, SEGMENT);

        Audience found =
                catalog.find(ConnectorBench.segment("201"), ScriptedApi.call()).get();

        var details = found.details();
        assertThat(found).isInstanceOf(Audience.SharedAudience.class);
        assertThat(details.ref()).isEqualTo(ConnectorBench.segment("201"));
        assertThat(details.title()).isEqualTo("Gold");
        assertThat(details.description()).isEqualTo("the best");
        assertThat(details.source()).isEqualTo("Campaign");
        assertThat(details.size()).hasValue(17);
        assertThat(details.active()).isTrue();
        assertThat(details.modified()).contains(Instant.ofEpochSecond(2));
    }

    @Test
    void a_page_asks_for_the_newest_first_with_sizes_and_names_the_next() {
        bench.withDeclaredSetUp()
                .api
                .answers("GET /v1/segments/", 200, "{'total':3,'page':1,'pageSize':1,'list':[" + SEGMENT + "]}");

        var page = catalog.browse(query().page("1").pageSize(1).build(), ScriptedApi.call())
                .get();

        assertThat(page.audiences().map(Audience::title)).containsExactly("Gold");
        assertThat(page.next()).contains("2");
        assertThat(bench.api.requests().get(0).getUrl().encodedQuery())
                .isEqualTo("includeMetrics=true&sortBy=createTime&descending=true&page=1&pageSize=1");
    }

    @Test
    void a_search_is_encoded_and_looks_at_titles_only() {
        String other = SEGMENT.replace("'Gold'", "'Silver'").replace("the best", "nearly Gold & more");
        bench.withDeclaredSetUp().api.answers("GET /v1/segments/", 200, "[" + SEGMENT + "," + other + "]");

        var page = catalog.browse(query().search("gOLD").build(), ScriptedApi.call())
                .get();

        assertThat(page.audiences().map(Audience::title)).containsExactly("Gold");
        assertThat(page.next()).isEmpty();
        catalog.browse(query().search("a & b+c").build(), ScriptedApi.call());
        assertThat(bench.api
                        .requests()
                        .get(bench.api.requests().size() - 1)
                        .getUrl()
                        .encodedQuery())
                .contains("search=a%20%26%20b%2Bc");
    }

    @Test
    void the_name_of_a_data_source_is_asked_for_once() {
        bench.withDeclaredSetUp().api.answers("GET /v1/segments/", 200, "[" + SEGMENT + "," + SEGMENT + "]");

        catalog.browse(query().build(), ScriptedApi.call());
        catalog.browse(query().build(), ScriptedApi.call());

        assertThat(bench.api.lines())
                .containsExactly("GET /v1/segments/", "GET /v1/datasources/5", "GET /v1/segments/");
    }

    @Test
    void a_data_source_that_may_not_be_seen_is_shown_by_its_number() {
        bench.api.answers("GET /v1/datasources/5", 403, "{}").answers("GET /v1/segments/201", 200, SEGMENT);

        var found = catalog.find(ConnectorBench.segment("201"), ScriptedApi.call());

        assertThat(found.get().details().source()).isEqualTo("5");
    }

    @Test
    void a_segment_that_is_not_there_is_not_found() {
        BridgeError error =
                catalog.find(ConnectorBench.segment("7"), ScriptedApi.call()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.NotFound.class);
        assertThat(error.message()).contains("Segment 7").contains("browse the audiences");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gold", "", "0", "-1", "1/../2", "99999999999999999999"})
    void an_id_that_is_no_segment_number_is_an_invalid_request_and_nothing_is_asked(String id) {
        BridgeError error =
                catalog.find(ConnectorBench.segment(id), ScriptedApi.call()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("'" + id + "' is no segment number");
        assertThat(bench.api.lines()).isEmpty();
    }

    @Test
    void a_page_that_no_page_named_is_refused() {
        BridgeError error =
                catalog.browse(query().page("next").build(), ScriptedApi.call()).getLeft();

        assertThat(error.message()).contains("'next' is no page");
    }

    @Test
    void where_no_size_is_told_it_is_estimated_if_that_is_wanted_and_said_to_be() {
        String unsized = SEGMENT.replace("'totalUniques1Day':17", "'segmentRule':'101T AND 102T'");
        var estimating = bench.connect(AudienceManagerSettings.builder().sizesEstimated(true));
        bench.withDeclaredSetUp()
                .api
                .answers("GET /v1/segments/201", 200, unsized)
                .answers(
                        "POST /v1/segments/estimate-size",
                        200,
                        "{'audienceSizes':[{'timeWindow':'DAYS7','size':4},{'timeWindow':'DAYS60','size':9},{'timeWindow':'DAYS30','size':6}]}");

        var details = estimating
                .ability(AudienceCatalog.class)
                .get()
                .find(ConnectorBench.segment("201"), ScriptedApi.call())
                .get()
                .details();
        estimating.close();
        var plain = catalog.find(ConnectorBench.segment("201"), ScriptedApi.call())
                .get()
                .details();

        assertThat(details.size()).hasValue(9);
        assertThat(details.sizeIsEstimate()).isTrue();
        assertThat(details.counted()).isPresent();
        assertThat(plain.size()).isEmpty();
        assertThat(plain.sizeIsEstimate()).isFalse();
    }

    @Test
    void a_rule_that_cannot_be_estimated_hides_no_audience() {
        String unsized = SEGMENT.replace("'totalUniques1Day':17", "'segmentRule':'101T AND 102T'");
        var estimating = bench.connect(AudienceManagerSettings.builder().sizesEstimated(true));
        bench.withDeclaredSetUp()
                .api
                .answers("GET /v1/segments/201", 200, unsized)
                .answers("POST /v1/segments/estimate-size", 400, "{'message':'too long'}");

        var found =
                estimating.ability(AudienceCatalog.class).get().find(ConnectorBench.segment("201"), ScriptedApi.call());
        estimating.close();

        assertThat(found.get().details().size()).isEmpty();
    }

    @Test
    void where_neither_data_source_nor_folder_may_be_seen_the_origin_is_not_told() {
        bench.api
                .answers("GET /v1/datasources/5", 403, "{}")
                .answers("GET /v1/folders/segments/0", 403, "{}")
                .answers("GET /v1/segments/201", 200, SEGMENT.replace("'sid':201,", "'sid':201,'folderId':7,"));

        var found = catalog.find(ConnectorBench.segment("201"), ScriptedApi.call());

        assertThat(found.get().details().origin()).isEmpty();
    }

    private static AudienceQuery.Builder query() {
        return AudienceQuery.builder().connection(ConnectorBench.CONNECTION);
    }
}
