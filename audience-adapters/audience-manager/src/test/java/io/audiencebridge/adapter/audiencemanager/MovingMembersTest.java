// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.vavr.control.Either;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingMembersTest {
    private static final AudienceRef SEGMENT = ConnectorBench.segment("201");
    private final ConnectorBench bench = new ConnectorBench();

    MovingMembersTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    /** SEMANTICS S16: leaving asks for the same trait as entering. */
    @Test
    void removing_members_asks_for_the_trait_as_adding_does() {
        bench.withSegment("'segmentRule':'102T'");

        assertThat(open(Change.REMOVE).message()).isEqualTo(open(Change.ADD).message());
        assertThat(open(Change.REMOVE).message()).contains("Trait 102 of segment 201 does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'segmentRule':'(101T) AND NOT (102T)' ; is not one onboarded trait alone",
                "'segmentRule':'102T' ; Trait 102 of segment 201 does not exist",
                "'segmentRule':'103T' ; its trait 103 is no onboarded trait",
                "'segmentRule':'104T' ; its trait 104 belongs to data source 6, not to 5"
            },
            quoteCharacter = '~')
    void a_segment_that_a_file_cannot_fill_is_refused_with_what_to_do(String members, String reason) {
        bench.withSegment(members.strip());
        bench.api
                .answers(
                        "GET /v1/traits/103",
                        200,
                        "{'sid':103,'traitType':'RULE_BASED_TRAIT','dataSourceId':5,'createTime':1}")
                .answers(
                        "GET /v1/traits/104",
                        200,
                        "{'sid':104,'traitType':'ON_BOARDED_TRAIT','dataSourceId':6,'createTime':1}");

        assertThat(open(Change.ADD).message()).contains(reason).contains("another title");
    }

    @Test
    void a_share_without_a_partner_folder_says_which_setting_is_missing() {
        var settings = AudienceManagerSettings.builder().uri(bench.api.uri()).build();
        var context = new TestContext(Either.right(new TestTokens()), Map.of(), () -> ConnectorBench.NOON);
        try (var connector =
                new AudienceManagerConnectorFactory().connect(settings, context).get()) {
            BridgeError error = connector
                    .ability(MemberWriter.class)
                    .get()
                    .prepare(ConnectorBench.order(ConnectorBench.DECLARED), ScriptedApi.call())
                    .getLeft();

            assertThat(error.message()).startsWith("audienceManager.partner:");
            assertThat(bench.api.lines()).isEmpty();
        }
    }

    @Test
    void members_of_a_segment_that_goes_nowhere_cannot_be_read() {
        bench.withSegment("'segmentRule':'101T'");

        BridgeError error = bench.ability(MemberReader.class)
                .members(SEGMENT, ConnectorBench.DECLARED, ScriptedApi.call())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("Segment 201 is not mapped to destination 9");
    }

    @Test
    void members_cannot_be_read_without_a_destination() {
        BridgeError error = bench.ability(MemberReader.class)
                .members(SEGMENT, DataSource.visitor(5), ScriptedApi.call())
                .getLeft();

        assertThat(error.message()).startsWith("dataSource.destinationId:");
        assertThat(bench.api.lines()).isEmpty();
    }

    @Test
    void members_of_a_deleted_segment_are_not_found() {
        BridgeError error = bench.ability(MemberReader.class)
                .members(SEGMENT, ConnectorBench.DECLARED, ScriptedApi.call())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.NotFound.class);
    }

    private BridgeError open(Change change) {
        WriteOrder order = WriteOrder.builder()
                .audience(SEGMENT)
                .dataSource(ConnectorBench.DECLARED)
                .change(change)
                .stamp(ConnectorBench.NOON)
                .build();
        return bench.ability(MemberWriter.class).open(order, ScriptedApi.call()).getLeft();
    }
}
