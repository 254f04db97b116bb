// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a system's own workflows were asked to do and have done. Nothing is done before {@link #run}. Safe for use by several threads. */
final class InMemoryWorkflows {
    private final Queue<String> waiting = new ArrayDeque<>();
    private final Map<String, Runnable> work = new ConcurrentHashMap<>();
    private final Set<String> done = new HashSet<>();

    /** Takes on work under a name; asking again under the same name changes nothing. */
    synchronized void ask(String name, Runnable task) {
        if (!done.contains(name) && work.putIfAbsent(name, task) == null) {
            waiting.add(name);
        }
    }

    synchronized boolean isAsked(String name) {
        return work.containsKey(name) || done.contains(name);
    }

    synchronized boolean isDone(String name) {
        return done.contains(name);
    }

    synchronized boolean forget(String name) {
        waiting.remove(name);
        return work.remove(name) != null || done.remove(name);
    }

    /** Does all that was asked for, in order. */
    synchronized void run() {
        for (String name = waiting.poll(); name != null; name = waiting.poll()) {
            Runnable task = work.remove(name);
            if (task != null) {
                task.run();
                done.add(name);
            }
        }
    }
}
