// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists as a picker shows them. */
class BrowsingListsTest {
    @Test
    void lists_come_newest_first_page_by_page_with_their_sizes() {
        try (var bench = Bench.of(person("1"), person("2"))) {
            var data = bench.sandbox.campaignData();
            var silver = data.addList("Silver", List.of("1"));
            var gold = data.addList("Gold", List.of("1", "2"));
            var catalog = bench.ability(AudienceCatalog.class);

            var first =
                    catalog.browse(query().pageSize(2).build(), Bench.call()).get();
            var second = catalog.browse(query().pageSize(2).page(first.next()).build(), Bench.call())
                    .get();

            assertThat(first.audiences())
                    .map(BrowsingListsTest::told)
                    .containsExactly(gold + " Gold 2", silver + " Silver 1");
            assertThat(second.audiences())
                    .map(BrowsingListsTest::told)
                    .containsExactly(data.allRecipientsList() + " All recipients 2");
            assertThat(second.next()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"50% O'Neil", "o'ne", "_x", "$(folder)", "\\", "]]>&<"})
    void a_search_takes_its_text_literally_and_ignores_case(String text) {
        try (var bench = Bench.of(person("1"))) {
            var wanted = bench.sandbox.campaignData().addList("50% o'NEIL _X $(FOLDER) \\ ]]>&<", List.of());
            bench.sandbox.campaignData().addList("500 ONeil x a(folder)", List.of());

            var found = bench.ability(AudienceCatalog.class)
                    .browse(query().search(text).build(), Bench.call())
                    .get();

            assertThat(found.audiences()).map(list -> list.ref().id()).containsExactly(wanted);
        }
    }

    @Test
    void a_page_that_lost_lists_to_the_search_still_names_the_next_one() {
        try (var bench = Bench.of(person("1"))) {
            var wanted = bench.sandbox.campaignData().addList("Muse", List.of());
            bench.sandbox.campaignData().addList("Muse 1", List.of());
            bench.sandbox.campaignData().addList("Muse 2", List.of());
            // as a server would find them that takes some letters for equal
            bench.sandbox.faults(FaultRule.once(
                    FaultMatch.system("campaign").withSoapAction("ExecuteQuery"),
                    new FaultEffect.Rewrite("Muse ([12])", "Mu\u00dfe $1")));
            var catalog = bench.ability(AudienceCatalog.class);

            var first = catalog.browse(query().search("muse").pageSize(2).build(), Bench.call())
                    .get();
            var second = catalog.browse(
                            query().search("muse")
                                    .pageSize(2)
                                    .page(first.next())
                                    .build(),
                            Bench.call())
                    .get();

            assertThat(first.audiences()).isEmpty();
            assertThat(second.audiences()).map(list -> list.ref().id()).containsExactly(wanted);
        }
    }

    @Test
    void a_list_is_found_by_its_id_and_by_its_internal_name() {
        try (var bench = Bench.of(person("1"))) {
            var id = bench.sandbox.campaignData().addList("Gold", List.of("1"));
            var name = bench.sandbox.campaignData().lists().stream()
                    .filter(list -> list.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .name();
            var catalog = bench.ability(AudienceCatalog.class);

            assertThat(told(catalog.find(Bench.list(id), Bench.call()).get())).isEqualTo(id + " Gold 1");
            assertThat(told(catalog.find(Bench.list(name), Bench.call()).get())).isEqualTo(id + " Gold 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x' OR 1=1 --", "\\", "12 or @id > 0", "", " LST1"})
    void what_can_be_no_lists_id_is_refused_without_a_call(String id) {
        try (var bench = Bench.of(person("1"))) {
            assertThat(bench.ability(AudienceCatalog.class)
                            .find(Bench.list(id), Bench.call())
                            .getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(bench.sandbox.exchanges()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "LST-NONE", "00000000-0000-0000-0000-000000000000"})
    void a_list_that_is_not_there_is_not_found(String id) {
        try (var bench = Bench.of(person("1"))) {
            assertThat(bench.ability(AudienceCatalog.class)
                            .find(Bench.list(id), Bench.call())
                            .getLeft())
                    .isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @Test
    void a_page_that_no_page_named_is_refused_without_a_call() {
        try (var bench = Bench.of(person("1"))) {
            var outcome = bench.ability(AudienceCatalog.class)
                    .browse(query().page("1 OR 1=1").build(), Bench.call());

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(bench.sandbox.exchanges()).isEmpty();
        }
    }

    private static AudienceQuery.Builder query() {
        return AudienceQuery.builder().connection(Bench.CAMPAIGN);
    }

    private static String told(Audience list) {
        return list.ref().id() + " " + list.title() + " "
                + list.details().size().orElse(-1);
    }
}
