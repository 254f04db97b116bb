// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import io.audiencebridge.adapter.campaign.client.AmcDataSources;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.CampaignWorkflows;
import io.audiencebridge.adapter.campaign.client.ExternalAccounts;
import io.audiencebridge.adapter.campaign.client.Recipients;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.Optional;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers of one call, such as those that a proxy asks for, on every request that it makes. */
class CarryingHeadersTest {
    private static final String HEADER = "X-Proxy";

    static Named<?>[] calls() {
        return new Named<?>[] {
            of("members", (bench, list, options) -> {
                var members = bench.ability(CampaignLists.class).members(list, options);
                assertThat(Bench.rows(members)).hasSize(5);
                return members;
            }),
            of(
                    "replace",
                    (bench, list, options) ->
                            bench.ability(CampaignLists.class).replace(list, Recipients.of(5, 6), options)),
            of(
                    "find a workflow",
                    (bench, list, options) ->
                            bench.ability(CampaignWorkflows.class).find("importSharedAudience", options)),
            of(
                    "technical workflows",
                    (bench, list, options) ->
                            bench.ability(CampaignWorkflows.class).technical(options)),
            of(
                    "accounts",
                    (bench, list, options) ->
                            bench.ability(ExternalAccounts.class).all(options)),
            of(
                    "find an account",
                    (bench, list, options) ->
                            bench.ability(ExternalAccounts.class).find("importSharedAudience", options)),
            of(
                    "data sources",
                    (bench, list, options) ->
                            bench.ability(AmcDataSources.class).all(options)),
            of(
                    "find a data source",
                    (bench, list, options) ->
                            bench.ability(AmcDataSources.class).find("defaultDataSource", options))
        };
    }

    @ParameterizedTest
    @MethodSource("calls")
    void every_request_of_a_call_carries_its_headers(Called called) {
        try (var bench = Bench.ofMany(10, settings -> settings.pageSize(3))) {
            var list = bench.addList("Gold", 1, 2, 3, 4, 5);

            var outcome = called.call(
                    bench, list, CallOptions.builder().putHeaders(HEADER, "7").build());

            assertThat(outcome.isRight()).as("%s", outcome).isTrue();
            assertThat(bench.sandbox.exchanges())
                    .filteredOn(exchange -> !exchange.request()
                            .content()
                            .header("SOAPAction")
                            .orElse("")
                            .contains("Logon"))
                    .isNotEmpty()
                    .allMatch(exchange ->
                            exchange.request().content().header(HEADER).equals(Optional.of("7")));
        }
    }

    private static Named<Called> of(String name, Called called) {
        return named(name, called);
    }

    /** A call of one of the clients. */
    @FunctionalInterface
    interface Called {
        Either<BridgeError, ?> call(Bench bench, String list, CallOptions options);
    }
}
