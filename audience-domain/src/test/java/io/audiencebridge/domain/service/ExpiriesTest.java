// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.sharing.Expiring;
import io.audiencebridge.domain.sharing.Expiry;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.domain.sharing.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpiriesTest {
    private static final Instant DELIVERED = Instant.parse("2026-11-26T01:00:00Z");

    @Test
    void a_share_tells_when_its_members_leave_its_file_goes_and_its_visitors_are_forgotten() {
        List<Expiry> expiries =
                of(RunState.STORED, "kind", "share", "files", "a.sync.gz", "audience.timeToLive", "PT24H");

        assertThat(expiries)
                .containsExactly(
                        new Expiry(Expiring.MEMBERSHIP, Instant.parse("2026-11-28T00:00:00Z")),
                        new Expiry(Expiring.INBOUND_FILE, Instant.parse("2026-12-26T01:00:00Z")),
                        new Expiry(Expiring.RAW_LOGS, Instant.parse("2027-01-25T01:00:00Z")),
                        new Expiry(Expiring.VISITOR_PROFILE, Instant.parse("2027-03-26T01:00:00Z")));
    }

    @Test
    void declared_ids_end_with_their_mappings_and_profiles() {
        assertThat(of(RunState.DELIVERED, "kind", "share", "files", "a.sync.gz", "dataSource.field", "email"))
                .extracting(Expiry::what)
                .containsExactly(
                        Expiring.INBOUND_FILE, Expiring.RAW_LOGS, Expiring.ID_MAPPING, Expiring.DECLARED_PROFILE);
        assertThat(of(RunState.DELIVERED, "kind", "sync", "files", "a.sync.gz"))
                .extracting(Expiry::what)
                .containsExactly(Expiring.INBOUND_FILE, Expiring.ID_MAPPING);
    }

    @Test
    void imports_tell_how_long_what_they_read_is_there() {
        assertThat(of(RunState.DELIVERED, "kind", "import"))
                .extracting(Expiry::what)
                .containsExactly(Expiring.OUTBOUND_FILE);
        assertThat(of(RunState.DELIVERED, "kind", "receive"))
                .extracting(Expiry::what)
                .containsExactly(Expiring.PLATFORM_EXIT);
    }

    @Test
    void what_sent_nothing_or_waits_ends_nowhere() {
        assertThat(of(RunState.DELIVERED, "kind", "share")).isEmpty();
        assertThat(of(RunState.AWAITING_TRAIT, "kind", "share", "files", "a")).isEmpty();
        assertThat(of(RunState.DELIVERED, "kind", "share", "files", "a", "route", "SYSTEM"))
                .isEmpty();
    }

    private static List<Expiry> of(RunState state, String... facts) {
        Map<String, String> all = new TreeMap<>(Map.of("delivered", DELIVERED.toString()));
        for (int i = 0; i < facts.length; i += 2) {
            all.put(facts[i], facts[i + 1]);
        }
        return Expiries.of(RunRecord.builder()
                .run(new RunId("run-1"))
                .state(state)
                .started(DELIVERED)
                .updated(DELIVERED)
                .facts(all)
                .build());
    }
}
