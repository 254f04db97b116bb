// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.InboundFileStatus;
import io.audiencebridge.adapter.audiencemanager.client.OutboundFileStatus;
import io.audiencebridge.adapter.audiencemanager.client.Period;
import io.audiencebridge.domain.error.BridgeError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingHistoriesTest {
    private static final String INBOUND = "GET /v1/datasources/5/history/inbound";
    private static final String OUTBOUND = "GET /v1/destinations/9/history/outbound";
    private static final Period DAY = Period.endingAt(Instant.ofEpochMilli(172_800_000), Duration.ofDays(1));

    private final RestBench bench = new RestBench();

    ReadingHistoriesTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    /** Nobody has written the names down: the proposal of the protocol page, and the labels of receipt mail and report in other forms. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'dataFileName':'a.sync','receivedRecords':10,'storedRecords':6,'formatErrors':1,'invalidAamIds':0,'noMatchingAamIds':2,'noTraitRealized':1,'startTime':1000,'endTime':2000}",
                "{'Data Sync File Name':'a.sync','Records received':'10','Stored Records':'6','Format Errors':'1','Invalid AAM ID':'0','No Matching AAM ID':'2','No Trait Realized':'1','Job start time':'1970-01-01 00:00:01','Job end time':'1970-01-01 00:00:02'}",
                "{'data_file_name':'a.sync','records_received':10.0,'records_stored':6,'format_error':1,'invalid_aam_id':0,'no_matching_aam_id':2,'no_traits_realized':1,'job_start_time':'1970-01-01T00:00:01Z','job_end_time':2000}"
            })
    void counts_are_read_in_every_likely_spelling(String item) {
        bench.answers(INBOUND, 200, "[" + item + "]");

        InboundFileStatus status = bench.client
                .dataSources()
                .inboundHistory(5, DAY, RestBench.OPTIONS)
                .get()
                .head();

        assertThat(status.fileName()).isEqualTo("a.sync");
        assertThat(status.received()).hasValue(10);
        assertThat(status.stored()).hasValue(6);
        assertThat(status.formatErrors()).hasValue(1);
        assertThat(status.invalidAamIds()).hasValue(0);
        assertThat(status.noMatchingAamIds()).hasValue(2);
        assertThat(status.noTraitRealized()).hasValue(1);
        assertThat(status.started()).contains(Instant.ofEpochSecond(1));
        assertThat(status.ended()).contains(Instant.ofEpochSecond(2));
        assertThat(bench.queries(INBOUND)).containsExactly("startDate=86400000&endDate=172800000");
    }

    @Test
    void what_an_answer_does_not_say_is_empty_and_never_zero() {
        bench.answers(INBOUND, 200, "{'total':1,'page':0,'pageSize':10,'list':[{'novel':'form'}]}");

        InboundFileStatus status = bench.client
                .dataSources()
                .inboundHistory(5, DAY, RestBench.OPTIONS)
                .get()
                .head();

        assertThat(status.fileName()).isEmpty();
        assertThat(status.received()).isEmpty();
        assertThat(status.stored()).isEmpty();
        assertThat(status.started()).isEmpty();
    }

    /** A server that does not know the filter must not pass another file's counts off as this one's. */
    @Test
    void only_the_file_asked_for_is_told_and_its_lines_cannot_be_printed() {
        bench.answers(
                INBOUND,
                200,
                "[{'dataFileName':'b.sync'},{'dataFileName':'a.sync','samples':[{'errorType':'FORMAT','line':'anna@example.com'}]}]");

        var found = bench.client
                .dataSources()
                .inboundSamples(5, DAY, "a.sync", RestBench.OPTIONS)
                .get();

        assertThat(found).singleElement().satisfies(status -> {
            assertThat(status.samples())
                    .singleElement()
                    .satisfies(sample -> assertThat(sample.line()).isEqualTo("anna@example.com"));
            assertThat(status.toString()).doesNotContain("anna");
        });
        assertThat(bench.queries(INBOUND))
                .containsExactly(
                        "startDate=86400000&endDate=172800000&dataFileName=a.sync&includeSamplingDetails=true");
    }

    @Test
    void an_outbound_file_is_read_as_the_user_interface_reads_it() {
        bench.answers(
                OUTBOUND,
                200,
                "[{'pushID':1,'orderID':9,'dataProviderID':5,'syncType':'CUSTOMER','fullPublish':true,'receivedRecords':10,'attemptedRecords':9,'successRecords':8,'startTime':1000,'endTime':2000,'dataFileName':'ftp_655_269_iter_1337229891903.sync','success':true}]");

        OutboundFileStatus status = bench.client
                .destinations()
                .outboundHistory(9, DAY, RestBench.OPTIONS)
                .get()
                .head();

        assertThat(status.fileName()).isEqualTo("ftp_655_269_iter_1337229891903.sync");
        assertThat(status.destinationId()).hasValue(9);
        assertThat(status.dataSourceId()).hasValue(5);
        assertThat(status.full()).contains(true);
        assertThat(status.received()).hasValue(10);
        assertThat(status.attempted()).hasValue(9);
        assertThat(status.succeeded()).hasValue(8);
        assertThat(status.delivered()).contains(true);
        assertThat(status.ended()).contains(Instant.ofEpochSecond(2));
    }

    @Test
    void no_such_data_source_is_told() {
        assertThat(bench.client
                        .dataSources()
                        .inboundHistory(5, DAY, RestBench.OPTIONS)
                        .getLeft())
                .isInstanceOf(BridgeError.NotFound.class);
    }
}
