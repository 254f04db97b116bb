// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole journeys over sockets: audience created, members in by a file, members out by a file. */
class JourneyThroughTheSandboxTest {
    private static final List<String> VISITORS =
            List.of("00000000000000000000000000000000000017", "12345678901234567890123456789012345678");
    private static final List<String> PERSONS = List.of("CRM-00000001", "CRM-00000002", "crm-00000002");

    private final SandboxBench bench = new SandboxBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void visitors_that_were_shared_come_back() {
        travel(bench.visitor(), VISITORS);
    }

    @Test
    void declared_persons_that_were_shared_come_back() {
        travel(bench.declared(), PERSONS);
    }

    /** SEMANTICS S1. */
    @Test
    void audiences_of_one_destination_are_kept_apart() {
        DataSource dataSource = bench.declared();
        AudienceRef gold = bench.prepare("Gold", dataSource).audience();
        AudienceRef silver = bench.prepare("Silver", dataSource).audience();
        AudienceRef empty = bench.prepare("Empty", dataSource).audience();
        bench.sandbox.clock().advance(Duration.ofHours(4));

        bench.add(gold, dataSource, List.of("CRM-1", "CRM-2"));
        bench.add(silver, dataSource, List.of("CRM-2", "CRM-3"));
        bench.sandbox.clock().advance(Duration.ofDays(2));

        assertThat(SandboxBench.keys(bench.members(gold, dataSource))).containsExactlyInAnyOrder("CRM-1", "CRM-2");
        assertThat(SandboxBench.keys(bench.members(silver, dataSource))).containsExactlyInAnyOrder("CRM-2", "CRM-3");
        assertThat(SandboxBench.keys(bench.members(empty, dataSource))).isEmpty();
    }

    @Test
    void a_second_share_adds_to_the_first() {
        DataSource dataSource = bench.visitor();
        AudienceRef gold = bench.prepare("Gold", dataSource).audience();
        bench.sandbox.clock().advance(Duration.ofHours(4));

        bench.add(gold, dataSource, VISITORS.subList(0, 1));
        bench.sandbox.clock().advance(Duration.ofDays(2));
        bench.add(bench.prepare("Gold", dataSource).audience(), dataSource, VISITORS.subList(1, 2));
        bench.sandbox.clock().advance(Duration.ofDays(2));

        assertThat(SandboxBench.keys(bench.members(gold, dataSource))).containsExactlyInAnyOrderElementsOf(VISITORS);
    }

    private void travel(DataSource dataSource, List<String> keys) {
        PreparedAudience early = bench.prepare("Gold", dataSource);
        bench.sandbox.clock().advance(Duration.ofHours(4));
        PreparedAudience prepared = bench.prepare("Gold", dataSource);
        MemberFeed before = bench.members(prepared.audience(), dataSource);

        var written = bench.add(prepared.audience(), dataSource, keys);
        bench.sandbox.clock().advance(Duration.ofDays(2));

        assertThat(early.notBefore()).isPresent();
        assertThat(prepared.audience()).isEqualTo(early.audience());
        assertThat(prepared.notBefore()).isEmpty();
        assertThat(prepared.timeToLive()).isEmpty();
        assertThat(before).isInstanceOf(MemberFeed.NotYet.class);
        assertThat(written.rows()).isEqualTo(keys.size());
        assertThat(bench.sandbox
                        .audienceManagerData()
                        .members(prepared.audience().id(), dataSource.id()))
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(SandboxBench.keys(bench.members(prepared.audience(), dataSource)))
                .containsExactlyInAnyOrderElementsOf(keys);
    }
}
