// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Finding;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.vavr.collection.Seq;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One precondition broken at a time, by the sandbox's control API alone: what blocks is that one, and nothing else. */
final class LookingAtPreconditionsTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void in_a_healthy_sharing_nothing_blocks_and_nothing_but_reads_is_sent(boolean declared) {
        try (PreconditionsBench bench = new PreconditionsBench(declared)) {
            int before = bench.bench.sandbox.exchanges().size();

            Seq<CheckOutcome> leaving = bench.look(Direction.EXPORT);
            Seq<CheckOutcome> coming = bench.look(Direction.IMPORT);

            assertThat(PreconditionsBench.blocking(leaving)).isEmpty();
            assertThat(PreconditionsBench.blocking(coming)).isEmpty();
            assertThat(leaving.appendAll(coming).filter(CheckOutcome.Met.class::isInstance))
                    .hasSizeGreaterThan(30);
            var sent = bench.bench.sandbox.exchanges();
            assertThat(sent.subList(before, sent.size()))
                    .filteredOn(exchange -> !exchange.system().equals("ims"))
                    .isNotEmpty()
                    .allMatch(exchange -> exchange.request().method().equals("GET"));
            assertThat(leaving.appendAll(coming).mkString())
                    .doesNotContain(PreconditionsBench.VISITORS)
                    .doesNotContain(PreconditionsBench.PERSONS);
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "audience-manager.1.4.data-source | IMPORT | {'amend':{'dataSources':[{'dataSourceId':13702,'set':{'status':'INACTIVE'}}]}}",
                "audience-manager.1.4.data-source | EXPORT | {'amend':{'dataSources':[{'dataSourceId':13702,'delete':true}]}}",
                "audience-manager.1.4.integration-code | EXPORT | {'amend':{'dataSources':[{'dataSourceId':13702,'set':{'integrationCode':'Another'}}]}}",
                "audience-manager.1.4.id-type | IMPORT | {'amend':{'dataSources':[{'dataSourceId':13702,'set':{'idType':'COOKIE'}}]}}",
                "audience-manager.1.4.authenticated-profile | EXPORT | {'amend':{'dataSources':[{'dataSourceId':13702,'set':{'supportsAuthenticatedProfile':false}}]}}",
                "audience-manager.1.6.segment | IMPORT | {'amend':{'segments':[{'name':'Gold','delete':true}]}}",
                "audience-manager.1.6.segment-active | IMPORT | {'amend':{'segments':[{'name':'Gold','set':{'status':'INACTIVE'}}]}}",
                "audience-manager.1.6.segment-active | EXPORT | {'amend':{'segments':[{'name':'Gold','set':{'status':'INACTIVE'}}]}}",
                "audience-manager.1.6.trait | IMPORT | {'amend':{'segments':[{'name':'Gold','set':{'segmentRule':'77T'}}]}}",
                "audience-manager.1.6.segment-rule | EXPORT | {'amend':{'segments':[{'name':'Gold','set':{'segmentRule':'77T OR 78T'}}]}}",
                "audience-manager.1.6.trait-type | EXPORT | {'amend':{'traits':[{'name':'Gold','set':{'traitType':'RULE_BASED_TRAIT'}}]}}",
                "audience-manager.4.4.trait-owner | EXPORT | {'amend':{'traits':[{'name':'Gold','set':{'dataSourceId':13701}}]}}",
                "audience-manager.1.6.title | EXPORT | {'amend':{'segments':[{'name':'Gold','set':{'integrationCode':'by hand'}}]}}",
                "audience-manager.1.7.merge-rule | IMPORT | {'amend':{'segments':[{'name':'Gold','set':{'mergeRuleDataSourceId':13704}}]}}",
                "audience-manager.1.7.merge-rule | IMPORT | {'amend':{'dataSources':[{'dataSourceId':13703,'set':{'crossDeviceDataSourceIds':[]}}]}}",
                "audience-manager.1.7.merge-rule | EXPORT | {'amend':{'dataSources':[{'dataSourceId':13703,'set':{'crossDeviceOption':'NO_CROSS_DEVICE'}}]}}",
                "audience-manager.1.6.destination | IMPORT | {'amend':{'destinations':[{'destinationId':20102,'set':{'status':'INACTIVE'}}]}}",
                "audience-manager.1.6.destination-type | IMPORT | {'amend':{'destinations':[{'destinationId':20102,'set':{'destinationType':'PUSH'}}]}}",
                "audience-manager.2.9.mapping | IMPORT | {'amend':{'mappings':[{'name':'Gold','destinationId':20102,'delete':true}]}}",
                "audience-manager.2.9.mapping-dates | IMPORT | {'amend':{'mappings':[{'name':'Gold','destinationId':20102,'set':{'endDate':'2020-01-31'}}]}}",
                "audience-manager.2.9.mapping-dates | IMPORT | {'amend':{'mappings':[{'name':'Gold','destinationId':20102,'set':{'startDate':'2099-01-31'}}]}}",
                "audience-manager.5.5.full | IMPORT | {'objects':[{'bucket':'aam-outbound','prefix':'','delete':true}]}",
            })
    void what_is_broken_blocks_and_nothing_else(String name, Direction direction, String json) {
        try (PreconditionsBench bench = new PreconditionsBench(true)) {
            bench.control("/seed", json);

            Seq<CheckOutcome> outcomes = bench.look(direction);

            assertThat(PreconditionsBench.blocking(outcomes)
                            .map(finding -> finding.precondition().name()))
                    .containsOnly(name);
            assertThat(PreconditionsBench.blocking(outcomes))
                    .allSatisfy(finding -> assertThat(Set.of(finding.seen(), finding.expected(), finding.remedy()))
                            .hasSize(3)
                            .noneMatch(String::isBlank));
        }
    }

    /** SEMANTICS S21: the trap bites declared ids only. */
    @Test
    void a_visitor_set_up_is_never_blamed_for_its_merge_rule() {
        try (PreconditionsBench bench = new PreconditionsBench(false)) {
            bench.control("/seed", "{'amend':{'segments':[{'name':'Gold','set':{'mergeRuleDataSourceId':13704}}]}}");

            Seq<CheckOutcome> outcomes = bench.look(Direction.IMPORT);

            assertThat(PreconditionsBench.blocking(outcomes)).isEmpty();
        }
    }

    @Test
    void rights_that_are_missing_are_one_finding_and_nothing_behind_them_is_blamed() {
        try (PreconditionsBench bench = new PreconditionsBench(true)) {
            bench.control("/settings", "{'audienceManager':{'rbac':true}}");

            Seq<Finding> blocking = PreconditionsBench.blocking(bench.look(Direction.IMPORT));

            assertThat(blocking.map(finding -> finding.precondition().name()))
                    .containsExactly("audience-manager.9.3.rights");
            assertThat(blocking.head().seen()).contains("data sources", "segments", "destinations");
        }
    }

    @Test
    void one_area_that_may_not_be_seen_is_one_finding_too() {
        try (PreconditionsBench bench = new PreconditionsBench(true)) {
            bench.control(
                    "/faults",
                    "[{'match':{'system':'audienceManager','path':'/v1/destinations'},'do':'status','with':{'status':403,'body':'{}'}}]");

            Seq<Finding> blocking = PreconditionsBench.blocking(bench.look(Direction.IMPORT));

            assertThat(blocking.map(finding -> finding.precondition().name()))
                    .containsExactly("audience-manager.9.3.rights");
            assertThat(blocking.head().seen()).endsWith("destinations");
        }
    }

    @Test
    void a_sign_in_that_is_refused_is_told_as_an_error_and_not_as_twenty_findings() {
        try (PreconditionsBench bench = new PreconditionsBench(true)) {
            bench.control(
                    "/faults",
                    "[{'match':{'system':'audienceManager'},'do':'status','with':{'status':401,'body':'{}'}}]");

            var answer = bench.ability().check(bench.order(Direction.IMPORT), ScriptedApi.call());

            assertThat(answer.getLeft()).isInstanceOf(BridgeError.AccessDenied.class);
        }
    }
}
