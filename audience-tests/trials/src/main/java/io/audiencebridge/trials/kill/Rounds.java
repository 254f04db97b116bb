// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.trials.Figures;
import io.audiencebridge.trials.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Runs of one errand: first undisturbed, then killed at a point and resumed, each time compared with the first. Not thread-safe. */
final class Rounds {
    private static final int TRIES = 5;

    private final World world;
    private final Path folder;
    private final Figures figures;
    private final Trouble trouble;
    private final Rows rows;
    private final String account;
    private final int writes;
    private final long millis;
    private int round;

    private Rounds(World world, Path folder, Figures figures, Trouble trouble)
            throws IOException, InterruptedException {
        this.world = world;
        this.folder = folder;
        this.figures = figures;
        this.trouble = trouble;
        undisturbed();
        Ended first = undisturbed();
        this.writes = first.writes;
        this.millis = first.millis;
        List<String> there = world.rows();
        if (there.size() != world.expectedRows() || Rows.doubled(there) > 0 || world.below() > 0) {
            throw new IOException(world.errand() + " undisturbed leaves " + there.size() + " rows, not "
                    + world.expectedRows() + ", " + world.below() + " below: " + first.account);
        }
        this.rows = new Rows(there);
        this.account = account(first);
        figures.say(world.errand() + ": undisturbed " + there.size() + " rows, " + writes + " journal writes, " + millis
                + " ms; " + first.account);
    }

    /** Does the errand undisturbed, twice: the first time is slow. */
    static Rounds of(World world, Path folder, Figures figures, Trouble trouble)
            throws IOException, InterruptedException {
        return new Rounds(world, folder, figures, trouble);
    }

    /** How often an undisturbed run writes to its journal. */
    int writes() {
        return writes;
    }

    /** Kills before and after a write of the journal. */
    void atWrite(int write) throws IOException, InterruptedException {
        killed(new KillPoint(KillPoint.Kind.BEFORE, write));
        killed(new KillPoint(KillPoint.Kind.AFTER, write));
    }

    /** Kills at a random moment; a run that was quicker is none, and another moment is tried. */
    void atRandom(Random random) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (killed(new KillPoint(KillPoint.Kind.MILLISECONDS, (int) (random.nextDouble() * millis)))) {
                return;
            }
        }
        throw new IOException(world.errand() + " ended " + TRIES + " times before it could be killed");
    }

    private boolean killed(KillPoint point) throws IOException, InterruptedException {
        round++;
        Map<String, String> arguments = new HashMap<>(world.begin());
        try (Child child = start(arguments, true, point)) {
            if (!reach(child, point) || !child.kill()) {
                Folders.delete(home());
                return false;
            }
        }
        trouble.killed();
        try (Child child = start(arguments, false, KillPoint.NEVER)) {
            compare(point, toTheEnd(child));
        }
        Folders.delete(home());
        return true;
    }

    private void compare(KillPoint point, Ended ended) throws IOException {
        if (ended.failed) {
            figures.say(world.errand() + " killed at " + point + " was not resumed: " + ended.account);
            return;
        }
        trouble.resumed();
        List<String> there = world.rows();
        trouble.rows(rows.lost(there), Rows.doubled(there), world.below());
        String now = account(ended);
        if (rows.strange(there) > 0 || !now.equals(account)) {
            trouble.different();
            figures.say(world.errand() + " killed at " + point + " ended otherwise, " + rows.strange(there)
                    + " strangers:\n  " + now + "\n  " + account);
        }
        if (rows.lost(there) + Rows.doubled(there) + world.below() > 0) {
            figures.say(world.errand() + " killed at " + point + ": lost " + rows.lost(there) + ", doubled "
                    + Rows.doubled(there) + ", below " + world.below());
        }
    }

    private String account(Ended ended) throws IOException {
        return ended.account + " " + world.state() + " " + Homes.remembered(home());
    }

    private Ended undisturbed() throws IOException, InterruptedException {
        Folders.delete(home());
        try (Child child = start(world.begin(), true, KillPoint.NEVER)) {
            Ended ended = toTheEnd(child);
            if (ended.failed) {
                throw new IOException(world.errand() + " undisturbed: " + ended.account);
            }
            child.ended();
            return ended;
        }
    }

    private Child start(Map<String, String> errand, boolean begin, KillPoint point) throws IOException {
        Map<String, String> arguments = new TreeMap<>(errand);
        arguments.putAll(world.sandbox().description());
        arguments.put("errand", world.errand());
        arguments.put("home", home().toString());
        arguments.put("begin", Boolean.toString(begin || !Homes.knowsRuns(home())));
        arguments.put("point", point.toString());
        arguments.put("ahead", Long.toString(ahead()));
        return Child.start(arguments, folder.resolve(world.errand() + ".jsa"));
    }

    private Path home() {
        return folder.resolve(world.errand() + "-" + round);
    }

    private long ahead() {
        return Duration.between(Instant.now(), world.sandbox().clock().instant())
                .toMillis();
    }

    /** Waits until the child is where it is to be killed; false when it ended before. */
    private boolean reach(Child child, KillPoint point) throws IOException, InterruptedException {
        String line = child.hear();
        while (!line.equals("ready")) {
            line = known(line);
            line = child.hear();
        }
        long until = System.nanoTime() + point.number() * 1_000_000L;
        boolean byTime = point.kind() == KillPoint.Kind.MILLISECONDS;
        while (true) {
            String said = byTime ? child.hear(Math.max(0, (until - System.nanoTime()) / 1_000_000)) : child.hear();
            if (said == null || said.equals("there")) {
                return true;
            }
            if (said.startsWith("done ") || known(said).startsWith("failed ")) {
                return false;
            }
            answer(child, said);
        }
    }

    private static String known(String line) throws IOException {
        if (line.isEmpty()) {
            throw new IOException("The child ended without a word; what it said stands above");
        }
        return line;
    }

    private Ended toTheEnd(Child child) throws IOException, InterruptedException {
        Ended ended = new Ended();
        while (true) {
            String line = known(child.hear());
            if (line.equals("ready")) {
                ended.began = System.nanoTime();
            } else if (line.startsWith("wrote ")) {
                ended.writes++;
            } else if (line.startsWith("done ") || line.startsWith("failed ")) {
                ended.millis = (System.nanoTime() - ended.began) / 1_000_000;
                ended.failed = line.startsWith("failed ");
                ended.account = line;
                return ended;
            } else {
                answer(child, line);
            }
        }
    }

    /** Time passes when the run waits for it. */
    private void answer(Child child, String line) throws IOException {
        if (line.startsWith("waiting ")) {
            Instant until = Instant.ofEpochMilli(Long.parseLong(line.substring("waiting ".length())));
            Instant now = world.sandbox().clock().instant();
            world.sandbox().clock().advance(until.isAfter(now) ? Duration.between(now, until) : Duration.ofMinutes(1));
            child.say(Long.toString(ahead()));
        }
    }

    /** How a child ended. */
    private static final class Ended {
        private String account = "";
        private boolean failed;
        private int writes;
        private long began;
        private long millis;
    }
}
