// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The file side of Audience Manager: takes files in and writes files out as the clock moves. Guarded by the company's lock. */
public final class BatchFiles {
    private final Outside outside;
    private final FileSettings settings = new FileSettings();
    private final OpenPgpKeys keys = new OpenPgpKeys();
    private final InboundHistory inbound = new InboundHistory();
    private final OutboundHistory outbound = new OutboundHistory();
    private final Receipts receipts;
    private final Backlog backlog = new Backlog();
    private final Orders orders;
    private final Deliveries deliveries;
    private final OutboundRun publishing;
    private final Consumer<Instant> processAt;
    private final Consumer<Instant> publishAt;
    private Schedule schedule;
    private Duration offset = Duration.ZERO;

    /**
     * Files of a company.
     *
     * @param asAt makes of a run one that takes place at a given time
     */
    public BatchFiles(Outside outside, Function<Runnable, Consumer<Instant>> asAt) {
        this.outside = outside;
        receipts = new Receipts(settings, outside.inbound());
        orders = new Orders(outside);
        deliveries = new Deliveries(outside.objects(), outside.outbound(), outbound);
        InboundRun processing = new InboundRun(outside, settings, inbound, new OpenPgp(keys), receipts, backlog);
        publishing = new OutboundRun(outside, orders, deliveries);
        processAt = asAt.apply(processing::run);
        publishAt = asAt.apply(publishing::run);
        schedule = new Schedule(settings, now());
    }

    private Instant now() {
        return outside.definitions().now();
    }

    /** Notes what arrived and does what fell due. */
    public void clockMoved(Instant now) {
        // Whatever came since the clock moved last came at the latest just before it moved now.
        Instant before = Instant.now().plus(offset);
        outside.objects().list(outside.inbound()).forEach(object -> inbound.arrived(object, before));
        for (Instant due = nextDue(); !due.isAfter(now); due = nextDue()) {
            doNext(due);
        }
        offset = Duration.between(Instant.now(), now);
    }

    /** At one time files are processed before what they bring takes effect, and that before files are published. */
    private void doNext(Instant due) {
        if (schedule.processing().equals(due)) {
            processAt.accept(due);
            schedule.processedAt(due);
        } else if (backlog.next().filter(due::equals).isPresent()) {
            backlog.catchUp(due);
        } else if (schedule.purging().equals(due)) {
            outside.profiles().forgetInactive(FileSettings.of(settings.devicesKept), due);
            schedule.purgedAt(due);
        } else if (schedule.publishing().equals(due)) {
            publishAt.accept(due);
            schedule.publishedAt(due);
            deliveries.removeOlder(due.minus(FileSettings.of(settings.outboundKept)));
            deliveries.catchUp(due);
        } else {
            deliveries.catchUp(due);
        }
    }

    /** When the next thing falls due. */
    public Instant nextDue() {
        return Schedule.first(Stream.of(
                Optional.of(schedule.processing()),
                Optional.of(schedule.publishing()),
                Optional.of(schedule.purging()),
                backlog.next(),
                deliveries.next()));
    }

    /** Forgets every file and setting, and counts the time of the runs anew. */
    public void reset() {
        inbound.clear();
        outbound.clear();
        receipts.clear();
        backlog.clear();
        deliveries.clear();
        publishing.clear();
        orders.clear();
        keys.reset();
        schedule = new Schedule(settings, now());
        offset = Duration.ZERO;
    }

    /** The files that came in. */
    public InboundHistory inbound() {
        return inbound;
    }

    /** The files that arrived at destinations. */
    public OutboundHistory outbound() {
        return outbound;
    }

    /** The mails about files that came in. */
    public Receipts receipts() {
        return receipts;
    }

    /** How it behaves; a reset turns them back with those of the whole emulator. */
    public FileSettings settings() {
        return settings;
    }

    /** The public key that partners encrypt to, in armor. */
    public String openPgpPublicKey() {
        return keys.publicKey();
    }

    /**
     * Takes another key pair, as {@code gpg --export-secret-keys} writes it.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public void openPgpSecretKey(String armored, String passphrase) {
        keys.load(armored.getBytes(StandardCharsets.UTF_8), passphrase);
    }

    /**
     * Sets up the files of a destination: an object with its {@code destinationId} and whatever is to change.
     *
     * @throws IllegalArgumentException if it cannot be read; nothing has changed then
     */
    public void order(ObjectNode order) {
        orders.change(order);
    }

    /** How the orders that were set up stand, by their destinations. */
    public Map<Long, Map<String, Object>> orders() {
        Map<Long, Map<String, Object>> state = new TreeMap<>();
        orders.all().forEach((destination, order) -> state.put(destination, order.state()));
        return state;
    }

    /** The keys of the outbound files that are written and have not arrived. */
    public List<String> onTheWay() {
        return deliveries.waiting();
    }

    /**
     * Lets a file arrive now.
     *
     * @throws IllegalArgumentException if it is not on its way
     */
    public void deliver(String key) {
        deliveries.deliver(key, now());
    }

    /**
     * Loses a file on its way.
     *
     * @throws IllegalArgumentException if it is not on its way
     */
    public void lose(String key) {
        deliveries.lose(key);
    }
}
