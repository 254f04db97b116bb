// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.Lease;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * What some thread works on. Two at one run would write its files and its journal twice; two at one list would undo each other. Threads of this bridge are told apart here,
 * other processes by leases. Safe for use by several threads.
 */
final class RunsAtWork {
    private final Set<String> subjects = new HashSet<>();

    /** Does {@code work} unless somebody is at work on {@code subject}; then {@code otherwise} hears who and until when. Nobody waits for anybody. */
    <T> Either<BridgeError, T> alone(
            String subject,
            Infrastructure infrastructure,
            Call call,
            Exclusive<T> work,
            Function<BridgeError.Conflict, Either<BridgeError, T>> otherwise) {
        if (!begin(subject)) {
            return otherwise.apply(new BridgeError.Conflict(
                    subject + " is at work already in this bridge; wait for its end, or cancel it first",
                    call.incident()));
        }
        try {
            if (infrastructure.leasing().isEmpty()) {
                return work.work(infrastructure, call);
            }
            Leasing leasing = infrastructure.leasing().get();
            Instant now = infrastructure.clock().instant();
            Lease wanted = new Lease(subject, leasing.holder(), now.plus(leasing.term()));
            return leasing.leases()
                    .take(wanted, now)
                    .flatMap(taken -> taken.holder().equals(wanted.holder())
                            ? holding(wanted, infrastructure, leasing, call, work)
                            : otherwise.apply(elsewhere(taken, call)));
        } finally {
            end(subject);
        }
    }

    synchronized boolean has(RunId run) {
        return subjects.contains(Subjects.of(run));
    }

    private static <T> Either<BridgeError, T> holding(
            Lease lease, Infrastructure infrastructure, Leasing leasing, Call call, Exclusive<T> work) {
        return call.inside(inner -> {
            try (HeldLease held = new HeldLease(lease, leasing, infrastructure.clock(), inner)) {
                return work.work(
                        Infrastructure.Builder.on(new LeasedJournal(infrastructure.journal(), held), infrastructure),
                        inner);
            }
        });
    }

    private static BridgeError.Conflict elsewhere(Lease lease, Call call) {
        return new BridgeError.Conflict(
                lease.subject() + " is at work elsewhere: " + lease.holder() + " holds it until " + lease.until()
                        + " unless it goes on; wait for its end, or try again then",
                call.incident());
    }

    private synchronized boolean begin(String subject) {
        return subjects.add(subject);
    }

    private synchronized void end(String subject) {
        subjects.remove(subject);
    }
}
