// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All runs, oldest first. Guarded by the emulator's lock. */
public final class Runs {
    /** What a run that failed says. */
    public static final String ABORTED = "Job aborted.";

    private final List<Run> all = new ArrayList<>();

    Run start(String destination, String audience, Instant at) {
        Run run = new Run(UUID.randomUUID().toString(), destination, audience, at);
        all.add(run);
        return run;
    }

    /** All of them. */
    public List<Run> all() {
        return List.copyOf(all);
    }

    /** The run of an audience to a destination that has not come to its end. */
    public Optional<Run> goingOn(String destination, String audience) {
        return all.stream()
                .filter(run -> run.goesOn()
                        && run.destination().equals(destination)
                        && run.audience().equals(audience))
                .findFirst();
    }

    void clear() {
        all.clear();
    }
}
