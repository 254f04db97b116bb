// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.adapter.storage.HomeFolderFactory;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunRecord;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeException;
import io.audiencebridge.sdk.Run;
import io.audiencebridge.trials.Bridges;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The process that is killed: begins a run, or goes on with the one that its home knows, by the public face alone, and tells how far it is. Arguments are
 * {@code key=value}: what a {@link Errand} needs, and the sandbox's description.
 */
final class Program {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Map<String, String> arguments;
    private final Telling telling;
    private final AtomicLong ahead = new AtomicLong();

    private Program(Map<String, String> arguments, Telling telling) {
        this.arguments = arguments;
        this.telling = telling;
    }

    /** Runs once and ends. */
    public static void main(String[] given) {
        Map<String, String> arguments = new HashMap<>();
        for (String each : given) {
            String[] pair = each.split("=", 2);
            arguments.put(pair[0], pair[1]);
        }
        new Program(arguments, new Telling(System.out, System.in)).run();
    }

    private void run() {
        ahead.set(Long.parseLong(argument("ahead")));
        KillPoint point = KillPoint.parse(argument("point"));
        StoppableHomeFactory.around(journal -> new StoppableJournal(journal, point, telling));
        Errand errand = new Errand(arguments);
        try (AudienceBridge bridge = errand.connect(Bridges.builder(arguments, home()))
                .clock(this::now)
                .build()) {
            telling.say("ready");
            Receipt receipt = known().fold(() -> begun(errand, bridge), bridge::resume);
            while (receipt.state().isWaiting()) {
                telling.say("waiting " + receipt.waiting().orElseThrow().until().toEpochMilli());
                ahead.set(Long.parseLong(telling.hear()));
                receipt = bridge.resume(receipt.run());
            }
            telling.say("done " + errand.account(receipt));
        } catch (AudienceBridgeException failed) {
            telling.say("failed " + failed);
        }
    }

    /** Somebody whose process died before it was told the run's id finds the run in the home folder; if there is none, nothing was begun. */
    private Option<RunId> known() {
        return argument("begin").equals("true")
                ? Option.none()
                : new HomeFolderFactory()
                        .open(home().toString())
                        .flatMap(home -> home.journal().all())
                        .getOrElseThrow(error -> new IllegalStateException(error.message()))
                        .map(RunRecord::run)
                        .headOption();
    }

    private Receipt begun(Errand errand, AudienceBridge bridge) {
        Run run = errand.start(bridge);
        telling.say("run " + run.id());
        return run.await(PATIENCE)
                .getOrElseThrow(() -> new IllegalStateException("Not done in " + PATIENCE))
                .getOrElseThrow(error -> new IllegalStateException(error.toString()));
    }

    /** The sandbox's time: this machine's, and as far ahead as the sandbox is. */
    private Instant now() {
        return Instant.now().plusMillis(ahead.get());
    }

    private Path home() {
        return Path.of(argument("home"));
    }

    private String argument(String name) {
        return Objects.requireNonNull(arguments.get(name), name);
    }
}
