// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.files.Destinations.Destination;
import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The orders of all destinations; one that was never set up is as it is usually. Guarded by the company's lock. */
final class Orders {
    private final Outside outside;
    private final Map<Long, Order> orders = new HashMap<>();

    Orders(Outside outside) {
        this.outside = outside;
    }

    Order of(Destination destination) {
        return orders.computeIfAbsent(destination.id(), absent -> new Order(macro(destination.master())));
    }

    /** Campaign's destination of visitors gets Experience Cloud IDs, as every one whose ids are such. */
    private String macro(long master) {
        if (master == Profiles.DEVICES) {
            return "UUID";
        }
        IdKind kind = outside.profiles().kind(master);
        return kind == IdKind.ECID ? "MCID" : kind == IdKind.AAM_UUID ? "UUID" : "DP_UUID";
    }

    /**
     * Changes what an object names, as of the destination of its {@code destinationId}.
     *
     * @throws IllegalArgumentException if it cannot be read, nothing has changed then
     */
    void change(ObjectNode json) {
        long id = json.path("destinationId").asLong(-1);
        Destination destination = outside.destinations()
                .destinations()
                .filter(found -> found.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'destinationId' must name a destination for files, but is " + json.path("destinationId")));
        ObjectNode changes = json.deepCopy();
        changes.remove("destinationId");
        Order tried = new Order(macro(destination.master()));
        tried.apply(changes);
        check(destination, tried);
        of(destination).apply(changes);
    }

    /** Templates that cannot be read are refused now and not with the first file. */
    private void check(Destination destination, Order order) {
        Batch batch = new Batch(destination, order, true, Instant.EPOCH);
        batch.key(0, 2);
        batch.header();
        batch.row(outside);
    }

    Map<Long, Order> all() {
        return orders;
    }

    void clear() {
        orders.clear();
    }
}
