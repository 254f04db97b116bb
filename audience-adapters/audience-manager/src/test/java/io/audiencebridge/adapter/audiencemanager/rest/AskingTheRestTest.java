// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.FolderDraft;
import io.audiencebridge.adapter.audiencemanager.client.SearchQuery;
import io.audiencebridge.adapter.audiencemanager.client.SizeEstimate;
import io.audiencebridge.domain.error.BridgeError;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that only one kind of thing has. */
class AskingTheRestTest {
    private final RestBench bench = new RestBench();

    AskingTheRestTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    /** Golden case A13, X6. */
    @Test
    void an_estimate_counts_devices_and_says_what_it_leaves_out() {
        bench.answers(
                "POST /v1/segments/estimate-size",
                200,
                "{'audienceSizes':[{'timeWindow':'DAYS7','size':1000,'confidenceInterval':{'high':1100,'low':900}},{'timeWindow':'DAYS60','size':5000}]}");

        SizeEstimate estimate =
                bench.client.segments().estimate("101T", RestBench.OPTIONS).get();

        assertThat(estimate.of(Duration.ofDays(7)))
                .contains(new SizeEstimate.Window(Duration.ofDays(7), 1000, 900, 1100));
        assertThat(estimate.of(Duration.ofDays(60)).orElseThrow().devices()).isEqualTo(5000);
        assertThat(estimate.of(Duration.ofDays(30))).isEmpty();
        assertThat(estimate.caution()).contains("devices", "no profile merge rule");
        assertThat(bench.bodies("POST /v1/segments/estimate-size")).containsExactly(RestBench.json("{'rule':'101T'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'audienceSize':{'timeWindow':'DAYS7','size':'1000'}}",
                "{'audienceSizes':[{'timeWindow':'7_DAYS','size':1000}]}"
            })
    void a_single_estimate_is_read_too(String answer) {
        bench.answers("POST /v1/segments/estimate-size", 200, answer);

        SizeEstimate estimate =
                bench.client.segments().estimate("101T", RestBench.OPTIONS).get();

        assertThat(estimate.of(Duration.ofDays(7)).orElseThrow().devices()).isEqualTo(1000);
    }

    @Test
    void an_answer_without_a_size_is_a_breach() {
        bench.answers("POST /v1/segments/estimate-size", 200, "{}");

        assertThat(bench.client.segments().estimate("101T", RestBench.OPTIONS).getLeft())
                .isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 |                                   | true",
                "200 | {}                                | true",
                "200 | {'valid':true}                    | true",
                "200 | {'valid':false,'message':'ah'}    | false",
                "400 | {'message':'Unexpected end'}      | false"
            })
    void a_rule_is_judged_by_status_and_body(int status, String body, boolean valid) {
        bench.answers("POST /v1/traits/validate", status, body == null ? "" : body);

        var verdict = bench.client.traits().validate("ic==1", RestBench.OPTIONS).get();

        assertThat(verdict.valid()).isEqualTo(valid);
        assertThat(verdict.reason().isEmpty()).isEqualTo(valid);
    }

    /** Golden case A22. */
    @Test
    void a_refused_right_is_no_verdict() {
        bench.answers("POST /v1/traits/validate", 403, "{'message':'Forbidden'}");

        assertThat(bench.client.traits().validate("ic==1", RestBench.OPTIONS).getLeft())
                .isInstanceOf(BridgeError.AccessDenied.class);
    }

    @Test
    void limits_are_read_from_nested_numbers_of_any_name() {
        bench.answers(
                "GET /v1/traits/limits",
                200,
                "{'totalLimit':100000,'total':'17','ruleBased':{'limit':100000,'total':3},'note':'text'}");

        var limits = bench.client.traits().limits(RestBench.OPTIONS).get();

        assertThat(limits.most()).hasValue(100_000);
        assertThat(limits.used()).hasValue(17);
        assertThat(limits.figures().of("ruleBased.total")).hasValue(3);
        assertThat(limits.figures().of("note")).isEmpty();
    }

