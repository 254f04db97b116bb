// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the engine remembers of a workflow beside its record. */
final class Progress {
    private final String model;
    private final Deque<Queued> commands = new ArrayDeque<>();
    private final Deque<Queued> heldEvents = new ArrayDeque<>();
    private Database.Variables variables = new Database.Variables(Map.of());
    private @Nullable Instant workAt;

    /** A command that was accepted, and when it takes effect. */
    record Queued(Command command, Event event, Instant at) {}

    /**
     * A workflow's progress.
     *
     * @param model the internal name that says what it does: its own, or that of the workflow it was spawned from
     */
    Progress(String model) {
        this.model = model;
    }

    String model() {
        return model;
    }

    Deque<Queued> commands() {
        return commands;
    }

    /** Events for a paused workflow, which it gets when it goes on. */
    Deque<Queued> heldEvents() {
        return heldEvents;
    }

    Database.Variables variables() {
        return variables;
    }

    void variables(Database.Variables given) {
        variables = given;
    }

    @Nullable
    Instant workAt() {
        return workAt;
    }

    void workAt(@Nullable Instant at) {
        workAt = at;
    }
}
