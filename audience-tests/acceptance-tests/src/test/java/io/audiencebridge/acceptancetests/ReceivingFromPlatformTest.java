// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static io.audiencebridge.acceptancetests.PlatformJourney.people;
import static io.audiencebridge.acceptancetests.PlatformJourney.receive;
import static io.audiencebridge.acceptancetests.PlatformJourney.recipients;
import static io.audiencebridge.acceptancetests.PlatformJourney.request;
import static io.audiencebridge.acceptancetests.PlatformJourney.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.ImportTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.sandbox.SeedRecipient;
import io.audiencebridge.sandbox.experienceplatform.exports.Run;
import io.audiencebridge.sdk.AudienceBridge;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Platform audience becomes a list, by the files that the Adobe Campaign destination writes on the virtual clock (SEMANTICS S8, S25 to S29). */
final class ReceivingFromPlatformTest {
    @TempDir
    Path home;

    private PlatformJourney journey;
    private String vip;
    private String destination;

    @BeforeEach
    void an_audience_is_exported_every_three_hours() {
        journey = new PlatformJourney(home);
        vip = journey.platform.addAudience("VIP");
        destination = journey.platform.addDestination(
                PlatformJourney.destination().audience(journey.incremental(vip)).build());
    }

    @AfterEach
    void the_journey_ends() {
        journey.close();
    }

    @Test
    void the_list_is_what_the_events_say_and_every_row_is_accounted_for() {
        journey.platform.qualify(vip, people(1, 2, 3, 13));
        journey.hoursAfterFirst(1);
        journey.platform.exit(vip, people(1));
        journey.platform.qualify(vip, people(4));
        journey.hoursAfterFirst(4);
        try (AudienceBridge bridge = bridge()) {
            Receipt receipt = receive(bridge, vip);

            assertThat(receipt.state()).isEqualTo(RunState.DELIVERED);
            assertThat(told(receipt)).isEqualTo("exports 2 read 6 realized 5 exited 1 stale 0 conflicting 0 invalid 0");
            assertThat(counted(receipt)).isEqualTo("read 4 matched 3 unmatched 1 added 3 kept 0 removed 0");
            assertThat(journey.inTheList()).isEqualTo(recipients(journey.platform.members(vip)));
            assertThat(journey.inTheList()).containsExactly("2", "3", "4");
        }
    }

    @Test
    void nobody_is_inserted_and_who_becomes_a_recipient_later_enters_without_a_new_file() {
        journey.platform.qualify(vip, people(1, 13, 14));
        journey.hoursAfterFirst(4);
        List<SeedRecipient> before = journey.sandbox.campaignData().recipients();
        try (AudienceBridge bridge = bridge()) {
            receive(bridge, vip);
            assertThat(journey.sandbox.campaignData().recipients()).isEqualTo(before);
            assertThat(journey.inTheList()).containsExactly("1");
            journey.sandbox.campaignData().addRecipient(PlatformJourney.recipient(13));

            Receipt receipt = receive(bridge, vip);

            assertThat(told(receipt)).startsWith("exports 0 read 0");
            assertThat(counted(receipt)).isEqualTo("read 3 matched 2 unmatched 1 added 1 kept 1 removed 0");
            assertThat(journey.inTheList()).containsExactly("1", "13");
        }
    }

    @Test
    void an_exit_of_somebody_unknown_is_remembered() {
        journey.platform.qualify(vip, people(1, 13));
        journey.hoursAfterFirst(1);
        journey.platform.exit(vip, people(13));
        journey.hoursAfterFirst(4);
        try (AudienceBridge bridge = bridge()) {
            receive(bridge, vip);
            journey.sandbox.campaignData().addRecipient(PlatformJourney.recipient(13));

            receive(bridge, vip);

            assertThat(journey.inTheList()).containsExactly("1");
        }
    }

    @Test
    void the_same_file_again_under_a_later_name_is_nothing_new() {
        journey.platform.qualify(vip, people(1, 2));
        journey.hoursAfterFirst(1);
        journey.platform.exit(vip, people(2));
        journey.hoursAfterFirst(4);
        try (AudienceBridge bridge = bridge()) {
            receive(bridge, vip);
            String newest = journey.platform.files().arrived().get(1);
            journey.platform.files().deliverAgain(newest, newest.replace("030000", "050000"));
            journey.platform.files().deliverAgain(newest, newest);

            Receipt receipt = receive(bridge, vip);

            assertThat(told(receipt)).startsWith("exports 0 read 0");
            assertThat(journey.inTheList()).containsExactly("1");
        }
    }

    @Test
    void who_enters_leaves_and_enters_is_in_the_list_though_two_of_the_files_are_equal() {
        journey.platform.qualify(vip, people(1));
        journey.hoursAfterFirst(1);
        journey.platform.qualify(vip, people(2));
        journey.hoursAfterFirst(4);
        try (AudienceBridge bridge = bridge()) {
            receive(bridge, vip);
            journey.platform.exit(vip, people(2));
            journey.hoursAfterFirst(7);
            receive(bridge, vip);
            assertThat(journey.inTheList()).containsExactly("1");
            journey.platform.qualify(vip, people(2));
            journey.hoursAfterFirst(10);

            receive(bridge, vip);

            assertThat(journey.inTheList()).containsExactly("1", "2");
        }
    }

