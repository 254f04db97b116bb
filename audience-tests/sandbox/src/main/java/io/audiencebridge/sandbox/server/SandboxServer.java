// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import io.audiencebridge.sandbox.FaultEffect;
import io.audiencebridge.sandbox.FaultRule;
import io.audiencebridge.sandbox.SandboxClock;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The emulators, each on its own loopback port, over one clock, one fault plan and one log of exchanges.
 *
 * <p>Safe for several threads once started.
 */
public final class SandboxServer implements AutoCloseable {
    private static final int MAX_THREADS = 256;

    private final SandboxClock clock;
    private final QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
    private final ExchangeLog log = new ExchangeLog();
    private final FaultPlan plan = new FaultPlan();
    private final Map<String, Mounted> mounted = new LinkedHashMap<>();
    private final Map<String, Port> unfiltered = new LinkedHashMap<>();
    private final Map<String, ForeignPort> foreign = new LinkedHashMap<>();

    private record Mounted(Emulator emulator, Port port) {}

    /** A server without ports. */
    public SandboxServer(SandboxClock clock) {
        this.clock = clock;
        threads.setName("sandbox");
        threads.setDaemon(true);
        // Started by its owner, so that the first of several servers to stop does not take it away from the others.
        try {
            threads.start();
        } catch (Exception e) {
            throw new IllegalStateException("The sandbox could not start its threads", e);
        }
    }

    /**
     * Puts an emulator behind the filter and opens its port.
     *
     * @param number the port, or 0 for a free one
     */
    public void mount(Emulator emulator, int number) {
        ExchangeFilter filter = new ExchangeFilter(emulator, clock, log, plan);
        Port port = new Port(threads, number, filter, emulator::configure);
        filter.afterwards(() -> refuseIfDue(emulator.system(), port));
        mounted.put(emulator.system(), new Mounted(emulator, port));
        clock.onAdvance(emulator::nextDue, emulator::clockMoved);
        port.start();
    }

    /** Opens the port of a system that speaks no HTTP. */
    public void mount(ForeignPort port, int number) {
        foreign.put(port.system(), port);
        port.open(number);
    }

    /** Opens a port that is neither recorded nor harmed. */
    public void mountUnfiltered(String name, Handler handler, int number) {
        Port port = new Port(threads, number, handler, http -> {});
        unfiltered.put(name, port);
        port.start();
    }

    /** The base addresses by name, without a trailing slash. */
    public Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        mounted.forEach((name, mount) -> addresses.put(name, mount.port().uri()));
        foreign.forEach((name, port) -> addresses.put(name, port.uri()));
        unfiltered.forEach((name, port) -> addresses.put(name, port.uri()));
        return addresses;
    }

    /**
     * The base address of one port.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public URI address(String name) {
        URI address = addresses().get(name);
        if (address == null) {
            throw new IllegalArgumentException(
                    "No port is called '" + name + "'; there are " + addresses().keySet());
        }
        return address;
    }

    /** The emulators in the order in which they were mounted. */
    public List<Emulator> emulators() {
        return mounted.values().stream().map(Mounted::emulator).toList();
    }

    /** The one clock. */
    public SandboxClock clock() {
        return clock;
    }

    /** The one log. */
    public ExchangeLog log() {
        return log;
    }

    /** The one fault plan, to look at. */
    public FaultPlan plan() {
        return plan;
    }

    /** Replaces all fault rules; ports that no rule keeps shut are open when this returns. */
    public synchronized void faults(List<FaultRule> rules) {
        plan.set(rules);
        mounted.values().forEach(mount -> mount.port().open());
        mounted.forEach((system, mount) -> shutIfDue(system, mount.port()));
    }

    /** Back to how it was started: data, clock, faults, log. */
    public synchronized void reset() {
        faults(List.of());
        clock.reset();
        emulators().forEach(Emulator::reset);
        foreign.values().forEach(ForeignPort::reset);
        log.clear();
    }

    private void refuseIfDue(String system, Port port) {
        threads.execute(() -> shutIfDue(system, port));
    }

    private void shutIfDue(String system, Port port) {
        for (FaultEffect.Refuse refuse : plan.refusals(system)) {
            port.shut();
            Optional<Duration> lasting = refuse.lasting();
            lasting.ifPresent(port::openAfter);
        }
    }

    @Override
    public void close() {
        unfiltered.values().forEach(Port::stop);
        foreign.values().forEach(ForeignPort::close);
        mounted.values().forEach(mount -> mount.port().stop());
        try {
            threads.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The sandbox could not stop its threads", e);
        }
    }
}
