// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.util.concurrent.atomic.AtomicLong;

/** How many lines of a delivery could be decided. Safe for use by several threads. */
final class DeliveredLines {
    private final String delivery;
    private final AtomicLong decided = new AtomicLong();
    private final AtomicLong undecided = new AtomicLong();

    /** None yet of the delivery of that name. */
    DeliveredLines(String delivery) {
        this.delivery = delivery;
    }

    void count(long moreDecided, long moreUndecided) {
        decided.addAndGet(moreDecided);
        undecided.addAndGet(moreUndecided);
    }

    long lines() {
        return decided.get() + undecided.get();
    }

    /** A template of another make would turn a whole audience into leavers, so a delivery without one line of ours is none. */
    Either<BridgeError, Long> sound() {
        return decided.get() == 0 && undecided.get() > 0
                ? Either.left(
                        Damage.of(
                                delivery,
                                "has " + undecided.get()
                                        + " lines and not one by the destination's row template; give that in audienceManager.outboundRows, or set the destination to the default one (id, space, segments)"))
                : Either.right(lines());
    }
}
