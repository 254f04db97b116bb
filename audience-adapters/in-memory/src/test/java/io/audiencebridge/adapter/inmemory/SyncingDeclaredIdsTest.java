// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.audiencebridge.domain.sharing.SyncTally;
import io.audiencebridge.domain.spi.connector.IdPairSink;
import io.audiencebridge.domain.spi.connector.IdSyncWrite;
import io.audiencebridge.domain.spi.connector.IdSyncs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncingDeclaredIdsTest extends InMemoryScenario {
    private static final DataSource DECLARED = DataSource.builder()
            .id(14017)
            .key(Declared.builder().field("declaredId").build())
            .build();

    @BeforeEach
    void letTheCloudTakeLinks() {
        cloud.withLinks(DECLARED.id(), byHashedEmail().id());
    }

    @Test
    void everybody_is_accounted_for_with_one_reason() {
        recipient(1, "R1", false, visitor(1), visitor(11));
        recipient(2, "R2", false);
        recipient(3, "", false, visitor(3));
        recipient(4, "ann@example.org", false, visitor(4));
        recipient(5, "R5", false, "uuid230");
        recipient(6, "R6", true, visitor(6));
        recipient(7, "", false);
        AudienceRef list = crm.list("Gold", ids(1, 2, 3, 4, 5, 6, 7));

        Receipt receipt = sync(list);

        assertThat(receipt.state()).isEqualTo(RunState.DELIVERED);
        assertThat(counts(receipt))
                .isEqualTo("read 7 synced 1 already 0 renewed 0 pairs 2 out 1 invalid 2 noVisitorId 2 noDeclaredId 1");
        assertThat(pairs()).containsExactlyInAnyOrder(visitor(1) + " R1", visitor(11) + " R1");
    }

    @Test
    void two_people_of_one_browser_make_a_pair_each() {
        recipient(1, "R1", false, visitor(1));
        recipient(2, "R2", false, visitor(1));

        Receipt receipt = sync(crm.list("Gold", ids(1, 2)));

        assertThat(counts(receipt)).startsWith("read 2 synced 2 already 0 renewed 0 pairs 2");
        assertThat(pairs()).containsExactlyInAnyOrder(visitor(1) + " R1", visitor(1) + " R2");
    }

    @Test
    void ids_of_somebody_outside_the_list_who_opted_out_are_not_told_on_either_side() {
        recipient(1, "R1", false, visitor(1));
        recipient(2, "R2", false, visitor(2));
        recipient(3, "R3", false, visitor(3));
        recipient(8, "R1", true);
        recipient(9, "", true, visitor(2));

        Receipt receipt = sync(crm.list("Gold", ids(1, 2, 3)));

        assertThat(counts(receipt)).startsWith("read 3 synced 1 already 0 renewed 0 pairs 1 out 2");
        assertThat(pairs()).containsExactly(visitor(3) + " R3");
    }

    @Test
    void ids_travel_in_their_wire_form() {
        crm.with(InMemoryRecipient.builder()
                .id(RecipientId.of(1))
                .fields(Map.of("email", " JohnDoe@Example.com"))
                .addSourceIds(visitor(1))
                .build());

        bridge.syncDeclaredIds()
                .sync(request(crm.list("Gold", ids(1)), byHashedEmail()), call())
                .get();

        assertThat(pairs())
                .containsExactly(visitor(1) + " 55e79200c1635b37ad31a378c39feb12f120f116625093a19bc32fff15041149");
    }

    @Test
    void plain_addresses_are_refused_before_anything_is_read() {
        DataSource plain = DataSource.builder()
                .from(byHashedEmail())
                .key(Declared.builder().field("email").content(KeyContent.EMAIL).build())
                .build();

        BridgeError error = bridge.syncDeclaredIds()
                .sync(request(crm.list("Gold"), plain), call())
                .getLeft();

        assertThat(error).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(error.message()).contains("S18");
    }

    @Test
    void what_was_told_is_not_told_again_and_a_new_visitor_id_is() {
        recipient(1, "R1", false, visitor(1));
        recipient(2, "R2", false, visitor(2));
        AudienceRef list = crm.list("Gold", ids(1, 2));
        sync(list);

        Receipt again = sync(list);
        recipient(2, "R2", false, visitor(2), visitor(22));
        Receipt third = sync(list);

        assertThat(counts(again)).startsWith("read 2 synced 0 already 2 renewed 0 pairs 0");
        assertThat(again.files()).isEmpty();
        assertThat(counts(third)).startsWith("read 2 synced 1 already 1 renewed 0 pairs 1");
        assertThat(pairs()).hasSize(3);
    }

    @Test
    void a_mapping_is_told_again_in_the_last_quarter_of_its_life() {
        recipient(1, "R1", false, visitor(1));
        AudienceRef list = crm.list("Gold", ids(1));
        sync(list);
        now = now.plus(Duration.ofDays(89));
        Receipt early = sync(list);
        now = now.plus(Duration.ofDays(2));

        Receipt due = sync(list);
        Receipt after = sync(list);

        assertThat(counts(early)).startsWith("read 1 synced 0 already 1 renewed 0 pairs 0");
        assertThat(counts(due)).startsWith("read 1 synced 0 already 1 renewed 1 pairs 1");
        assertThat(counts(after)).startsWith("read 1 synced 0 already 1 renewed 0 pairs 0");
    }

    @Test
    void a_stamp_that_somebody_else_took_meanwhile_is_given_up_and_the_run_goes_on() {
        recipient(1, "R1", false, visitor(1));
        AudienceRef list = crm.list("Gold", ids(1));
        boolean[] taken = new boolean[1];
        Call call = call((step, done, total) -> {
            if (step.equals("sending pairs") && !taken[0]) {
                taken[0] = true;
                writeOther();
            }
        });

        Receipt receipt =
                bridge.syncDeclaredIds().sync(request(list, DECLARED), call).get();

        assertThat(receipt.state()).isEqualTo(RunState.DELIVERED);
        assertThat(counts(receipt)).startsWith("read 1 synced 1");
        assertThat(pairs()).contains(visitor(1) + " R1");
    }

    @Test
    void a_cancelled_run_tells_nothing_and_goes_on_later() {
        recipient(1, "R1", false, visitor(1));
        AudienceRef list = crm.list("Gold", ids(1));
        Call[] held = new Call[1];
        held[0] = call((step, done, total) -> {
            if (step.equals("sending pairs")) {
                held[0].cancel();
            }
        });

        boolean stopped =
                bridge.syncDeclaredIds().sync(request(list, DECLARED), held[0]).isLeft();
        List<String> before = pairs();
        Receipt resumed = bridge.resumeRun().resume(new RunId("run-1"), call()).get();

        assertThat(stopped).isTrue();
        assertThat(before).isEmpty();
        assertThat(counts(resumed)).startsWith("read 1 synced 1");
        assertThat(pairs()).containsExactly(visitor(1) + " R1");
    }

    private void writeOther() {
        IdPairSink other = cloud.ability(IdSyncs.class)
                .get()
                .open(new IdSyncWrite(byVisitorId(), DECLARED, now), call())
                .get();
        other.accept(keys(visitor(99)), keys("R99")).get();
        other.finish().get();
    }

    private static TextKeys keys(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        TextKeysBuilder batch = new TextKeysBuilder();
        batch.key(text, 0, text.length, (byte) 0);
        return batch.build();
    }

    private void recipient(long id, String declaredId, boolean optedOut, String... visitorIds) {
        crm.with(InMemoryRecipient.builder()
                .id(RecipientId.of(id))
                .fields(Map.of("declaredId", declaredId))
                .sourceIds(List.of(visitorIds))
                .optedOut(optedOut)
                .build());
    }

    private Receipt sync(AudienceRef list) {
        return bridge.syncDeclaredIds()
                .sync(request(list, DECLARED), call(Progress.SILENT))
                .get();
    }

    private static SyncRequest request(AudienceRef list, DataSource declared) {
        return SyncRequest.builder()
                .list(list)
                .to(CLOUD)
                .visitors(byVisitorId())
                .declared(declared)
                .build();
    }

    private List<String> pairs() {
        return cloud.links().stream()
                .map(link -> link.visitor().digits() + " " + link.id())
                .toList();
    }

    private static String counts(Receipt receipt) {
        SyncTally tally = receipt.synced().orElseThrow();
        return "read %d synced %d already %d renewed %d pairs %d out %d invalid %d noVisitorId %d noDeclaredId %d"
                .formatted(
                        tally.read(),
                        tally.synced(),
                        tally.alreadySynced(),
                        tally.renewed(),
                        tally.pairs(),
                        tally.complement().optedOut(),
                        tally.complement().invalid(),
                        tally.complement().noVisitorId(),
                        tally.complement().noDeclaredId());
    }
}
