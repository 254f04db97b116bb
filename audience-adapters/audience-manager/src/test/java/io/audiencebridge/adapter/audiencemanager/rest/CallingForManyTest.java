// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.BulkItem;
import io.audiencebridge.adapter.audiencemanager.client.BulkReport;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Cancellation;
import io.audiencebridge.adapter.audiencemanager.client.Mapping;
import io.audiencebridge.adapter.audiencemanager.client.MappingDraft;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One call for many things, and an outcome for each. */
class CallingForManyTest {
    private static final String BULK = "POST /v1/traits/bulk-delete";

    private final RestBench bench = new RestBench();

    CallingForManyTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    /** Golden case A18. */
    @Test
    void many_are_deleted_by_one_call() {
        bench.answers(BULK, 204, "");

        BulkReport<Boolean> report = delete(101, 102, 101);

        assertThat(report.complete()).isTrue();
        assertThat(report.items().map(BulkItem::id)).containsExactly(101L, 102L);
        assertThat(bench.bodies(BULK)).containsExactly(RestBench.json("[101,102]"));
    }

    @Test
    void a_refused_call_is_resolved_one_by_one() {
        bench.answers(BULK, 409, "{'message':'in use'}")
                .answers("DELETE /v1/traits/101", 204, "")
                .answers("DELETE /v1/traits/102", 409, "{'message':'Trait 102 is used by segment 7'}");

        BulkReport<Boolean> report = delete(101, 102, 103);

        assertThat(report.unfinished()).containsExactly(102L);
        assertThat(report.items().get(0).outcome().get()).isTrue();
        assertThat(report.items().get(1).outcome().getLeft().message()).contains("used by segment 7");
        assertThat(report.items().get(2).outcome().get())
                .as("103 was not there")
                .isFalse();
    }

    @Test
    void a_lost_answer_is_resolved_one_by_one() {
        bench.loses(BULK).answers("DELETE /v1/traits/101", 404, "{}").answers("DELETE /v1/traits/102", 204, "");

        assertThat(delete(101, 102).complete()).isTrue();
    }

    @Test
    void one_alone_is_not_a_bulk() {
        bench.answers("DELETE /v1/traits/101", 204, "");

        assertThat(delete(101).complete()).isTrue();
        assertThat(bench.lines()).containsExactly("DELETE /v1/traits/101");
    }

    @Test
    void hundreds_go_in_calls_of_a_hundred() {
        bench.answers(BULK, 204, "");

        var report = bench.client
                .traits()
                .deleteAll(Vector.rangeClosed(1L, 250L), RestBench.OPTIONS)
                .get();

        assertThat(report.items()).hasSize(250);
        assertThat(bench.bodies(BULK))
                .hasSize(3)
                .last()
                .satisfies(body -> assertThat(body.size()).isEqualTo(50));
    }

    @Test
    void what_ends_the_call_ends_the_rest_and_a_repeat_goes_on() {
        bench.answers(BULK, 400, "{}")
                .answers("DELETE /v1/traits/1", 204, "")
                .answers("DELETE /v1/traits/2", 429, "{}");

        BulkReport<Boolean> ended = delete(1, 2, 3, 4);

        assertThat(ended.unfinished()).containsExactly(2L, 3L, 4L);
        assertThat(ended.items().last().outcome().getLeft()).isInstanceOf(BridgeError.Throttled.class);
        assertThat(bench.lines()).containsExactly(BULK, "DELETE /v1/traits/1", "DELETE /v1/traits/2");
    }

    @Test
    void a_missing_right_is_tried_three_times_and_not_hundreds_of_times() {
        bench.answers(BULK, 403, "{}");
        for (int id = 1; id <= 250; id++) {
            bench.answers("DELETE /v1/traits/" + id, 403, "{}");
        }

        var report = bench.client
                .traits()
                .deleteAll(Vector.rangeClosed(1L, 250L), RestBench.OPTIONS)
                .get();

        assertThat(report.unfinished()).hasSize(250);
        assertThat(bench.lines().stream().filter(line -> line.startsWith("DELETE")))
                .hasSize(3);
    }

    @Test
    void a_cancelled_call_deletes_nothing_more() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        var report = bench.client
                .traits()
                .deleteAll(
                        List.of(1L, 2L),
                        CallOptions.builder().cancellation(cancellation).build())
                .get();

