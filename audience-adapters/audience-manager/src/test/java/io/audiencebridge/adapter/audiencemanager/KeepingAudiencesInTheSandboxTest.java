// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Audiences prepared and browsed against the sandbox, also when answers are lost. */
class KeepingAudiencesInTheSandboxTest {
    private final SandboxBench bench = new SandboxBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/traits", "/v1/segments", "/v1/destinations"})
    void an_answer_lost_while_preparing_leaves_one_of_everything(String path) {
        FaultMatch posts =
                FaultMatch.system("audienceManager").withMethod("POST").withPath(path);
        bench.sandbox.faults(FaultRule.once(posts, new FaultEffect.ResetAfter()));

        PreparedAudience first = bench.prepare("Gold", bench.declared());
        PreparedAudience second = bench.prepare("Gold", bench.declared());

        assertThat(second.audience()).isEqualTo(first.audience());
        assertThat(bench.sandbox.audienceManagerData().segments()).hasSize(1);
        assertThat(bench.sandbox.exchanges().stream()
                        .filter(exchange -> exchange.request().method().equals("POST")
                                && exchange.request().path().startsWith("/v1/")))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/traits", "/v1/segments", "/v1/destinations"})
    void a_run_that_died_while_preparing_goes_on_where_it_stood(String path) {
        FaultMatch posts =
                FaultMatch.system("audienceManager").withMethod("POST").withPath(path);
        bench.sandbox.faults(FaultRule.once(posts, new FaultEffect.Status(500)));

        var died = bench.writer()
                .prepare(new AudienceOrder(SandboxBench.CONNECTION, "Gold", bench.declared()), ScriptedApi.call());
        bench.prepare("Gold", bench.declared());

        assertThat(died.getLeft()).isInstanceOf(BridgeError.Unavailable.class);
        assertThat(bench.sandbox.audienceManagerData().segments()).hasSize(1);
    }

    @Test
    void what_was_shared_is_browsed_newest_first_page_by_page() {
        for (String title : List.of("Gold", "Silver", "Golden")) {
            bench.prepare(title, bench.declared());
            bench.sandbox.clock().advance(Duration.ofMinutes(1));
        }
        AudienceCatalog catalog = bench.connector.ability(AudienceCatalog.class).get();
        AudienceQuery query = AudienceQuery.builder()
                .connection(SandboxBench.CONNECTION)
                .pageSize(2)
                .build();

        var first = catalog.browse(query, ScriptedApi.call()).get();
        var second = catalog.browse(
                        AudienceQuery.builder().from(query).page(first.next()).build(), ScriptedApi.call())
                .get();
        var golden = catalog.browse(
                        AudienceQuery.builder().from(query).search("gold").build(), ScriptedApi.call())
                .get();

        assertThat(first.audiences().map(audience -> audience.title())).containsExactly("Golden", "Silver");
        assertThat(second.audiences().map(audience -> audience.title())).containsExactly("Gold");
        assertThat(second.next()).isEmpty();
        assertThat(golden.audiences().map(audience -> audience.title())).containsExactly("Golden", "Gold");
    }

    @Test
    void wrong_ids_are_told_at_once() {
        DataSource wrong = DataSource.builder()
                .from(bench.declared())
                .id(99)
                .mergeRuleDataSourceId(98)
                .destinationId(97)
                .build();

        var error = bench.writer()
                .prepare(new AudienceOrder(SandboxBench.CONNECTION, "Gold", wrong), ScriptedApi.call())
                .getLeft();

        assertThat(error.message()).contains("99", "98", "97");
        assertThat(bench.sandbox.audienceManagerData().segments()).isEmpty();
    }

    @Test
    void the_two_data_sources_of_campaign_are_not_taken_for_each_other() {
        DataSource swapped = DataSource.builder()
                .from(bench.visitor())
                .id(bench.sandbox.audienceManagerData().declaredDataSourceId())
                .build();

        var error = bench.writer()
                .prepare(new AudienceOrder(SandboxBench.CONNECTION, "Gold", swapped), ScriptedApi.call())
                .getLeft();

        assertThat(error.message()).contains("Cross-Device");
    }
}
