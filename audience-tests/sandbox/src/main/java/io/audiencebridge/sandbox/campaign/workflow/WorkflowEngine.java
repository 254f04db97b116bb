// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the workflows: a command is queued and takes effect later, work is done when it falls due. Guarded by the database's lock. Source: campaign.md, section 3.5.
 */
public final class WorkflowEngine {
    private final Database database;
    private final Activities activities;
    private final Map<Long, Progress> progresses = new HashMap<>();

    /** An engine over a database, with files and audiences outside of it. */
    public WorkflowEngine(Database database, Outside outside) {
        this.database = database;
        activities = new Activities(outside);
    }

    /** Forgets everything and counts the passes of technical workflows from now on. */
    public void restart(Instant now) {
        progresses.clear();
        activities.restart();
        database.workflows().stream()
                .filter(Database.WorkflowRow::technical)
                .filter(row -> row.state() == States.STARTED)
                .forEach(row -> schedule(row, progress(row), now.plus(Timing.FIRST_PASS_AFTER)));
    }

    /** Says how a workflow that the sandbox does not know ends; what nobody says anything about finishes. */
    public void behave(String internalName, Ending ending) {
        activities.put(internalName, ending);
    }

    /** Accepts a command. What it cannot do it forgets, as only the log of a real server says. */
    public void accept(Database.WorkflowRow row, Command command, Event event, Instant now) {
        Progress progress = progress(row);
        progress.commands().add(new Progress.Queued(command, event, now.plus(Timing.EFFECT_AFTER)));
        int passing = passing(row, command);
        if (passing != row.state()) {
            database.state(row.id(), passing, row.failed());
        }
    }

    /** The state until the command takes effect. */
    private static int passing(Database.WorkflowRow row, Command command) {
        boolean runs = row.state() == States.STARTED;
        boolean rests = row.state() == States.PAUSED;
        return switch (command) {
            case PAUSE -> runs ? States.PAUSING : row.state();
            case RESUME, START -> rests ? States.RESUMING : row.state();
            case STOP, KILL -> runs || rests ? States.STOPPING : row.state();
            case RESTART -> runs || rests ? States.RESTARTING : row.state();
            default -> row.state();
        };
    }

    /** A new instance of a workflow, which is started. */
    public long spawn(Database.WorkflowRow model, Command command, Event event, Instant now) {
        Database.WorkflowRow spawned = database.spawn(model);
        progresses.put(spawned.id(), new Progress(progress(model).model()));
        accept(spawned, command, event, now);
        return spawned.id();
    }

    /** When the next thing falls due. */
    public Optional<Instant> nextDue() {
        return database.workflows().stream().flatMap(this::due).min(Instant::compareTo);
    }

    private Stream<Instant> due(Database.WorkflowRow row) {
        Progress progress = progress(row);
        Progress.Queued command = progress.commands().peek();
        boolean works = row.state() == States.STARTED || isPassing(row.state());
        return Stream.concat(
                Stream.ofNullable(command).map(Progress.Queued::at),
                works ? Stream.ofNullable(progress.workAt()) : Stream.empty());
    }

    private static boolean isPassing(int state) {
        return state == States.PAUSING;
    }

    /** Does, in the order of their times, all that fell due up to now. */
    public void run(Instant now) {
        for (Optional<Instant> due = nextDue();
                due.filter(at -> !at.isAfter(now)).isPresent();
                due = nextDue()) {
            Instant at = due.orElseThrow();
            OptionalLong workflow = database.workflows().stream()
                    .filter(row -> due(row).anyMatch(at::equals))
                    .mapToLong(Database.WorkflowRow::id)
                    .findFirst();
            database.asAt(at, () -> step(workflow.orElseThrow(), at));
        }
    }

    private void step(long workflow, Instant at) {
        Database.WorkflowRow row = database.workflow(Long.toString(workflow)).orElseThrow();
        Progress progress = progress(row);
        Progress.Queued command = progress.commands().peek();
        if (command != null && command.at().equals(at)) {
            progress.commands().remove();
            effect(row, progress, command);
        } else {
            work(row, progress, at);
        }
    }

