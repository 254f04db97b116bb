// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** A sandbox behind relays, a disk, a clock and a name service, all of which can fail. For one cell at a time. */
final class World implements AutoCloseable {
    /** A name that no name service knows, by its own standard. */
    private static final String NOWHERE = "nowhere.invalid";

    private static final Duration MOMENT = Duration.ofMillis(150);
    private static final List<String> SYSTEMS = List.of("ims", "campaign", "audienceManager", "dcs", "s3");

    private final Sandbox sandbox = Sandbox.builder().recipients(People.all()).start();
    private final Certificates certificates;
    private final Plan plan = new Plan();
    private final ExecutorService threads;
    private final ScheduledExecutorService later;
    private final Map<String, Relay> relays = new HashMap<>();
    private final OkHttpClient client;
    private volatile Duration jumped = Duration.ZERO;
    private volatile boolean nameless;
    private Disk disk = new Disk();
    private Duration longest = Duration.ZERO;

    World(Certificates certificates) {
        this.certificates = certificates;
        this.threads = Executors.newCachedThreadPool(World::daemon);
        this.later = Executors.newSingleThreadScheduledExecutor(World::daemon);
        SYSTEMS.forEach(system -> relays.put(
                system, new Relay(system, address(system).getPort(), plan, threads, certificates.trusted())));
        this.client = certificates
                .trustedBy(new OkHttpClient.Builder())
                .proxy(java.net.Proxy.NO_PROXY)
                .dns(this::lookUp)
                .build();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-relay");
        thread.setDaemon(true);
        return thread;
    }

    /** Everything as at the start, and an empty disk. */
    void reset() {
        mend();
        plan.clear();
        sandbox.reset();
        disk.close();
        disk = new Disk();
        longest = Duration.ZERO;
    }

    /** Everything works again. What was done stays. */
    void mend() {
        plan.lift();
        relays.values().forEach(Relay::open);
        relays.values().forEach(relay -> relay.identity(certificates.trusted()));
        nameless = false;
        jumped = Duration.ZERO;
        disk.clear();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Plan plan() {
        return plan;
    }

    Disk disk() {
        return disk;
    }

    OkHttpClient client() {
        return client;
    }

    /** What the bridge takes for the time. */
    Instant instant() {
        return sandbox.clock().instant().plus(jumped);
    }

    /** The address of one of the sandbox's systems, as a bridge reaches it that way. */
    URI address(String system, Way way) {
        if (!way.relayed()) {
            return address(system);
        }
        boolean store = system.equals("s3");
        String begin =
                way.secure() && !store ? "https://localhost:" : store ? "http://127.0.0.1:" : "http://localhost:";
        return URI.create(begin + relay(system).port() + address(system).getRawPath());
    }

    private URI address(String system) {
        return system.equals("dcs")
                ? sandbox.idService()
                : URI.create(Objects.requireNonNull(sandbox.description().get(system), system));
    }

    /** Where the store is for one who asks its name of nobody, or who takes a stranger for it. */
    URI store(Fault fault) {
        return fault == Fault.NAMELESS
                ? URI.create("https://" + NOWHERE)
                : URI.create("https://localhost:" + relay("s3").port());
    }

    /** A bridge to this world. */
    AudienceBridge bridge(Way way) {
        return new Wiring(this, way).builder().build();
    }

    /** Does what the bridge is asked, and remembers how long the longest took. */
    <T> T timed(Supplier<T> work) {
        plan.newCall();
        long start = System.nanoTime();
        T result = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        longest = took.compareTo(longest) > 0 ? took : longest;
        return result;
    }

    /** How long the longest call of the bridge took. */
    Duration longest() {
        return longest;
    }

    void refuse(Site site) {
        relay(site.system()).shut();
    }

    void refuseShortly(Site site) {
        Relay relay = relay(site.system());
        relay.shut();
        var unused = later.schedule(relay::open, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    }

    void distrust(Site site) {
        relay(site.system()).identity(certificates.untrusted());
    }

    void expire(Site site) {
        relay(site.system()).identity(certificates.expired());
    }

    void forgetName() {
        nameless = true;
    }

    void jump(Duration by) {
        jumped = by;
    }

    void fillDisk() {
        disk.fill();
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        return nameless ? Dns.SYSTEM.lookup(NOWHERE) : List.of(InetAddress.getLoopbackAddress());
    }

    private Relay relay(String system) {
        return Objects.requireNonNull(relays.get(system), system);
    }

    @Override
    public void close() {
        relays.values().forEach(Relay::close);
        threads.shutdownNow();
        later.shutdownNow();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
        disk.close();
        sandbox.close();
    }
}
