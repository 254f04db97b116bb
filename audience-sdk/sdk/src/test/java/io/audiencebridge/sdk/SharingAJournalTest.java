// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingAJournalTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");

    @TempDir
    Path home;

    private final List<String> closed = new ArrayList<>();
    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM)
            .with(InMemoryRecipient.builder()
                    .id(RecipientId.of(1))
                    .addSourceIds("08382830887934830189014177072406221371")
                    .build());
    private final GatedConnector cloud = new GatedConnector(InMemoryConnector.ofKeys(CLOUD));
    private final AudienceRef gold = crm.list("Gold", RecipientId.of(1));

    @Test
    void a_journal_is_found_by_its_settings_and_closed_with_the_bridge() {
        Shelf shelf = new Shelf(closed);
        try (AudienceBridge bridge =
                builder().journal(new Shelf.Shelving(shelf, "")).build()) {
            bridge.share(share());

            assertThat(shelf.journal().all().get().map(run -> run.state())).containsExactly(RunState.DELIVERED);
            assertThat(bridge.runs(RunQuery.builder().build()).runs()).hasSize(1);
        }
        assertThat(closed).containsExactly("journal");
        assertThat(Files.exists(home.resolve("journal"))).isFalse();
    }

    @Test
    void a_journal_that_was_handed_in_stays_open() {
        try (AudienceBridge bridge = builder().journal(new Shelf(closed)).build()) {
            bridge.share(share());
        }
        assertThat(closed).isEmpty();
    }

    @Test
    void a_journal_that_cannot_be_opened_is_told_like_any_other_mistake() {
        AudienceBridgeBuilder builder = builder().journal(new Shelf.Shelving(new Shelf(closed), "no room"));

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no room");
    }

    @Test
    void two_bridges_on_one_home_keep_off_each_others_audiences() {
        cloud.gate = new CountDownLatch(1);
        try (AudienceBridge ann = builder().holder("ann").build();
                AudienceBridge bob = builder().holder("bob").build()) {
            Run anns = ann.start(share());
            await(cloud.visited);

            assertThatThrownBy(() -> bob.share(share()))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("Audience 'Gold' of data source 14016 in 'cloud' is at work elsewhere: ann#");
            assertThatThrownBy(() -> bob.resume(anns.id()))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("Run " + anns.id() + " is at work elsewhere: ann#");
            assertThat(bob.resumeDue()).isEmpty();

            cloud.gate.countDown();
            assertThat(anns.await(Duration.ofSeconds(30)).get().get().state()).isEqualTo(RunState.DELIVERED);
            assertThat(bob.share(share()).exported().orElseThrow().alreadyShared())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_lease_that_is_too_short_or_too_long_is_refused() {
        assertThatThrownBy(() -> builder().leaseFor(Duration.ofMillis(999)).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("leaseFor")
                .hasMessageContaining("PT1S to PT24H");
        assertThatThrownBy(() -> builder().leaseFor(Duration.ofHours(25)).build())
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void a_heart_beats_until_it_is_told_to_stop_and_one_that_is_closed_does_not_begin() {
        Heart heart = new Heart(io.vavr.control.Option.none());
        CountDownLatch beats = new CountDownLatch(3);

        Call.Registration beating = heart.start(Duration.ofMillis(1), () -> {
            beats.countDown();
            throw new IllegalStateException("a beat that throws does not stop the heart");
        });

        await(beats);
        beating.close();
        heart.close();
        heart.start(Duration.ofMillis(1), () -> {}).close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private AudienceBridgeBuilder builder() {
        return AudienceBridge.builder().connect(CRM, crm).connect(CLOUD, cloud).home(home);
    }

    private ShareRequest share() {
        return ShareRequest.builder()
                .list(gold)
                .to(CLOUD)
                .audience("Gold")
                .dataSource(DataSource.visitor(14016))
                .build();
    }
}
