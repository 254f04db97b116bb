// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** All cells, found by running each use case undisturbed, and what became of them. */
final class Matrix {
    private final Certificates certificates = new Certificates();
    private final int workers;

    Matrix(int workers) {
        this.workers = workers;
    }

    /** The calls of each use case; of calls of one kind the first and the last, since those between them are no different. */
    Map<Use, List<Site>> sites(Collection<Use> uses) {
        Map<Use, List<Site>> sites = new LinkedHashMap<>();
        try (Bench bench = new Bench(certificates)) {
            uses.forEach(use -> sites.put(use, endsOfKinds(bench.discover(use))));
        }
        return sites;
    }

    private static List<Site> endsOfKinds(List<Site> calls) {
        Map<String, Site> ends = new LinkedHashMap<>();
        for (Site call : calls) {
            String kind = call.system() + call.label();
            ends.putIfAbsent("first " + kind, call);
            if (call.occurrence() > 1) {
                ends.put("last " + kind, call);
            }
        }
        return List.copyOf(ends.values());
    }

    /** Every fault at every call, where that makes sense. */
    static List<Cell> cells(Map<Use, List<Site>> sites, Collection<Fault> faults) {
        List<Cell> cells = new ArrayList<>();
        sites.forEach((use, calls) -> {
            Set<String> systems = new HashSet<>();
            for (Site call : calls) {
                boolean first = systems.add(call.system());
                faults.stream()
                        .map(fault -> new Cell(use, fault, call))
                        .filter(cell -> cell.makesSense(first))
                        .forEach(cells::add);
            }
        });
        return cells;
    }

    /** Tries all that fit, some at a time. */
    List<Verdict> tried(List<Cell> cells) throws InterruptedException {
        LinkedBlockingQueue<Cell> waiting = new LinkedBlockingQueue<>(shuffled(cells));
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<List<Verdict>>> shares = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                shares.add(threads.submit(() -> work(waiting)));
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<List<Verdict>> share : shares) {
                verdicts.addAll(share.get());
            }
            return verdicts;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A cell could not be tried", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Cells that mostly wait are spread among those that mostly work. */
    private static List<Cell> shuffled(List<Cell> cells) {
        List<Cell> mixed = new ArrayList<>(cells);
        Collections.shuffle(mixed, new Random(1));
        return mixed;
    }

    private List<Verdict> work(LinkedBlockingQueue<Cell> waiting) {
        List<Verdict> verdicts = new ArrayList<>();
        try (Bench bench = new Bench(certificates)) {
            for (Cell cell = waiting.poll(); cell != null; cell = waiting.poll()) {
                verdicts.add(bench.tried(cell));
            }
        }
        return verdicts;
    }
}
