// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.CampaignList.Kind;
import io.audiencebridge.adapter.campaign.client.CampaignList.State;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.ListDraft;
import io.audiencebridge.adapter.campaign.client.ListEdit;
import io.audiencebridge.adapter.campaign.client.ListFolder;
import io.audiencebridge.adapter.campaign.client.ListQuery;
import io.audiencebridge.adapter.campaign.client.Recipients;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultMatch;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.SandboxList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders and lists, as a program works with them. */
class WorkingWithListsTest {
    private static final CallOptions STANDARD = CallOptions.standard();
    private static final String LISTS = "/Profiles and Targets/Lists/";

    @Test
    void folders_come_as_a_tree_by_their_paths() {
        try (var bench = Bench.of(person("1"))) {
            var sales = folder(bench, "Sales", LISTS + "Sales/");
            var autumn = folder(bench, "Autumn", LISTS + "Sales/Autumn/");
            folder(bench, "Sales 2", LISTS + "Sales 2/");

            var folders = lists(bench).folders(STANDARD).get();

            assertThat(folders.map(ListFolder::path))
                    .containsExactly(LISTS, LISTS + "Sales 2/", LISTS + "Sales/", LISTS + "Sales/Autumn/");
            assertThat(folders.head().parent()).isEmpty();
            assertThat(folders.find(one -> one.id().equals(autumn)).get().parent())
                    .contains(sales);
            assertThat(folders.find(one -> one.id().equals(sales)).get().parent())
                    .contains(folders.head().id());
        }
    }

    @Test
    void lists_are_browsed_by_folder_with_or_without_those_below() {
        try (var bench = Bench.of(person("1"))) {
            var sales = folder(bench, "Sales", LISTS + "Sales/");
            var autumn = folder(bench, "Autumn", LISTS + "Sales/Autumn/");
            var one = in(bench, sales, "One");
            var two = in(bench, autumn, "Two");
            var inSales = ListQuery.builder().folder(sales);

            var here = lists(bench).browse(inSales.build(), STANDARD).get();
            var below = lists(bench)
                    .browse(inSales.subfolders(true).build(), STANDARD)
                    .get();
            var nowhere = lists(bench).browse(ListQuery.builder().folder("none").build(), STANDARD);

            assertThat(here.lists().map(CampaignList::id)).containsExactly(one);
            assertThat(here.lists().head().folder()).isEqualTo("Sales");
            assertThat(below.lists().map(CampaignList::id)).containsExactly(two, one);
            assertThat(nowhere.getLeft()).isInstanceOf(BridgeError.NotFound.class);
        }
    }

    @Test
    void pages_follow_each_other_and_sizes_are_counted_on_demand() {
        try (var bench = Bench.of(person("1"), person("2"))) {
            var silver = bench.addList("Silver", 1);
            var gold = bench.addList("Gold", 1, 2);
            var query = ListQuery.builder().pageSize(2).sizes(true);

            var first = lists(bench).browse(query.build(), STANDARD).get();
            var second = lists(bench)
                    .browse(query.page(first.next()).build(), STANDARD)
                    .get();

            assertThat(first.lists().map(list -> list.id() + " " + list.size().getAsLong()))
                    .containsExactly(gold + " 2", silver + " 1");
            assertThat(second.lists().map(CampaignList::label)).containsExactly("All recipients");
            assertThat(second.next()).isEmpty();
            assertThat(lists(bench)
                            .browse(ListQuery.all(), STANDARD)
                            .get()
                            .lists()
                            .filter(list -> list.size().isPresent()))
                    .isEmpty();
        }
    }

    @Test
    void kind_and_state_of_a_list_are_told() {
        try (var bench = Bench.of(person("1"))) {
            var data = bench.sandbox.campaignData();
            var own = data.addOwnTableList("Query", List.of("1"));
            var template = save(bench, Map.of("@label", "Template", "@type", "3"));
            var old = save(bench, Map.of("@label", "Old", "@expirationDate", "2001-01-01 00:00:00.000Z"));
            var deleted = save(bench, Map.of("@label", "Deleted", "@deleteStatus", "2"));

            var shown = lists(bench).browse(ListQuery.all(), STANDARD).get().lists();
            var all = lists(bench)
                    .browse(ListQuery.builder().deleted(true).build(), STANDARD)
                    .get()
                    .lists();

            assertThat(told(shown)).contains(own + " OWN_TABLE PRESENT", template + " TEMPLATE PRESENT");
            assertThat(told(shown)).contains(old + " RECIPIENTS EXPIRED").noneMatch(line -> line.startsWith(deleted));
            assertThat(told(all)).contains(deleted + " RECIPIENTS DELETED");
        }
    }

