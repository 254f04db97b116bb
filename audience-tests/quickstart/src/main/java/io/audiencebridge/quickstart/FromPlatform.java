// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.SandboxList;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.nio.file.Path;

/** The second part: what Real-Time CDP exports for Campaign lands in a list, whatever the order in which its files arrive. */
final class FromPlatform {
    static final String LIST = "From Real-Time CDP";

    private final Sandbox sandbox;
    private final PlatformCrowd crowd;
    private final Path home;
    private final Narrator narrator;

    private FromPlatform(Sandbox sandbox, Path home, Narrator narrator) {
        this.sandbox = sandbox;
        this.crowd = new PlatformCrowd(sandbox);
        this.home = home;
        this.narrator = narrator;
    }

    /**
     * What was received.
     *
     * @param receipt of the run in whose order the newest file came first and the full export last
     * @param listed how many people Campaign has in the list now
     * @param orders how many orders of the files were tried; each led to the same people
     */
    record Received(Receipt receipt, long listed, int orders) {}

    /** Receives in every order. Throws what the bridge throws, and {@code StrandedException} when an order leads to other people than the events say. */
    static Received receive(Path home, Narrator narrator) {
        try (Sandbox sandbox =
                Sandbox.builder().recipients(PlatformCrowd.RECIPIENTS).start()) {
            return new FromPlatform(sandbox, home, narrator).receive();
        }
    }

    private Received receive() {
        narrator.tell("Real-Time CDP exports an audience for Campaign, in full and then what changed:");
        Vector<String> files = crowd.comesAndGoes();
        files.zip(crowd.rows())
                .forEach(file -> narrator.tell("  " + file._1() + ", " + Balance.written(file._2()) + " rows"));
        narrator.tell("The newest arrives first and the full one last, and the list waits for it");
        Receipt receipt = inOrder(files.reverse(), LIST);
        narrator.tell("Then they arrive in every other order");
        Vector<Vector<String>> others = files.permutations().toVector().reject(files.reverse()::equals);
        others.zipWithIndex().forEach(order -> inOrder(order._1(), LIST + ", order " + (order._2() + 2)));
        return new Received(receipt, members(LIST).size(), others.size() + 1);
    }

    /** Looks after each arrival, with a memory of its own. */
    private Receipt inOrder(Vector<String> order, String list) {
        crowd.takeBack();
        try (AudienceBridge bridge = new Systems(sandbox).platformBridge(home.resolve(list), crowd.firstExport())) {
            Receipt receipt = arrived(bridge, order.head(), list);
            for (String file : order.tail()) {
                crowd.deliver(file);
                receipt = receipt.state().isWaiting() ? bridge.resume(receipt.run()) : bridge.receive(request(list));
            }
            return asTheEventsSay(receipt, list);
        }
    }

    private Receipt arrived(AudienceBridge bridge, String file, String list) {
        crowd.deliver(file);
        return bridge.receive(request(list));
    }

    private Receipt asTheEventsSay(Receipt receipt, String list) {
        int expected = crowd.expected().size();
        if (!members(list).equals(crowd.expected())) {
            throw new Journey.StrandedException(
                    "List '" + list + "' has " + members(list).size() + " people, and not the " + expected
                            + " whom the exports leave in the audience");
        }
        return receipt;
    }

    private Set<String> members(String list) {
        return Vector.ofAll(sandbox.campaignData().lists())
                .find(found -> found.label().equals(list))
                .map(SandboxList::memberIds)
                .<Set<String>>map(TreeSet::ofAll)
                .getOrElse(TreeSet.empty());
    }

    private ReceiveRequest request(String list) {
        return ReceiveRequest.builder()
                .audience(new AudienceRef(Systems.PLATFORM, crowd.audience()))
                .into(ConnectionName.of(SystemId.CAMPAIGN))
                .list(list)
                .key(Declared.builder().field("email").content(KeyContent.EMAIL).build())
                .build();
    }
}
