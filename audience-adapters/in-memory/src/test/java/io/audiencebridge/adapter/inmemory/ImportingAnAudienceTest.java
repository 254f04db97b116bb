// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportingAnAudienceTest extends InMemoryScenario {
    @Test
    void who_was_shared_comes_back_with_those_who_share_a_key() {
        person(1, visitor(1), visitor(2), visitor(3), visitor(4));
        person(2, visitor(4));
        AudienceRef shared = shared(crm.list("Gold", ids(1)), byVisitorId());

        Receipt receipt = imported(shared, byVisitorId());

        assertThat(people(receipt.imported().orElseThrow()))
                .isEqualTo("links 5 collapsed 3 size 2 added 2 kept 0 removed 0");
        assertThat(crm.recipientsIn(crm.named("Gold again").get())).containsExactlyInAnyOrder(ids(1, 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_list_travels_there_and_back_by_either_kind_of_id(boolean byVisitor) {
        DataSource source = byVisitor ? byVisitorId() : byHashedEmail();
        for (int id = 1; id <= 20_000; id++) {
            crm.with(InMemoryRecipient.builder()
                    .id(io.audiencebridge.domain.identity.RecipientId.of(id))
                    .sourceIds(List.of(visitor(id)))
                    .fields(java.util.Map.of("email", "person" + id + "@example.com"))
                    .build());
        }
        var everyone = java.util.stream.LongStream.rangeClosed(1, 20_000).toArray();
        AudienceRef list = crm.list("Gold", ids(everyone));

        imported(shared(list, source), source);

        assertThat(crm.recipientsIn(crm.named("Gold again").get())).isEqualTo(crm.recipientsIn(list));
    }

    @Test
    void the_content_of_the_list_is_replaced() {
        person(1, visitor(1));
        person(2, visitor(2));
        AudienceRef before = crm.list("Gold again", ids(2, 3));
        AudienceRef shared = shared(crm.list("Gold", ids(1, 2)), byVisitorId());

        Receipt receipt = imported(shared, byVisitorId());

        assertThat(people(receipt.imported().orElseThrow()))
                .isEqualTo("links 2 collapsed 0 size 2 added 1 kept 1 removed 1");
        assertThat(crm.recipientsIn(before)).containsExactlyInAnyOrder(ids(1, 2));
    }

    @Test
    void a_run_cancelled_before_its_removals_keeps_everyone_and_ends_when_resumed() {
        person(1, visitor(1));
        person(2, visitor(2));
        AudienceRef list = crm.list("Gold again", ids(2, 3));
        AudienceRef shared = shared(crm.list("Gold", ids(1, 2)), byVisitorId());
        List<Call> open = new ArrayList<>();
        Call call = call((step, done, total) -> {
            if (step.equals("removing members")) {
                open.forEach(Call::cancel);
            }
        });
        open.add(call);

        var cut = bridge.importSharedAudience()
                .importAudience(intoList(shared, byVisitorId()).build(), call);

        assertThat(cut.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
        assertThat(crm.recipientsIn(list)).containsExactlyInAnyOrder(ids(1, 2, 3));
        assertThat(journal.find(new RunId("run-2")).get().get().state()).isEqualTo(RunState.CANCELLED);

        var resumed = bridge.resumeRun().resume(new RunId("run-2"), call()).get();

        assertThat(resumed.state()).isEqualTo(RunState.DELIVERED);
        assertThat(crm.recipientsIn(list)).containsExactlyInAnyOrder(ids(1, 2));
    }

    @Test
    void an_empty_audience_empties_the_list_only_with_consent() {
        person(1, visitor(1));
        AudienceRef list = crm.list("Gold again", ids(1));
        AudienceRef empty = cloud.list("Nobody");

        var refused = bridge.importSharedAudience()
                .importAudience(intoList(empty, byVisitorId()).build(), call());

        assertThat(refused.getLeft().message()).contains("has no members");
        assertThat(crm.recipientsIn(list)).hasSize(1);

        bridge.importSharedAudience()
                .importAudience(intoList(empty, byVisitorId()).allowEmpty(true).build(), call())
                .get();

        assertThat(crm.recipientsIn(list)).isEmpty();
    }

    @Test
    void a_data_source_without_a_destination_cannot_be_imported_by() {
        var error = bridge.importSharedAudience()
                .importAudience(
                        intoList(cloud.list("Gold"), DataSource.visitor(14016)).build(), call())
                .getLeft();

        assertThat(error.message()).contains("dataSource.destinationId", "AAM Destination ID");
    }

    @Test
    void an_unknown_run_cannot_be_resumed() {
        var error = bridge.resumeRun().resume(new RunId("nobody"), call()).getLeft();

        assertThat(error).isInstanceOf(BridgeError.NotFound.class);
    }
}
