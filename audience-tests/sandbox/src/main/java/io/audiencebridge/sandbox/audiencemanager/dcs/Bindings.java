// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When calls bound ids to devices; profiles keep the order only. Guarded by the company's lock. */
final class Bindings {
    private final Partner partner;
    private final Map<Binding, Instant> times = new HashMap<>();

    private record Binding(String uuid, long dataSource, String id) {}

    Bindings(Partner partner) {
        this.partner = partner;
    }

    /** Binds an id to a device. */
    void bind(String uuid, long dataSource, String id) {
        partner.visits().bind(uuid, dataSource, id);
        times.put(new Binding(uuid, dataSource, id), partner.definitions().now());
    }

    /** When a call did so last; empty if only a file did. */
    Optional<Instant> at(String uuid, long dataSource, String id) {
        return Optional.ofNullable(times.get(new Binding(uuid, dataSource, id)));
    }

    void clear() {
        times.clear();
    }
}