    @Test
    void regions_are_read() {
        bench.answers(
                "GET /v1/dcs-regions/",
                200,
                "[{'regionId':6,'location':'Dublin','host':'irl1.demdex.net','code':'IRL1','status':'ACTIVE'},{'regionId':'9','status':'INACTIVE'}]");

        var regions = bench.client.regions(RestBench.OPTIONS).get();

        assertThat(regions.get(0).host()).isEqualTo("irl1.demdex.net");
        assertThat(regions.get(0).active()).isTrue();
        assertThat(regions.get(1).id()).isEqualTo(9);
        assertThat(regions.get(1).active()).isFalse();
    }

    @Test
    void derived_signals_are_searched() {
        bench.answers(
                "GET /v1/signals/derived/",
                200,
                "[{'derivedSignalId':3,'sourceKey':'k','sourceValue':'v','targetKey':'tk','targetValue':'tv','pid':9}]");
        var query = SearchQuery.builder().search("v").build();

        var found = bench.client
                .derivedSignals()
                .list(query, RestBench.OPTIONS)
                .all()
                .get();

        assertThat(found)
                .singleElement()
                .satisfies(signal -> assertThat(signal.targetValue()).isEqualTo("tv"));
        assertThat(bench.queries("GET /v1/signals/derived/"))
                .containsExactly("search=v&sortBy=derivedSignalId&page=0&pageSize=2");
    }

    /** Some answers put the root into an array; a tree that goes on for ever is not followed. */
    @Test
    void a_tree_of_folders_is_read_from_both_forms_and_not_without_end() {
        String deep = "{'folderId':1,'path':'/a','subFolders':[".repeat(400) + "]}".repeat(400);
        bench.answers(
                        "GET /v1/folders/traits/0",
                        200,
                        "[{'folderId':0,'parentFolderId':0,'name':'All','path':'/','subFolders':[{'folderId':1,'parentFolderId':0,'name':'A','path':'/A'}]}]")
                .answers("GET /v1/folders/traits/1", 200, deep);

        var root = bench.client.traitFolders().tree(RestBench.OPTIONS).get();
        var endless = bench.client.traitFolders().find(1, RestBench.OPTIONS).get();

        assertThat(root.subFolders())
                .singleElement()
                .satisfies(folder -> assertThat(folder.path()).isEqualTo("/A"));
        assertThat(endless.isDefined()).isTrue();
    }

    @Test
    void a_folder_is_renamed_with_what_nobody_knows_and_without_what_is_in_it() {
        bench.answers(
                        "GET /v1/folders/traits/7",
                        200,
                        "{'folderId':7,'parentFolderId':0,'name':'A','path':'/A','pid':9,'new':1,'subFolders':[{'folderId':8}]}")
                .answers("PUT /v1/folders/traits/7", 200, "{}");

        bench.client.traitFolders().edit(7, new FolderDraft(3, "B"), RestBench.OPTIONS);

        assertThat(bench.bodies("PUT /v1/folders/traits/7"))
                .containsExactly(
                        RestBench.json("{'folderId':7,'parentFolderId':3,'name':'B','path':'/A','pid':9,'new':1}"));
    }

    @ParameterizedTest
    @CsvSource({
        "gold, /v1/traits/ic:gold",
        "a b, /v1/traits/ic:a%20b",
        "x/y, /v1/traits/",
        "..', /v1/traits/",
        "ünï, /v1/traits/",
        "a%2Fb, /v1/traits/",
        "a?b#c, /v1/traits/"
    })
    void a_code_that_could_leave_its_place_in_an_address_is_looked_for_in_the_list(String code, String path) {
        bench.answers("GET /v1/traits/", 200, "[{'sid':1,'dataSourceId':5,'integrationCode':'other'}]");

        var found = bench.client.traits().coded(code, RestBench.OPTIONS);

        assertThat(found.get().isEmpty()).isTrue();
        assertThat(bench.lines()).containsExactly("GET " + path);
    }
}