        assertThat(report.unfinished()).containsExactly(1L, 2L);
        assertThat(bench.lines()).isEmpty();
    }

    @Test
    void a_number_that_is_none_is_refused_before_anything_is_deleted() {
        var refused = bench.client.traits().deleteAll(List.of(1L, 0L), RestBench.OPTIONS);

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bench.lines()).isEmpty();
    }

    @Test
    void derived_signals_and_mappings_have_no_call_for_many() {
        bench.answers("DELETE /v1/signals/derived/1", 204, "").answers("DELETE /v1/signals/derived/2", 204, "");

        var report = bench.client
                .derivedSignals()
                .deleteAll(List.of(1L, 2L), RestBench.OPTIONS)
                .get();

        assertThat(report.complete()).isTrue();
        assertThat(bench.lines()).hasSize(2);
    }

    @Test
    void many_mappings_are_created_by_one_call() {
        bench.answers(
                "POST /v1/destinations/9/bulk-create",
                201,
                "[{'mappingId':1,'sid':201,'traitAlias':'201'},{'mappingId':2,'sid':202,'traitAlias':'202'}]");

        BulkReport<Mapping> report = map(201, 202);

        assertThat(report.complete()).isTrue();
        assertThat(report.items().map(item -> item.outcome().get().id())).containsExactly(1L, 2L);
        assertThat(bench.bodies("POST /v1/destinations/9/bulk-create"))
                .containsExactly(
                        RestBench.json("[{'sid':201,'traitType':'SEGMENT','startDate':'2026-11-24','traitAlias':'201'},"
                                + "{'sid':202,'traitType':'SEGMENT','startDate':'2026-11-24','traitAlias':'202'}]"));
    }

    @Test
    void a_refused_bulk_of_mappings_is_looked_up_and_ensured_one_by_one() {
        bench.answers("POST /v1/destinations/9/bulk-create", 409, "{}")
                .answers(
                        "GET /v1/destinations/",
                        200,
                        "[{'destinationId':9,'mappings':[{'mappingId':1,'sid':201,'traitAlias':'201'}]}]")
                .answers("GET /v1/destinations/", 200, "[]")
                .answers("POST /v1/destinations/9/mappings/", 201, "{'mappingId':2,'sid':202,'traitAlias':'202'}")
                .answers("POST /v1/destinations/9/mappings/", 400, "{'message':'no such segment'}");

        BulkReport<Mapping> report = map(201, 202, 203);

        assertThat(report.unfinished()).containsExactly(203L);
        assertThat(report.items().get(1).outcome().get().id()).isEqualTo(2);
        assertThat(report.items().get(2).outcome().getLeft().message()).contains("no such segment");
    }

    @Test
    void what_the_answer_leaves_out_is_not_taken_for_done() {
        bench.answers("POST /v1/destinations/9/bulk-create", 201, "[{'mappingId':1,'sid':201}]")
                .answers("GET /v1/destinations/", 200, "[]")
                .answers("POST /v1/destinations/9/mappings/", 400, "{}");

        assertThat(map(201, 202).unfinished()).containsExactly(202L);
    }

    @Test
    void segments_get_another_merge_rule_and_each_is_looked_at() {
        bench.answers(
                        "GET /v1/segments/",
                        200,
                        "[{'sid':1,'mergeRuleDataSourceId':6},{'sid':2,'mergeRuleDataSourceId':6},{'sid':3,'mergeRuleDataSourceId':8}]")
                .answers("GET /v1/segments/", 200, "[{'sid':1,'mergeRuleDataSourceId':7}]")
                .answers("POST /v1/segments/bulk-merge-rule-replace", 200, "{}");

        BulkReport<Segment> report = bench.client
                .segments()
                .replaceMergeRule(6, 7, RestBench.OPTIONS)
                .get();

        assertThat(report.items().map(BulkItem::id)).containsExactly(1L, 2L);
        assertThat(report.unfinished()).containsExactly(2L);
        assertThat(bench.bodies("POST /v1/segments/bulk-merge-rule-replace"))
                .containsExactly(
                        RestBench.json("{'existingMergeRuleDataSourceId':6,'replaceWithMergeRuleDataSourceId':7}"));
    }

    @Test
    void no_segment_under_a_rule_is_nothing_to_do() {
        bench.answers("GET /v1/segments/", 200, "[]");

        var report = bench.client.segments().replaceMergeRule(6, 7, RestBench.OPTIONS);

        assertThat(report.get().items()).isEmpty();
        assertThat(bench.lines()).containsExactly("GET /v1/segments/");
    }

    private BulkReport<Boolean> delete(long... sids) {
        return bench.client
                .traits()
                .deleteAll(Vector.ofAll(sids), RestBench.OPTIONS)
                .get();
    }

    private BulkReport<Mapping> map(long... segments) {
        return bench.client
                .destinations()
                .mappings(9)
                .createAll(Vector.ofAll(segments).map(MappingDraft::of), RestBench.OPTIONS)
                .get();
    }
}