    @Test
    void what_cannot_be_read_or_written_is_refused_with_the_reason() {
        try (var bench = Bench.of(person("1"))) {
            var lists = lists(bench);
            var own = bench.sandbox.campaignData().addOwnTableList("Query", List.of("1"));
            var template = save(bench, Map.of("@label", "Template", "@type", "3"));
            var old = save(bench, Map.of("@label", "Old", "@expirationDate", "2001-01-01 00:00:00.000Z"));
            var deleted = save(bench, Map.of("@label", "Deleted", "@deleteStatus", "2"));

            assertThat(lists.members(template, STANDARD).getLeft().message()).contains("TEMPLATE");
            assertThat(lists.add(own, Recipients.of(1), STANDARD).getLeft().message())
                    .contains("only a workflow");
            assertThat(lists.replace(old, Recipients.of(1), STANDARD).getLeft().message())
                    .contains("expired at 2001-01-01");
            assertThat(lists.members(deleted, STANDARD).getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(lists.find(deleted, STANDARD).get().state()).isEqualTo(State.DELETED);
        }
    }

    @Test
    void a_list_with_a_table_of_its_own_is_read_like_any_other() {
        try (var bench = Bench.of(List.of(person("1"), person("2"), person("3")), settings -> settings.pageSize(2))) {
            var own = bench.sandbox.campaignData().addOwnTableList("Query", List.of("3", "1"));

            var found = lists(bench).find(own, STANDARD).get();

            assertThat(found.kind()).isEqualTo(Kind.OWN_TABLE);
            assertThat(found.size()).hasValue(2);
            assertThat(Bench.rows(lists(bench).members(own, STANDARD))).containsExactly("1:-", "3:-");
            assertThat(bench.members(Bench.list(own))).containsExactly("1:-", "3:-");
            assertThat(Bench.rows(bench.ability(KeyReader.class).keysOf(Bench.list(own), Bench.DECLARED, Bench.call())))
                    .containsExactly("1:CRM-1", "3:CRM-3");
            assertThat(bench.ability(AudienceCatalog.class)
                            .find(Bench.list(own), Bench.call())
                            .get()
                            .details()
                            .size())
                    .hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x' OR 1=1 --", "Gold & \"good\" <o'ne>", "]]>", "$(folder)", "\\", "Ü 😀", "a\nb\tc"})
    void a_list_is_created_with_whatever_label(String label) {
        try (var bench = Bench.of(person("1"))) {
            var draft = ListDraft.builder()
                    .label(label)
                    .name("LST_own")
                    .description(label)
                    .build();

            var created = lists(bench).create(draft, STANDARD).get();

            assertThat(created.label()).isEqualTo(label);
            assertThat(created.name()).isEqualTo("LST_own");
            assertThat(created.description()).isEqualTo(label.strip());
            assertThat(lists(bench).find("LST_own", STANDARD).get().id()).isEqualTo(created.id());
        }
    }

    @Test
    void a_label_that_xml_cannot_carry_is_refused_before_anything_is_sent() {
        try (var bench = Bench.of(person("1"))) {
            var outcome = lists(bench).create(ListDraft.labelled("Gold\u0000"), STANDARD);

            assertThat(outcome.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(bench.calls("NewInstance")).isZero();
        }
    }

    @Test
    void a_list_is_created_in_the_folder_named() {
        try (var bench = Bench.of(person("1"))) {
            var sales = folder(bench, "Sales", LISTS + "Sales/");

            var byId = lists(bench)
                    .create(ListDraft.builder().label("A").folder(sales).build(), STANDARD)
                    .get();
            var byName = lists(bench)
                    .create(ListDraft.builder().label("B").folder("nmsGroup").build(), STANDARD)
                    .get();
            var nowhere = lists(bench)
                    .create(ListDraft.builder().label("C").folder("none").build(), STANDARD);

            assertThat(byId.folder()).isEqualTo("Sales");
            assertThat(byName.folder()).isEqualTo("Lists");
            assertThat(nowhere.getLeft()).isInstanceOf(BridgeError.NotFound.class);
            assertThat(labels(bench)).doesNotContain("C");
        }
    }

    @Test
    void an_internal_name_that_is_taken_is_a_conflict() {
        try (var bench = Bench.of(person("1"))) {
            var draft = ListDraft.builder().label("Gold").name("gold").build();
            lists(bench).create(draft, STANDARD).get();

            var again = lists(bench).create(draft, STANDARD);

            assertThat(again.getLeft()).isInstanceOf(BridgeError.Conflict.class);
            assertThat(again.getLeft().message()).contains("'gold'");
            assertThat(labels(bench)).containsOnlyOnce("Gold");
        }
    }

    @Test
    void a_creation_whose_answer_was_lost_is_found_by_its_id() {
        try (var bench = Bench.of(person("1"))) {
            bench.addList("Gold");
            bench.sandbox.faults(FaultRule.once(
                    FaultMatch.system("campaign").withSoapAction("xtk:persist#Write"), new FaultEffect.ResetAfter()));

            var created =
                    lists(bench).create(ListDraft.labelled("Gold"), STANDARD).get();

            assertThat(labels(bench).stream().filter("Gold"::equals)).hasSize(2);
            assertThat(created.id())
                    .isEqualTo(bench.sandbox.campaignData().lists().get(2).id());
        }
    }

    @Test
    void a_list_is_renamed_described_and_moved() {
        try (var bench = Bench.of(person("1"))) {
            var sales = folder(bench, "Sales", LISTS + "Sales/");
            var list = bench.addList("Gold", 1);
            var edit = ListEdit.builder()
                    .label("Silver <&>")
                    .description("Best customers")
                    .folder(sales)
                    .build();

            var edited = lists(bench).edit(list, edit, STANDARD).get();

            assertThat(edited.label()).isEqualTo("Silver <&>");
            assertThat(edited.description()).isEqualTo("Best customers");
            assertThat(edited.folder()).isEqualTo("Sales");
            assertThat(edited.size()).hasValue(1);
            assertThat(lists(bench)
                            .edit(list, ListEdit.builder().label(" ").build(), STANDARD)
                            .getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "99999999999999999999", "-9223372036854775809", "x' OR 1=1 --", ""})
    void an_id_out_of_range_or_out_of_sense_is_refused_without_a_call(String id) {
        try (var bench = Bench.of(person("1"))) {
            assertThat(lists(bench).find(id, STANDARD).getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(lists(bench).add(id, Recipients.of(1), STANDARD).getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(bench.sandbox.exchanges()).isEmpty();
        }
    }

    @Test
    void the_headers_of_a_call_go_with_all_of_its_requests() {
        try (var bench = Bench.of(person("1"))) {
            var list = bench.addList("Gold");
            var options = CallOptions.builder().putHeaders("X-Proxy-Key", "k7").build();

            lists(bench).replace(list, Recipients.of(1), options).get();

            assertThat(bench.sandbox.exchanges())
                    .filteredOn(exchange -> exchange.request()
                            .content()
                            .header("SOAPAction")
                            .orElse("")
                            .matches(".*(ExecuteQuery|Collection).*"))
                    .isNotEmpty()
                    .allMatch(exchange ->
                            exchange.request().content().header("X-Proxy-Key").isPresent());
        }
    }

    private static CampaignLists lists(Bench bench) {
        return bench.ability(CampaignLists.class);
    }

    private static String folder(Bench bench, String label, String path) {
        return bench.sandbox
                .campaignData()
                .save("xtk:folder", Map.of("@label", label, "@fullName", path, "@model", "nmsGroup"));
    }

    private static String in(Bench bench, String folder, String label) {
        return lists(bench)
                .create(ListDraft.builder().label(label).folder(folder).build(), STANDARD)
                .get()
                .id();
    }

    private static String save(Bench bench, Map<String, String> columns) {
        return bench.sandbox.campaignData().save("nms:group", columns);
    }

    private static List<String> labels(Bench bench) {
        return bench.sandbox.campaignData().lists().stream()
                .map(SandboxList::label)
                .toList();
    }

    private static List<String> told(io.vavr.collection.Seq<CampaignList> lists) {
        return lists.map(list -> list.id() + " " + list.kind() + " " + list.state())
                .asJava();
    }
}
