// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import io.audiencebridge.sandbox.Exchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The recorded exchanges, oldest first; the newest {@value #KEPT} are kept. Safe for several threads. */
public final class ExchangeLog {
    /** How many exchanges are remembered: enough for any test, too few to fill the heap with 4 KB heads. */
    public static final int KEPT = 10_000;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();

    synchronized void add(Exchange exchange) {
        if (exchanges.size() == KEPT) {
            exchanges.removeFirst();
        }
        exchanges.addLast(exchange);
    }

    /** A copy, in the order in which answers ended. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    synchronized void clear() {
        exchanges.clear();
    }
}
