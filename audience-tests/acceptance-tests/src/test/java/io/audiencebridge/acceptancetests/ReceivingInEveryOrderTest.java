// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static io.audiencebridge.acceptancetests.PlatformJourney.people;
import static io.audiencebridge.acceptancetests.PlatformJourney.recipients;
import static io.audiencebridge.acceptancetests.PlatformJourney.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every order in which files arrive makes one list (SEMANTICS S26), also when each is received as soon as it is there. */
final class ReceivingInEveryOrderTest {
    @TempDir
    Path home;

    @Test
    void a_full_export_and_three_changes_in_all_24_orders() {
        try (PlatformJourney journey = new PlatformJourney(home)) {
            String vip = journey.platform.addAudience("VIP");
            journey.platform.addDestination(PlatformJourney.destination()
                    .audience(journey.incremental(vip))
                    .build());
            comingsAndGoings(journey, vip);
            List<String> files = journey.platform.files().arrived();
            Set<String> members = recipients(journey.platform.members(vip));

            Vector<Vector<String>> orders = Vector.ofAll(files).permutations().toVector();
            orders.zipWithIndex().forEach(order -> received(journey, vip, order._1(), "Order " + order._2()));

            assertThat(orders).hasSize(24);
            assertThat(members).containsExactly("1", "10", "3", "4", "7");
            for (int order = 0; order < orders.size(); order++) {
                assertThat(journey.membersOf("Order " + order))
                        .as("%s", orders.get(order))
                        .isEqualTo(members);
            }
        }
    }

    /** People come, leave and come back; some come and leave who are in no full export, among them strangers. */
    private static void comingsAndGoings(PlatformJourney journey, String vip) {
        journey.platform.qualify(vip, people(1, 2, 3, 4, 5, 13));
        journey.hoursAfterFirst(1);
        journey.platform.exit(vip, people(1, 13));
        journey.platform.qualify(vip, people(6));
        journey.hoursAfterFirst(4);
        journey.platform.qualify(vip, people(1, 8, 14, 10));
        journey.platform.exit(vip, people(6, 2));
        journey.hoursAfterFirst(7);
        journey.platform.exit(vip, people(5, 8, 14));
        journey.platform.qualify(vip, people(7, 13));
        journey.hoursAfterFirst(10);
    }

    /** With a memory of its own, into a list of its own, looking after each arrival. */
    private static void received(PlatformJourney journey, String vip, Vector<String> order, String list) {
        String bucket = journey.sandbox.platformBucket();
        journey.sandbox
                .objects()
                .list(bucket)
                .forEach(file -> journey.sandbox.objects().delete(bucket, file.key()));
        boolean isThere = false;
        try (AudienceBridge bridge = journey.bridge(list, journey.reading().build())) {
            for (String file : order) {
                journey.platform.files().deliverAgain(file, file);
                isThere |= file.equals(journey.platform.files().arrived().get(0));
                Receipt receipt = bridge.receive(request(vip).list(list).build());
                assertThat(receipt.state()).isEqualTo(isThere ? RunState.DELIVERED : RunState.AWAITING_FILE);
                assertThat(receipt.imported().isPresent()).isEqualTo(isThere);
                receipt.events()
                        .ifPresent(
                                tally -> assertThat(tally.balanced().isRight()).isTrue());
            }
        }
    }
}
