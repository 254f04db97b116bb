// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ListedRun;
import io.audiencebridge.domain.sharing.RunKind;
import io.audiencebridge.domain.sharing.RunPage;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListingRunsTest extends InMemoryScenario {
    private AudienceRef list;
    private Instant second;

    @BeforeEach
    void aShareAnImportAndAFailure() {
        person(1, visitor(1));
        list = crm.list("Gold list", ids(1));
        AudienceRef audience = shared(list, byVisitorId());
        now = now.plusSeconds(60);
        second = now;
        imported(audience, byVisitorId());
        now = now.plusSeconds(60);
        bridge.shareRecipientList().share(share(new AudienceRef(CRM, "nowhere"), byHashedEmail()), call());
    }

    @Test
    void every_run_is_there_with_its_receipt_the_last_planned_first() {
        RunPage page = runs(RunQuery.builder());

        assertThat(names(page))
                .containsExactly("run-3 SHARE FAILED", "run-2 IMPORT DELIVERED", "run-1 SHARE DELIVERED");
        assertThat(page.next()).isEmpty();
        ListedRun share = page.runs().last();
        assertThat(share.source()).contains(CRM);
        assertThat(share.target()).contains(CLOUD);
        assertThat(share.list()).contains(list.id());
        assertThat(share.audience()).contains("Gold");
        assertThat(share.dataSource()).hasValue(14016);
        assertThat(share.receipt().exported().orElseThrow().shared()).isEqualTo(1);
    }

    @Test
    void they_are_filtered_by_what_they_are_about() {
        String audience = cloud.named("Gold").get().id();

        assertThat(names(runs(RunQuery.builder().kind(RunKind.IMPORT)))).containsExactly("run-2 IMPORT DELIVERED");
        assertThat(names(runs(RunQuery.builder().states(Set.of(RunState.FAILED)))))
                .containsExactly("run-3 SHARE FAILED");
        assertThat(names(runs(RunQuery.builder().list(list.id())))).containsExactly("run-1 SHARE DELIVERED");
        assertThat(names(runs(RunQuery.builder().list("Gold again")))).containsExactly("run-2 IMPORT DELIVERED");
        assertThat(names(runs(RunQuery.builder().audience(audience))))
                .containsExactly("run-2 IMPORT DELIVERED", "run-1 SHARE DELIVERED");
        assertThat(names(runs(RunQuery.builder().since(second).before(second.plusSeconds(1)))))
                .containsExactly("run-2 IMPORT DELIVERED");
        assertThat(names(runs(RunQuery.builder().connection(CRM)))).hasSize(3);
        assertThat(names(runs(RunQuery.builder().connection(new ConnectionName("moon")))))
                .isEmpty();
    }

    @Test
    void pages_follow_each_other_and_a_run_planned_meanwhile_moves_nothing() {
        RunPage first = runs(RunQuery.builder().pageSize(2));
        now = now.plusSeconds(60);
        shared(list, byVisitorId());

        RunPage next = runs(RunQuery.builder().pageSize(2).page(first.next()));

        assertThat(names(first)).containsExactly("run-3 SHARE FAILED", "run-2 IMPORT DELIVERED");
        assertThat(names(next)).containsExactly("run-1 SHARE DELIVERED");
        assertThat(next.next()).isEmpty();
    }

    @Test
    void a_page_that_cannot_be_is_told() {
        for (String page : List.of("", "2", "2026-11-01T00:00:00Z/../", "later/run-1")) {
            assertThat(bridge.listRuns()
                            .list(RunQuery.builder().page(page).build(), call())
                            .getLeft())
                    .isInstanceOf(BridgeError.InvalidRequest.class);
        }
        for (int size : new int[] {0, 1_001}) {
            assertThat(bridge.listRuns()
                            .list(RunQuery.builder().pageSize(size).build(), call())
                            .getLeft()
                            .message())
                    .contains(size + " must be 1 to 1000");
        }
    }

    private RunPage runs(RunQuery.Builder query) {
        return bridge.listRuns().list(query.build(), call()).get();
    }

    private static List<String> names(RunPage page) {
        return page.runs()
                .map(run -> run.receipt().run() + " " + run.kind().orElseThrow() + " "
                        + run.receipt().state())
                .asJava();
    }
}
