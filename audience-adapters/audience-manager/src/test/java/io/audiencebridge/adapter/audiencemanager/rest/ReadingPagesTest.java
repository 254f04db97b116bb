// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Cancellation;
import io.audiencebridge.adapter.audiencemanager.client.Pages;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.SegmentQuery;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.client.TraitQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingPagesTest {
    private static final String SEGMENTS = "GET /v1/segments/";

    private final RestBench bench = new RestBench();

    ReadingPagesTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_page_is_asked_for_when_it_is_wanted() {
        bench.answers(SEGMENTS, 200, page(3, 1, 2)).answers(SEGMENTS, 200, page(3, 3));
        Pages<Segment> pages = bench.client.segments().list(SegmentQuery.all(), RestBench.OPTIONS);

        assertThat(bench.lines()).isEmpty();
        assertThat(sids(pages.next().get())).containsExactly(1L, 2L);
        assertThat(bench.lines()).hasSize(1);
        assertThat(sids(pages.next().get())).containsExactly(3L);
        assertThat(pages.next().get()).isEmpty();
        assertThat(pages.next().get()).isEmpty();

        assertThat(bench.lines()).hasSize(2);
        assertThat(pages.total()).hasValue(3);
        assertThat(bench.queries(SEGMENTS))
                .containsExactly("sortBy=sid&page=0&pageSize=2", "sortBy=sid&page=1&pageSize=2");
    }

    /** Golden case A05. */
    @Test
    void a_bare_array_is_the_only_page() {
        bench.answers(SEGMENTS, 200, "[{'sid':1},{'sid':2},{'sid':3}]");

        Seq<Segment> all = bench.client
                .segments()
                .list(SegmentQuery.all(), RestBench.OPTIONS)
                .all()
                .get();

        assertThat(sids(all)).containsExactly(1L, 2L, 3L);
        assertThat(bench.lines()).hasSize(1);
    }

    @Test
    void what_moves_up_when_something_is_deleted_is_read_all_the_same() {
        bench.answers(SEGMENTS, 200, page(5, 1, 2))
                // 1 is deleted: 3 moves to the first page
                .answers(SEGMENTS, 200, page(4, 4, 5))
                .answers(SEGMENTS, 200, page(4, 2, 3))
                .answers(SEGMENTS, 200, page(4, 4, 5));

        Seq<Segment> all = bench.client
                .segments()
                .list(SegmentQuery.all(), RestBench.OPTIONS)
                .all()
                .get();

        assertThat(sids(all)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void what_moves_down_when_something_is_created_is_told_once() {
        bench.answers(SEGMENTS, 200, page(3, 1, 2))
                .answers(SEGMENTS, 200, page(4, 2, 3))
                .answers(SEGMENTS, 200, page(4));

        Seq<Segment> all = bench.client
                .segments()
                .list(SegmentQuery.all(), RestBench.OPTIONS)
                .all()
                .get();

        assertThat(sids(all)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_total_that_goes_up_and_down_ends() {
        for (int i = 0; i < 10; i++) {
            bench.answers(SEGMENTS, 200, page(9, 1, 2)).answers(SEGMENTS, 200, page(8, 3, 4));
        }
        bench.answers(SEGMENTS, 200, page(8));

        Seq<Segment> all = bench.client
                .segments()
                .list(SegmentQuery.all(), RestBench.OPTIONS)
                .all()
                .get();

        assertThat(sids(all)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(bench.lines()).hasSizeLessThan(10);
    }

    @Test
    void a_failure_is_told_again_and_not_gone_past() {
        bench.answers(SEGMENTS, 200, page(3, 1, 2)).answers(SEGMENTS, 500, "{}").answers(SEGMENTS, 200, page(3, 3));
        Pages<Segment> pages = bench.client.segments().list(SegmentQuery.all(), RestBench.OPTIONS);

        pages.next();
        BridgeError first = pages.next().getLeft();
        BridgeError again = pages.next().getLeft();

        assertThat(first).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(again).isEqualTo(first);
        assertThat(pages.all().getLeft()).isEqualTo(first);
        assertThat(bench.lines()).hasSize(2);
    }

    @Test
    void a_cancelled_reading_asks_for_no_further_page() {
        bench.answers(SEGMENTS, 200, page(9, 1, 2));
        Cancellation cancellation = new Cancellation();
        Pages<Segment> pages = bench.client
                .segments()
                .list(
                        SegmentQuery.all(),
                        CallOptions.builder().cancellation(cancellation).build());

        pages.next();
        cancellation.cancel();

        assertThat(pages.next().getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(bench.lines()).hasSize(1);
    }

    @Test
    void a_page_of_nothing_is_refused_before_anything_is_asked() {
        var query = SegmentQuery.builder().pageSize(0).build();

        var refused = bench.client.segments().list(query, RestBench.OPTIONS).next();

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bench.lines()).isEmpty();
    }

    /** Golden case A06. */
    @Test
    void every_filter_becomes_a_parameter() {
        bench.answers("GET /v1/traits/", 200, "[]").answers(SEGMENTS, 200, "[]");
        var traits = TraitQuery.builder()
                .search("A & B")
                .sortBy("name")
                .descending(true)
                .addPermissions("READ", "WRITE")
                .pageSize(50)
                .folderId(7)
                .addDataSourceIds(5, 6)
                .type(Trait.ONBOARDED)
                .integrationCode("ic 1")
                .population(true)
                .build();
        var segments = SegmentQuery.builder()
                .dataSourceId(5)
                .mergeRuleDataSourceId(6)
                .containsTrait(101)
                .active(false)
                .changedSince(Instant.ofEpochMilli(1000))
                .build();

        bench.client.traits().list(traits, RestBench.OPTIONS).next();
        bench.client.segments().list(segments, RestBench.OPTIONS).next();

        assertThat(bench.queries("GET /v1/traits/"))
                .containsExactly("includeDetails=true&folderId=7&dataSourceId=5&dataSourceId=6"
                        + "&restrictType=ON_BOARDED_TRAIT&integrationCode=ic%201&includeMetrics=true&search=A%20%26%20B"
                        + "&sortBy=name&descending=true&permissions=READ&permissions=WRITE&page=0&pageSize=50");
        assertThat(bench.queries(SEGMENTS))
                .containsExactly("dataSourceId=5&mergeRuleDataSourceId=6&containsTrait=101&status=INACTIVE"
                        + "&updatedSince=1000&sortBy=sid&page=0&pageSize=2");
    }

    @Test
    void an_item_that_has_no_number_is_a_breach_and_not_left_out() {
        bench.answers(SEGMENTS, 200, "[{'sid':1},{'name':'nobody'}]");

        var page = bench.client
                .segments()
                .list(SegmentQuery.all(), RestBench.OPTIONS)
                .next();

        assertThat(page.getLeft()).isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    private static String page(int total, long... sids) {
        String items =
                Arrays.stream(sids).mapToObj(sid -> "{'sid':" + sid + "}").collect(Collectors.joining(","));
        return "{'total':" + total + ",'page':0,'pageSize':2,'list':[" + items + "]}";
    }

    private static Seq<Long> sids(Seq<Segment> segments) {
        return segments.map(Segment::sid);
    }
}
