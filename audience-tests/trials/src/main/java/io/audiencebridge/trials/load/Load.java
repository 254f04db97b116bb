// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.load;

import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.trials.Bridges;
import io.audiencebridge.trials.Figures;
import io.audiencebridge.trials.Folders;
import io.audiencebridge.trials.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Many shares at once by one bridge, for minutes, against systems that throttle and answer late: all must finish, and the process must need no more heap, connections or
 * threads at the end than at the beginning.
 */
@Command(
        name = "load",
        description =
                "Shares many lists at once against systems that throttle, and looks at heap, connections and threads.",
        showDefaultValues = true)
public final class Load implements Trial {
    /** Of what is beyond this, each share would have to have some: a leak, not a pool. */
    private static final int CONNECTIONS_A_SHARE = 4;

    private static final int THREADS_A_SHARE = 4;
    private static final int THREADS_BESIDE = 50;

    /** More is growth, less is how collections fall. */
    private static final double FLAT_PERCENT = 15;

    /** In less, everything is still being filled for the first time, and growth says nothing. */
    private static final double MINUTES_TO_SETTLE = 1;

    /** The sandbox's data source of visitor ids. */
    private static final long VISITOR_DATA_SOURCE = 13_701;

    private static final int LOOKS = 60;
    private static final long LONGEST_APART = 5_000;

    @Option(names = "--minutes", description = "how long shares are begun; the last ones are finished")
    private double minutes = 10;

    @Option(names = "--shares", description = "how many at once")
    private int shares = 50;

    @Option(names = "--members", description = "recipients in the list that is shared")
    private int members = 10_000;

    /** The trial, with its defaults. */
    public Load() {}

    @Override
    public boolean run(Figures figures) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("audience-trials");
        try (SandboxProcess sandbox = SandboxProcess.start(members)) {
            AheadClock clock = new AheadClock(sandbox);
            try (AudienceBridge bridge =
                    Bridges.builder(sandbox.description(), folder).clock(clock).build()) {
                Sharer sharer = new Sharer(bridge, clock, list(bridge), VISITOR_DATA_SOURCE, figures);
                return measured(sharer, new Throttle(sandbox), figures);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static String list(AudienceBridge bridge) {
        return bridge.browse(
                        AudienceQuery.builder().connection(Bridges.CAMPAIGN).build())
                .audiences()
                .head()
                .ref()
                .id();
    }

    private boolean measured(Sharer sharer, Throttle throttle, Figures figures)
            throws IOException, InterruptedException {
        long nanos = (long) (minutes * TimeUnit.MINUTES.toNanos(1));
        Gauges gauges = new Gauges(Math.min(LONGEST_APART, TimeUnit.NANOSECONDS.toMillis(nanos) / LOOKS));
        Thread looking = daemon(gauges, "gauges");
        Thread throttling = daemon(throttle, "throttle");
        long begun = System.nanoTime();
        all(sharer, begun + nanos);
        double took = (System.nanoTime() - begun) / 1e9;
        for (Thread each : List.of(looking, throttling)) {
            each.interrupt();
            each.join();
        }
        return print(sharer, gauges, throttle, took, figures);
    }

    private void all(Sharer sharer, long end) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(shares);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < shares; i++) {
                ends.add(workers.submit(() -> {
                    sharer.until(end);
                    return null;
                }));
            }
            for (Future<?> each : ends) {
                each.get();
            }
        } catch (ExecutionException broken) {
            throw new IOException(broken.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private boolean print(Sharer sharer, Gauges gauges, Throttle throttle, double seconds, Figures figures) {
        figures.figure("shares", sharer.shares());
        figures.figure("failed", sharer.failed());
        figures.figure("resumed-after-refusals", sharer.repeated());
        figures.figure("throttled-calls", throttle.fired());
        figures.figure("shares-per-minute", sharer.shares() * 60 / seconds);
        figures.figure("members-per-second", sharer.members() / seconds);
        figures.figure("heap-mib", gauges.heapAtTheEnd() / (double) (1 << 20));
        figures.figure("heap-growth-percent", gauges.heapGrowth());
        figures.figure("connections-at-most", gauges.connectionsAtMost());
        figures.figure("threads-at-most", gauges.threadsAtMost());
        return sharer.shares() >= shares
                && sharer.failed() == 0
                && throttle.fired() > 0
                && (minutes < MINUTES_TO_SETTLE || gauges.heapGrowth() <= FLAT_PERCENT)
                && gauges.connectionsAtMost() <= shares * CONNECTIONS_A_SHARE
                && gauges.threadsAtMost() <= shares * THREADS_A_SHARE + THREADS_BESIDE;
    }
}
