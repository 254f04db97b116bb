// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.MappingDraft;
import io.audiencebridge.adapter.audiencemanager.client.SegmentDraft;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replacement sends the whole object: what a caller did not change must go back as it came. */
class ChangingThingsTest {
    private static final String READ = "GET /v1/traits/101";
    private static final String WRITE = "PUT /v1/traits/101";
    private static final String TRAIT =
            "{'sid':101,'traitType':'ON_BOARDED_TRAIT','name':'VIP','dataSourceId':'5','folderId':7.0,'ttl':30,"
                    + "'comments':'keep','createTime':1000,'pid':9,'taxonomyTags':[{'a':[1,{'b':null}]}],'newIn2030':{'x':1}";

    private final RestBench bench = new RestBench();

    ChangingThingsTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void unknown_members_and_other_spellings_go_back_as_they_came() {
        bench.answers(READ, 200, TRAIT + "}").answers(WRITE, 200, TRAIT + "}");

        edit(trait -> TraitDraft.builder().from(trait).name("VIPs").build());

        assertThat(bench.bodies(WRITE)).containsExactly(RestBench.json(TRAIT.replace("'VIP'", "'VIPs'") + "}"));
    }

    /** Clients take these out: an object that was read with its counts would be refused. */
    @Test
    void counts_and_rights_are_not_sent_back() {
        bench.answers(READ, 200, TRAIT + ",'uniques7Day':3,'countLifetime':4,'permissions':['READ'],'inUse':true}")
                .answers(WRITE, 200, TRAIT + "}");

        edit(trait -> TraitDraft.builder().from(trait).name("VIPs").build());

        assertThat(bench.bodies(WRITE)).containsExactly(RestBench.json(TRAIT.replace("'VIP'", "'VIPs'") + "}"));
    }

    @Test
    void nothing_is_sent_when_nothing_is_different() {
        bench.answers(READ, 200, TRAIT + ",'uniques7Day':3}");

        Either<BridgeError, Trait> same =
                edit(trait -> TraitDraft.builder().from(trait).name("VIP").build());

        assertThat(same.get().name()).isEqualTo("VIP");
        assertThat(bench.lines()).containsExactly(READ);
    }

    @Test
    void what_is_taken_out_is_sent_as_null() {
        bench.answers(READ, 200, TRAIT + "}").answers(WRITE, 200, TRAIT + "}");

        edit(trait ->
                TraitDraft.builder().from(trait).comments(Optional.empty()).build());

        assertThat(bench.bodies(WRITE).get(0).get("comments").isNull()).isTrue();
    }

    @Test
    void an_empty_answer_is_read_again() {
        bench.answers(READ, 200, TRAIT + "}")
                .answers(READ, 200, TRAIT.replace("'VIP'", "'VIPs'") + "}")
                .answers(WRITE, 200, "");

        var changed =
                edit(trait -> TraitDraft.builder().from(trait).name("VIPs").build());

        assertThat(changed.get().name()).isEqualTo("VIPs");
    }

    @Test
    void what_is_not_there_cannot_be_changed() {
        BridgeError error = edit(trait -> trait).getLeft();

        assertThat(error).isInstanceOf(BridgeError.NotFound.class);
        assertThat(error.message()).contains("no trait 101");
    }

    @Test
    void a_change_that_breaks_a_limit_is_not_sent() {
        bench.answers(READ, 200, TRAIT + "}");

        BridgeError error = edit(trait -> TraitDraft.builder()
                        .from(trait)
                        .name("n".repeat(256))
                        .ttlDays(-1)
                        .build())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("name", "ttlDays");
        assertThat(bench.lines()).containsExactly(READ);
    }

    /** Golden case A12. */
    @Test
    void a_segment_is_paused_and_woken() {
        String segment = "{'sid':201,'name':'Gold','segmentRule':'101T','dataSourceId':5,'folderId':7,'status':'";
        bench.answers("GET /v1/segments/201", 200, segment + "ACTIVE'}")
                .answers("GET /v1/segments/201", 200, segment + "INACTIVE'}")
                .answers("PUT /v1/segments/201", 200, segment + "INACTIVE'}")
                .answers("PUT /v1/segments/201", 200, segment + "ACTIVE'}");

        bench.client.segments().edit(201, pausing(true), RestBench.OPTIONS);
        bench.client.segments().edit(201, pausing(false), RestBench.OPTIONS);

        assertThat(bench.bodies("PUT /v1/segments/201"))
                .containsExactly(RestBench.json(segment + "INACTIVE'}"), RestBench.json(segment + "ACTIVE'}"));
    }

    @Test
    void a_status_written_as_a_number_stays_one_when_something_else_changes() {
        String mapping = "{'mappingId':3,'sid':201,'traitType':'SEGMENT','elementStatus':1,'startDate':'2026-01-31',"
                + "'endDate':null,'priority':2,'traitAlias':'";
        bench.answers("GET /v1/destinations/9/mappings/3", 200, mapping + "old'}")
                .answers("PUT /v1/destinations/9/mappings/3", 200, mapping + "new'}");

        bench.client
                .destinations()
                .mappings(9)
                .edit(
                        3,
                        found -> MappingDraft.builder().from(found).alias("new").build(),
                        RestBench.OPTIONS);

        assertThat(bench.bodies("PUT /v1/destinations/9/mappings/3"))
                .containsExactly(RestBench.json(mapping + "new'}"));
    }

    @Test
    void switches_of_a_data_source_that_nobody_touched_are_not_invented() {
        String source =
                "{'dataSourceId':5,'name':'Campaign','idType':'CROSS_DEVICE','inboundS2S':'True','linkNamespace':true";
        bench.answers("GET /v1/datasources/5", 200, source + "}").answers("PUT /v1/datasources/5", 200, source + "}");

        bench.client
                .dataSources()
                .edit(
                        5,
                        found -> DataSourceDraft.builder()
                                .from(found)
                                .samplingEnabled(true)
                                .build(),
                        RestBench.OPTIONS);

        assertThat(bench.bodies("PUT /v1/datasources/5"))
                .containsExactly(RestBench.json(source + ",'samplingEnabled':true}"));
    }

    private Either<BridgeError, Trait> edit(UnaryOperator<TraitDraft> change) {
        return bench.client.traits().edit(101, change, RestBench.OPTIONS);
    }

    private static UnaryOperator<SegmentDraft> pausing(boolean paused) {
        return found -> SegmentDraft.builder().from(found).active(!paused).build();
    }
}
