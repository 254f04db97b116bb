// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import io.audiencebridge.sandbox.audiencemanager.push.PushCourier;
import io.audiencebridge.sandbox.audiencemanager.push.PushMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the sandbox's Audience Manager pushes to destinations of HTTP. A real one does so whenever somebody enters or leaves a mapped segment; this one when it is told to, so
 * that a test decides. Thread-safe; receivers may call the sandbox while they are called. Source: audience-manager.md, section 5.7.
 */
public final class SandboxPushes {
    private final Company company;
    private final Map<Long, SandboxPushOrder> orders = new TreeMap<>();
    private final List<SandboxPush> sent = new ArrayList<>();
    private final PushMessages realTime;
    private final PushMessages batch;
    private final PushCourier courier = new PushCourier();

    SandboxPushes(Company company) {
        this.company = company;
        this.realTime = new PushMessages(
                company.definitions(), company.definitions(), company.profiles(), company.population(), false);
        this.batch = new PushMessages(
                company.definitions(), company.definitions(), company.profiles(), company.population(), true);
    }

    /**
     * Sets up how a destination is pushed to, until the next reset. Its segments are those mapped to it.
     *
     * @throws IllegalArgumentException if there is no such destination for files or pushes
     */
    public void order(SandboxPushOrder order) {
        synchronized (company) {
            boolean known = company.definitions()
                    .destinations()
                    .anyMatch(destination -> destination.id() == order.destination());
            if (!known) {
                throw new IllegalArgumentException("There is no server-to-server destination " + order.destination());
            }
            orders.put(order.destination(), order);
        }
    }

    /**
     * Pushes in real time: everybody who entered or left a mapped segment since the last time, with all current segments, ten users a message. Returns when all messages
     * were answered, or their time was up, or their one repeat was answered.
     *
     * @param faults what goes wrong with every message
     * @throws IllegalArgumentException if the destination has no order
     */
    public List<SandboxPush> send(long destination, SandboxPushFault... faults) {
        return send(destination, realTime, Set.of(faults));
    }

    /** Pushes a batch likewise: what changed since the last batch, and nothing else; it repeats what was sent in real time. */
    public List<SandboxPush> sendBatch(long destination, SandboxPushFault... faults) {
        return send(destination, batch, Set.of(faults));
    }

    /** All messages so far, oldest first. */
    public List<SandboxPush> sent() {
        synchronized (company) {
            return List.copyOf(sent);
        }
    }

    private List<SandboxPush> send(long destination, PushMessages messages, Set<SandboxPushFault> faults) {
        SandboxPushOrder order;
        List<byte[]> bodies;
        synchronized (company) {
            order = Optional.ofNullable(orders.get(destination))
                    .orElseThrow(() -> new IllegalArgumentException("Destination " + destination
                            + " has no order for pushes; there are orders for " + orders.keySet()));
            bodies = messages.next(order);
        }
        List<SandboxPush> pushes = new ArrayList<>();
        Optional<String> token = bodies.isEmpty() ? Optional.empty() : courier.signIn(order, faults);
        bodies.forEach(body -> pushes.add(courier.deliver(order, body, token, faults)));
        synchronized (company) {
            sent.addAll(pushes);
        }
        return List.copyOf(pushes);
    }

    void clear() {
        orders.clear();
        sent.clear();
        realTime.clear();
        batch.clear();
    }
}
