// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.IdPairSink;
import io.audiencebridge.domain.spi.connector.IdSyncWrite;
import io.audiencebridge.domain.spi.connector.IdSyncs;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a mapping of visitor ids and declared ids is good for: audiences of the one reach the other. */
final class MappingIdsInBulkTest {
    private static final String ANN = "20265673158980419722735089753036633573";
    private static final String BOB = "08382830887934830189014177072406221371";

    private final SandboxBench bench = new SandboxBench();
    private final DataSource visitors = bench.visitor();
    private final DataSource customers = bench.declared();
    private final IdSyncs syncs = bench.connector.ability(IdSyncs.class).get();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void the_file_names_visitors_first_and_holds_the_ids_as_they_are() {
        Instant stamp = Instant.parse("2026-11-24T12:00:00Z");

        WriteSummary written = map(visitors, customers, stamp, List.of(ANN, BOB), List.of("R1", "a%2Bb"));

        assertThat(written.files())
                .containsExactly(bench.sandbox.audienceManagerData().partnerName() + "/date=2026-11-24/adobe_id_"
                        + visitors.id() + "_" + customers.id() + "_" + stamp.getEpochSecond() + ".sync.gz");
        assertThat(written.rows()).isEqualTo(2);
    }

    @Test
    void a_share_by_declared_id_reaches_the_visitors_mapped() {
        map(visitors, customers, now(), List.of(ANN, BOB), List.of("R1", "R2"));
        AudienceRef gold = live("Gold", customers);

        bench.add(gold, customers, List.of("R1"));
        bench.sandbox.clock().advance(Duration.ofDays(2));

        assertThat(members(gold, visitors)).containsExactly(ANN);
    }

    @Test
    void a_share_by_visitor_id_reaches_the_persons_mapped() {
        map(visitors, customers, now(), List.of(ANN, BOB), List.of("R1", "R2"));
        DataSource merged = DataSource.builder()
                .from(visitors)
                .mergeRuleDataSourceId(bench.sandbox.audienceManagerData().mergeRuleDataSourceId())
                .build();
        AudienceRef gold = live("Gold", merged);

        bench.add(gold, merged, List.of(BOB));
        bench.sandbox.clock().advance(Duration.ofDays(2));

        assertThat(members(gold, customers)).containsExactly("R2");
    }

    @Test
    void without_the_mapping_neither_reaches_the_other() {
        AudienceRef gold = live("Gold", visitors);

        bench.add(gold, visitors, List.of(BOB));
        bench.sandbox.clock().advance(Duration.ofDays(2));

        assertThat(members(gold, customers)).isEmpty();
    }

    @Test
    void plain_addresses_and_data_sources_that_are_none_are_told_together() {
        DataSource addresses = DataSource.builder()
                .id(0)
                .key(Declared.builder().field("email").content(KeyContent.EMAIL).build())
                .build();

        BridgeError error = syncs.open(
                        new IdSyncWrite(DataSource.visitor(20914), addresses, now().plusNanos(1)), ScriptedApi.call())
                .getLeft();

        assertThat(error.message())
                .contains("visitors.id", "20914", "declared.id", "declared.key.wire", "S18", "stamp", "whole second");
    }

    private WriteSummary map(
            DataSource first, DataSource second, Instant stamp, List<String> visitorIds, List<String> ids) {
        IdPairSink sink = syncs.open(new IdSyncWrite(first, second, stamp), ScriptedApi.call())
                .get();
        sink.accept(keys(visitorIds), keys(ids)).get();
        return sink.finish().get();
    }

    private AudienceRef live(String title, DataSource dataSource) {
        AudienceRef audience = bench.prepare(title, dataSource).audience();
        bench.sandbox.clock().advance(Duration.ofHours(5));
        return audience;
    }

    private List<String> members(AudienceRef audience, DataSource dataSource) {
        return bench.sandbox.audienceManagerData().members(audience.id(), dataSource.id());
    }

    private Instant now() {
        return bench.sandbox.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static TextKeys keys(List<String> keys) {
        TextKeysBuilder batch = new TextKeysBuilder();
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            batch.key(text, 0, text.length, (byte) 0);
        }
        return batch.build();
    }
}
