// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.experienceplatform.exports.Exporter;
import io.audiencebridge.sandbox.experienceplatform.exports.Storages;
import io.audiencebridge.sandbox.experienceplatform.people.Population;
import java.time.Instant;
import java.util.function.Supplier;

/** What there is in one sandbox of the organisation. Its monitor guards everything below; whatever fell due is done before anybody looks. */
final class Tenant {
    private final SandboxClock clock;
    private final Population people = new Population();
    private final Exporter exporter;

    Tenant(SandboxClock clock, Storages storages) {
        this.clock = clock;
        exporter = new Exporter(people, storages);
    }

    Population people() {
        return people;
    }

    Exporter exporter() {
        return exporter;
    }

    Instant now() {
        return clock.instant();
    }

    /** Does something under the lock, between what fell due and what falls due by it. */
    synchronized <T> T with(Supplier<T> work) {
        exporter.catchUp(now());
        T result = work.get();
        exporter.catchUp(now());
        return result;
    }

    /** Likewise. */
    synchronized void act(Runnable work) {
        exporter.catchUp(now());
        work.run();
        exporter.catchUp(now());
    }

    synchronized void clockMoved(Instant now) {
        exporter.catchUp(now);
    }

    synchronized void reset() {
        exporter.reset();
        people.clear();
    }
}
