// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.time.Duration;

/** Which harm is done by which fault. */
final class Strike {
    private static final Duration JUMP = Duration.ofDays(1);

    private Strike() {}

    /** What is done to a call on the line; those around it pass. */
    static Effect onTheLine(Fault fault) {
        return switch (fault) {
            case RESET_BEFORE_ONCE, RESET_BEFORE -> Harm::resetBefore;
            case RESET_AFTER_ONCE, RESET_AFTER -> Harm::resetAfter;
            case STALL_ONCE, STALL -> Harm::stall;
            case DRIP -> Harm::drip;
            case UNAUTHORIZED_ONCE, UNAUTHORIZED -> Harm.status(401);
            case FORBIDDEN -> Harm.status(403);
            case NOT_FOUND -> Harm.status(404);
            case CONFLICT -> Harm.status(409);
            case THROTTLED_ONCE, THROTTLED -> Harm::throttle;
            case TOO_MANY_ONCE, TOO_MANY -> Harm.status(429);
            case BROKEN_ONCE, BROKEN -> Harm.status(500);
            case BAD_GATEWAY_ONCE, BAD_GATEWAY -> Harm::badGateway;
            case OUT_OF_ORDER_ONCE, OUT_OF_ORDER -> Harm.status(503);
            case TRUNCATED_ONCE, TRUNCATED -> Harm::truncate;
            case WRONG_LENGTH_ONCE, WRONG_LENGTH -> Harm::announceWrongly;
            case WRONG_CHARSET_NAME -> Harm::nameWrongCharset;
            case WRONG_CHARSET -> Harm::writeWrongCharset;
            case CORRUPT_GZIP -> Harm::corrupt;
            default -> Visit::pass;
        };
    }

    /** What is done around the calls. */
    static void around(Fault fault, World world, Site site) {
        switch (fault) {
            case REFUSED -> world.refuse(site);
            case REFUSED_SHORTLY -> world.refuseShortly(site);
            case UNTRUSTED -> world.distrust(site);
            case EXPIRED -> world.expire(site);
            case NAMELESS -> world.forgetName();
            case CLOCK_AHEAD -> world.jump(JUMP);
            case CLOCK_BACK -> world.jump(JUMP.negated());
            case WRONG_KEY -> {}
            case DISK_FULL -> world.fillDisk();
            default -> throw new IllegalArgumentException(fault + " is done on the line");
        }
    }
}
