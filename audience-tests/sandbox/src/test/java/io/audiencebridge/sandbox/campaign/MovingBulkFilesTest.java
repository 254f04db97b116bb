// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.sandbox.MembershipWatch;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxCampaign;
import io.audiencebridge.sandbox.SeedRecipient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MovingBulkFilesTest {
    private static final List<SeedRecipient> PEOPLE = List.of(
            new SeedRecipient("-5", "a@example.com", "A,\"1\"", List.of("v1", "v2"), false),
            new SeedRecipient("7", "b@example.com", "B", List.of(), true),
            new SeedRecipient("10", "c@example.com", "C", List.of("v3"), false, Map.of("@blackListEmail", "1")));

    private final Sandbox sandbox = Sandbox.builder().recipients(PEOPLE).start();
    private final SandboxCampaign campaign = sandbox.campaignData();
    private final Files files = new Files(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void keys_of_all_recipients_are_extracted_in_the_order_of_their_ids() {
        start(
                "extractRecipientKeys",
                "listId='' key='[trackingLog/@sourceId]' flags='@blackList' file='out/keys.csv.gz'");

        assertThat(files.text(sandbox.bulkBucket(), "out/keys.csv.gz").lines())
                .containsExactly("recipientId,key,optedOut", "-5,v1,0", "-5,v2,0", "7,,1", "10,v3,0");
        assertThat(campaign.workflow("extractRecipientKeys").messages()).contains("Extracted 4 rows");
        assertThat(campaign.workflow("extractRecipientKeys").state()).isEqualTo(20);
    }

    @Test
    void keys_of_a_list_are_quoted_where_they_must_be_and_any_flag_counts() {
        String list = campaign.addList("Two", List.of("-5", "10"));

        start(
                "extractRecipientKeys",
                "listId='" + list + "' key='@declaredId' flags='@blackList, blackListEmail' file='keys.csv.gz'");

        assertThat(files.text(sandbox.bulkBucket(), "keys.csv.gz").lines())
                .containsExactly("recipientId,key,optedOut", "-5,\"A,\"\"1\"\"\",0", "10,C,1");
    }

    @ParameterizedTest
    @CsvSource({
        "key='@email' file='there.gz',The file 'there.gz' exists already.",
        "key='@shoeSize' file='new.gz',nms:recipient has no column @shoeSize.",
        "key='@email' flags='@shoeSize' file='new.gz',nms:recipient has no column [@shoeSize].",
        "key='@email' listId='1' file='new.gz',The list '1' does not exist.",
        "key='@email',The variable 'file' is missing."
    })
    void what_an_extract_cannot_do_stands_in_its_log(String variables, String says) {
        files.put(sandbox.bulkBucket(), "there.gz", "");

        start("extractRecipientKeys", variables);

        assertThat(campaign.workflow("extractRecipientKeys").state()).isEqualTo(13);
        assertThat(campaign.workflow("extractRecipientKeys").messages()).last().isEqualTo(says);
        assertThat(files.keys(sandbox.bulkBucket())).containsExactly("there.gz");
    }

    @Test
    void a_file_of_changes_is_loaded_twice_with_the_same_outcome() {
        String list = campaign.addList("Changing", List.of("-5", "7"));
        files.put(
                sandbox.bulkBucket(),
                "changes.csv.gz",
                "operation,recipientId\r\nremove,7\r\nadd,10\r\nadd,99\r\nkeep,7\r\nadd,-5\r\n");

        start("loadMemberships", "listId='" + list + "' file='changes.csv.gz'");
        start("loadMemberships", "listId='" + list + "' file='changes.csv.gz'");

        assertThat(campaign.lists())
                .last()
                .satisfies(changed -> assertThat(changed.memberIds()).containsExactly("-5", "10"));
        assertThat(campaign.workflow("loadMemberships").messages())
                .containsSubsequence(
                        "Loaded: 1 added, 1 removed, 2 rejected", "Loaded: 0 added, 0 removed, 2 rejected");
    }

    @Test
    void a_load_puts_newcomers_in_before_it_takes_leavers_out() {
        String list = campaign.addList("Changing", List.of("7"));
        MembershipWatch watch = campaign.watchMembers(list, List.of("7", "10"));
        files.put(sandbox.bulkBucket(), "changes.csv.gz", "operation,recipientId\nremove,7\nadd,10\n");

        start("loadMemberships", "listId='" + list + "' file='changes.csv.gz'");

        assertThat(watch.fewestMembers()).isEqualTo(1);
        assertThat(watch.fewestPresent()).isEqualTo(1);
        assertThat(watch.present()).isEqualTo(1);
        assertThat(watch.changes()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing.gz,The file 'nothing.gz' does not exist.",
        "headless.gz,'The file ''headless.gz'' does not begin with the header operation,recipientId.'"
    })
    void what_a_load_cannot_read_stands_in_its_log(String file, String says) {
        files.put(sandbox.bulkBucket(), "headless.gz", "add,10\n");

        start("loadMemberships", "listId='2001' file='" + file + "'");

        assertThat(campaign.workflow("loadMemberships").failed()).isTrue();
        assertThat(campaign.workflow("loadMemberships").messages()).last().isEqualTo(says);
    }

    private void start(String workflow, String variables) {
        Soap.signedIn(sandbox)
                .call(
                        "xtk:workflow#StartWithParameters",
                        "<w>" + workflow + "</w><p><variables " + variables + "/></p>");
        sandbox.clock().advance(Duration.ofMinutes(1));
    }
}