    private void effect(Database.WorkflowRow row, Progress progress, Progress.Queued queued) {
        boolean rests = row.state() == States.RESUMING || row.state() == States.PAUSED;
        switch (queued.command()) {
            case START -> {
                if (rests) {
                    resume(row, progress, queued.at());
                } else if (row.state() != States.STARTED) {
                    progress.variables(queued.event().variables());
                    begin(row, progress, queued.at());
                }
            }
            case RESTART -> begin(row, progress, queued.at());
            case RESUME -> {
                if (rests) {
                    resume(row, progress, queued.at());
                }
            }
            case PAUSE -> {
                if (row.state() == States.PAUSING) {
                    database.state(row.id(), States.PAUSED, false);
                    say(row, queued.at(), "Paused");
                }
            }
            case STOP, KILL -> end(row, progress, queued.at(), "Stopped");
            case WAKE_UP -> wakeUp(row, progress, queued.at());
            case EVENT -> event(row, progress, queued);
            case SIMULATE -> {
                say(row, queued.at(), "Simulated: nothing was written");
                end(row, progress, queued.at(), "Finished");
            }
        }
    }

    private void begin(Database.WorkflowRow row, Progress progress, Instant at) {
        progress.heldEvents().clear();
        database.state(row.id(), States.STARTED, false);
        say(row, at, "Started");
        database.processed(row.id(), at);
        schedule(row, progress, row.technical() ? at : at.plus(Timing.WORK_TAKES));
    }

    private void resume(Database.WorkflowRow row, Progress progress, Instant at) {
        database.state(row.id(), States.STARTED, false);
        say(row, at, "Resumed");
        if (progress.workAt() == null || row.failed() || progress.workAt().isBefore(at)) {
            schedule(row, progress, row.technical() ? at : at.plus(Timing.WORK_TAKES));
        }
        while (!progress.heldEvents().isEmpty()) {
            Progress.Queued held = progress.heldEvents().removeLast();
            progress.commands().addFirst(new Progress.Queued(held.command(), held.event(), at));
        }
    }

    private void wakeUp(Database.WorkflowRow row, Progress progress, Instant at) {
        if (row.state() == States.STARTED && row.technical()) {
            schedule(row, progress, at);
        }
    }

    private void event(Database.WorkflowRow row, Progress progress, Progress.Queued queued) {
        if (row.state() == States.PAUSED || row.state() == States.PAUSING || row.state() == States.RESUMING) {
            progress.heldEvents().add(queued);
        } else if (row.state() == States.STARTED) {
            say(row, queued.at(), "Event received by '" + queued.event().activity() + "'");
            wakeUp(row, progress, queued.at());
            if (queued.event().complete() && activities.waits(progress.model())) {
                end(row, progress, queued.at(), "Finished");
            }
        }
    }

    private void work(Database.WorkflowRow row, Progress progress, Instant at) {
        @Nullable Instant next = row.technical() ? at.plus(Timing.PASS_EVERY) : null;
        schedule(row, progress, next);
        Run run = new Run(database, row.id(), progress.model(), at, progress.variables());
        try {
            activities.of(progress.model()).work(run);
        } catch (Failure failure) {
            database.log(row.id(), new LogLine(at, progress.model(), LogLine.ERROR, failure.text()));
            database.processed(row.id(), at);
            database.state(row.id(), States.PAUSED, true);
            return;
        }
        database.processed(row.id(), at);
        if (!row.technical() && !activities.waits(progress.model())) {
            end(row, progress, at, "Finished");
        }
    }

    private void end(Database.WorkflowRow row, Progress progress, Instant at, String message) {
        if (row.state() == States.FINISHED || (row.state() == States.EDITED && message.equals("Stopped"))) {
            return;
        }
        schedule(row, progress, null);
        progress.heldEvents().clear();
        database.state(row.id(), States.FINISHED, false);
        say(row, at, message);
    }

    private void schedule(Database.WorkflowRow row, Progress progress, @Nullable Instant at) {
        progress.workAt(at);
        database.next(row.id(), Optional.ofNullable(row.technical() ? at : null));
    }

    private void say(Database.WorkflowRow row, Instant at, String message) {
        database.log(row.id(), new LogLine(at, "workflow", LogLine.INFORMATION, message));
    }

    private Progress progress(Database.WorkflowRow row) {
        return progresses.computeIfAbsent(row.id(), id -> new Progress(row.internalName()));
    }
}
