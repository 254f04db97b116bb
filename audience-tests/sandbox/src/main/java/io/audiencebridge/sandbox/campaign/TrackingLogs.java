// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The tracking logs of recipients in the order of their numbers, which is the order of the clicks unless one was dated back. */
final class TrackingLogs {
    private static final Comparator<TrackingLog> BY_NUMBER = Comparator.comparingLong(TrackingLog::number);

    private final List<TrackingLog> logs = new ArrayList<>();
    private long nextNumber = 1;
    private boolean inOrderOfTime = true;

    List<TrackingLog> all() {
        return Collections.unmodifiableList(logs);
    }

    TrackingLog add(Recipient recipient, String sourceId, Instant at) {
        TrackingLog log = new TrackingLog(nextNumber++, recipient, sourceId, at);
        inOrderOfTime &=
                logs.isEmpty() || !at.isBefore(logs.get(logs.size() - 1).at());
        logs.add(log);
        recipient.clicked(log);
        return log;
    }

    boolean isInOrderOfTime() {
        return inOrderOfTime;
    }

    /** Those whose number is at least this one. */
    List<TrackingLog> from(long number) {
        int at = Collections.binarySearch(logs, TrackingLog.numbered(number), BY_NUMBER);
        return logs.subList(at < 0 ? -at - 1 : at, logs.size());
    }

    /** At least those that are of this time or later; all of them if they are not in the order of time. */
    List<TrackingLog> since(Instant time) {
        if (!inOrderOfTime) {
            return logs;
        }
        int low = 0;
        int high = logs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (logs.get(middle).at().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return logs.subList(low, logs.size());
    }

    /** Removes logs, also from their recipients; says how many. */
    int remove(Predicate<TrackingLog> which) {
        int before = logs.size();
        logs.removeIf(log -> {
            boolean gone = which.test(log);
            if (gone) {
                log.recipient().forget(log);
            }
            return gone;
        });
        return before - logs.size();
    }

    /** Removes the logs of one recipient. */
    void removeAll(List<TrackingLog> gone) {
        for (TrackingLog log : gone) {
            int at = Collections.binarySearch(logs, log, BY_NUMBER);
            if (at >= 0) {
                logs.remove(at);
                log.recipient().forget(log);
            }
        }
    }

    /** Puts a removed log back to its place. */
    void putBack(TrackingLog log) {
        int at = Collections.binarySearch(logs, log, BY_NUMBER);
        if (at < 0) {
            logs.add(-at - 1, log);
            log.recipient().clicked(log);
        }
    }

    void clear() {
        logs.clear();
        nextNumber = 1;
        inOrderOfTime = true;
    }
}
