// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import static io.audiencebridge.adapter.campaign.Bench.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.ListBinding;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.sandbox.SandboxCampaign.SharedAudience;
import org.junit.jupiter.api.Test;

/** Lists that a shared audience fills. */
class BindingListsTest {
    private static final CallOptions STANDARD = CallOptions.standard();

    @Test
    void a_binding_that_the_console_made_is_read() {
        try (var bench = Bench.of(person("1"))) {
            var list = bench.addList("Gold", 1);
            bench.sandbox
                    .campaignData()
                    .bindList(list, new SharedAudience("Gold & more", "4798574", "defaultDataSource"));

            var binding = lists(bench).binding(list, STANDARD).get();

            assertThat(binding.get().audienceId()).isEqualTo("4798574");
            assertThat(binding.get().audience()).isEqualTo("Gold & more");
            assertThat(binding.get().dataSource()).isEqualTo(dataSource(bench, "defaultDataSource"));
        }
    }

    @Test
    void a_list_is_bound_again_to_the_same_audience_and_not_to_another() {
        try (var bench = Bench.of(person("1"))) {
            var list = bench.addList("Gold", 1);
            var binding = binding(bench, "4798574");

            lists(bench).bind(list, binding, STANDARD).get();
            var again = lists(bench).bind(list, binding, STANDARD);
            var other = lists(bench).bind(list, binding(bench, "4798575"), STANDARD);

            assertThat(again.isRight()).isTrue();
            assertThat(other.getLeft()).isInstanceOf(BridgeError.Conflict.class);
            assertThat(other.getLeft().message()).contains(list, "4798574", "end that binding first");
            assertThat(lists(bench).binding(list, STANDARD).get()).contains(binding);
        }
    }

    @Test
    void a_binding_ends_and_the_members_stay() {
        try (var bench = Bench.of(person("1"))) {
            var list = bench.addList("Gold", 1);
            lists(bench).bind(list, binding(bench, "4798574"), STANDARD).get();

            lists(bench).unbind(list, STANDARD).get();
            lists(bench).unbind(list, STANDARD).get();

            assertThat(lists(bench).binding(list, STANDARD).get()).isEmpty();
            assertThat(bench.memberIds(list)).containsExactly("1");
        }
    }

    @Test
    void what_names_no_audience_or_no_data_source_is_refused() {
        try (var bench = Bench.of(person("1"))) {
            var list = bench.addList("Gold", 1);
            var nameless = ListBinding.builder().audienceId("").dataSource("1").build();
            var wrong = ListBinding.builder()
                    .audienceId("4798574")
                    .dataSource("defaultDataSource")
                    .build();

            assertThat(lists(bench).bind(list, nameless, STANDARD).getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(lists(bench).bind(list, wrong, STANDARD).getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
        }
    }

    @Test
    void a_list_that_nothing_fills_has_no_binding() {
        try (var bench = Bench.of(person("1"))) {
            assertThat(lists(bench).binding(bench.addList("Gold"), STANDARD).get())
                    .isEmpty();
        }
    }

    private static ListBinding binding(Bench bench, String audience) {
        return ListBinding.builder()
                .audienceId(audience)
                .audience("Gold")
                .dataSource(dataSource(bench, "defaultDataSource"))
                .build();
    }

    private static String dataSource(Bench bench, String name) {
        return bench.sandbox.campaignData().records("nms:amcDataSource").stream()
                .filter(record -> name.equals(record.get("@name")))
                .map(record -> record.get("@id"))
                .findFirst()
                .orElseThrow();
    }

    private static CampaignLists lists(Bench bench) {
        return bench.ability(CampaignLists.class);
    }
}