    @Test
    void a_run_that_waits_for_the_full_export_goes_on_when_it_has_come() {
        journey.platform.qualify(vip, people(1, 2));
        journey.platform.files().hold();
        journey.hoursAfterFirst(1);
        journey.platform.exit(vip, people(1));
        journey.platform.qualify(vip, people(3));
        journey.hoursAfterFirst(4);
        List<String> files = journey.platform.files().onTheWay();
        try (AudienceBridge bridge = bridge()) {
            journey.platform.files().deliver(files.get(1));
            Receipt early = receive(bridge, vip);
            Set<String> tooEarly = journey.inTheList();
            journey.platform.files().deliver(files.get(0));

            Receipt late = bridge.resume(early.run());

            assertThat(early.state()).isEqualTo(RunState.AWAITING_FILE);
            assertThat(early.waiting().orElseThrow().because()).contains("full export");
            assertThat(tooEarly).isEmpty();
            assertThat(late.state()).isEqualTo(RunState.DELIVERED);
            assertThat(journey.inTheList()).containsExactly("2", "3");
        }
    }

    @Test
    void a_first_export_that_lacks_people_empties_no_list_unasked_and_changes_bring_them() {
        journey.platform.qualify(vip, people(1, 2, 3));
        String list = journey.sandbox.campaignData().addList(PlatformJourney.LIST, List.of("7", "3"));
        journey.hoursAfterFirst(1);
        try (AudienceBridge bridge = bridge()) {
            BridgeError refused =
                    bridge.attempts().receive(request(vip).build()).getLeft();
            assertThat(refused).isInstanceOf(BridgeError.InvalidRequest.class);
            assertThat(refused.message()).contains("trustFirstExport", "2 members");
            assertThat(journey.inTheList()).containsExactly("3", "7");

            Receipt receipt = bridge.receive(request(vip).trustFirstExport(true).build());

            assertThat(counted(receipt)).isEqualTo("read 3 matched 3 unmatched 0 added 2 kept 1 removed 1");
            assertThat(journey.inTheList()).containsExactly("1", "2", "3");
            assertThat(list).isNotBlank();
        }
    }

    @Test
    void two_audiences_in_one_folder_are_two_lists() {
        String other = journey.platform.addAudience("Others");
        journey.platform.changeDestination(
                destination,
                PlatformJourney.destination()
                        .audience(journey.incremental(vip))
                        .audience(journey.incremental(other))
                        .build());
        journey.platform.qualify(vip, people(1, 2));
        journey.platform.qualify(other, people(2, 3));
        journey.hoursAfterFirst(4);
        try (AudienceBridge bridge = bridge()) {
            receive(bridge, vip);
            bridge.receive(request(other).list("Others").build());

            assertThat(journey.inTheList()).containsExactly("1", "2");
            assertThat(journey.membersOf("Others")).containsExactly("2", "3");
        }
    }

    @Test
    void an_export_without_changes_is_a_run_like_any_other() {
        journey.platform.qualify(vip, people(1));
        journey.hoursAfterFirst(7);
        try (AudienceBridge bridge = bridge()) {
            Receipt receipt = receive(bridge, vip);

            assertThat(journey.platform.runs()).extracting(Run::rows).containsExactly(1L, 0L, 0L);
            assertThat(told(receipt)).isEqualTo("exports 2 read 1 realized 1 exited 0 stale 0 conflicting 0 invalid 0");
            assertThat(journey.inTheList()).containsExactly("1");
        }
    }

    @Test
    void a_destination_removed_in_mid_run_leaves_the_list_as_it_was_and_says_what_is_missing() {
        journey.platform.changeDestination(
                destination,
                PlatformJourney.destination()
                        .audience(journey.incremental(vip))
                        .rowsPerFile(1)
                        .manifest(true)
                        .build());
        journey.platform.qualify(vip, people(1, 2));
        journey.platform.files().hold();
        journey.hoursAfterFirst(1);
        journey.platform.files().deliver(journey.platform.files().onTheWay().get(0));
        journey.platform.removeDestination(destination);
        journey.hoursAfterFirst(48);
        try (AudienceBridge bridge =
                journey.bridge("memory", journey.reading().manifests(true).build())) {
            Receipt receipt = receive(bridge, vip);

            assertThat(receipt.state()).isEqualTo(RunState.AWAITING_FILE);
            assertThat(receipt.waiting().orElseThrow().because())
                    .contains("its manifest has not come", "export the audience again");
            assertThat(journey.inTheList()).isEmpty();
        }
    }

    @Test
    void who_opted_out_is_told_and_not_in_the_list() {
        journey.sandbox.campaignData().changeRecipient("2", java.util.Map.of("@blackList", "1"));
        journey.platform.qualify(vip, people(1, 2));
        journey.hoursAfterFirst(1);
        try (AudienceBridge bridge = bridge()) {
            Receipt receipt = receive(bridge, vip);

            assertThat(receipt.imported().orElseThrow().match().suppressed()).isEqualTo(1);
            assertThat(journey.inTheList()).isEqualTo(new TreeSet<>(Set.of("1")));
        }
    }

    @Test
    void an_audience_that_nobody_exports_is_awaited_with_what_to_compare() {
        try (AudienceBridge bridge = bridge()) {
            Receipt receipt = receive(bridge, vip);

            assertThat(receipt.state()).isEqualTo(RunState.AWAITING_FILE);
            assertThat(receipt.waiting().orElseThrow().because())
                    .contains(vip, "file exchange 'platform'", "%DESTINATION_NAME%");
        }
    }

    private AudienceBridge bridge() {
        return journey.bridge("memory", journey.reading().build());
    }

    private static String counted(Receipt receipt) {
        ImportTally tally = receipt.imported().orElseThrow();
        assertThat(tally.balanced().isRight()).isTrue();
        return "read %d matched %d unmatched %d added %d kept %d removed %d"
                .formatted(
                        tally.match().read(),
                        tally.match().matched(),
                        tally.match().unmatched(),
                        tally.added(),
                        tally.kept(),
                        tally.removed());
    }
}
