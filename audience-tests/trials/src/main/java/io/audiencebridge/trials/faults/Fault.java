// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import java.time.Duration;
import java.util.Set;

/** What can go wrong with a call. A fault that lasts harms every call of that kind from the chosen one on, until it is lifted. */
enum Fault {
    REFUSED("connection refused", Kind.AROUND, "Unavailable"),
    REFUSED_SHORTLY("connection refused for a moment", Kind.AROUND, "Unavailable"),
    RESET_BEFORE_ONCE("reset before the last byte, once", Kind.ONCE, "Unavailable OutcomeUnknown"),
    RESET_BEFORE("reset before the last byte", Kind.LASTING, "Unavailable OutcomeUnknown"),
    RESET_AFTER_ONCE("reset after the last byte, once", Kind.ONCE, "Unavailable OutcomeUnknown"),
    RESET_AFTER("reset after the last byte", Kind.LASTING, "Unavailable OutcomeUnknown"),
    STALL_ONCE("stall, once", Kind.ONCE, "Unavailable OutcomeUnknown DeadlineExceeded"),
    STALL("stall", Kind.LASTING, "Unavailable OutcomeUnknown DeadlineExceeded"),
    DRIP("slow drip", Kind.LASTING, "DeadlineExceeded OutcomeUnknown"),
    UNAUTHORIZED_ONCE("401 once", Kind.ONCE, "AccessDenied"),
    UNAUTHORIZED("401 for ever", Kind.LASTING, "AccessDenied"),
    FORBIDDEN("403", Kind.LASTING, "AccessDenied"),
    NOT_FOUND("404", Kind.LASTING, "NotFound InvalidRequest"),
    CONFLICT("409", Kind.LASTING, "Conflict"),
    THROTTLED_ONCE("429 with Retry-After, once", Kind.ONCE, "Throttled"),
    THROTTLED("429 with Retry-After", Kind.LASTING, "Throttled"),
    TOO_MANY_ONCE("429 without, once", Kind.ONCE, "Throttled"),
    TOO_MANY("429 without", Kind.LASTING, "Throttled"),
    BROKEN_ONCE("500 once", Kind.ONCE, "Unavailable"),
    BROKEN("500", Kind.LASTING, "Unavailable"),
    BAD_GATEWAY_ONCE("502 HTML once", Kind.ONCE, "Unavailable OutcomeUnknown"),
    BAD_GATEWAY("502 HTML", Kind.LASTING, "Unavailable OutcomeUnknown"),
    OUT_OF_ORDER_ONCE("503 once", Kind.ONCE, "Unavailable"),
    OUT_OF_ORDER("503", Kind.LASTING, "Unavailable"),
    TRUNCATED_ONCE("truncated, once", Kind.ONCE, "Unavailable OutcomeUnknown"),
    TRUNCATED("truncated", Kind.LASTING, "Unavailable OutcomeUnknown"),
    WRONG_LENGTH_ONCE("wrong length, once", Kind.ONCE, "Unavailable OutcomeUnknown ProtocolBreach"),
    WRONG_LENGTH("wrong length", Kind.LASTING, "Unavailable OutcomeUnknown ProtocolBreach"),
    WRONG_CHARSET_NAME("wrong charset named", Kind.LASTING, "ProtocolBreach"),
    WRONG_CHARSET("wrong charset written", Kind.LASTING, "ProtocolBreach OutcomeUnknown"),
    CORRUPT_GZIP("corrupt gzip", Kind.LASTING, "ProtocolBreach LocalFailure Unavailable"),
    UNTRUSTED("TLS: untrusted certificate", Kind.AROUND, "LocalFailure"),
    EXPIRED("TLS: expired certificate", Kind.AROUND, "LocalFailure"),
    NAMELESS("DNS failure", Kind.AROUND, "Unavailable"),
    CLOCK_AHEAD("clock jumps a day ahead", Kind.AROUND, ""),
    CLOCK_BACK("clock jumps a day back", Kind.AROUND, ""),
    DISK_FULL("disk full", Kind.AROUND, "LocalFailure"),
    WRONG_KEY("wrong PGP key", Kind.AROUND, "RejectedBySystem InvalidRequest");

    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(4);

    private final String title;
    private final Kind kind;
    private final String codes;

    Fault(String title, Kind kind, String codes) {
        this.title = title;
        this.kind = kind;
        this.codes = codes;
    }

    /** How a fault strikes. */
    private enum Kind {
        /** One call on the line. */
        ONCE,
        /** All calls of that kind on the line. */
        LASTING,
        /** What lies around the calls: ports, names, certificates, clock, disk. */
        AROUND
    }

    /** What it is called in the table. */
    String title() {
        return title;
    }

    /** Whether one call alone is harmed. */
    boolean once() {
        return kind == Kind.ONCE;
    }

    /** Gets ready to strike at that call. */
    void arm(World world, Site site) {
        if (kind == Kind.AROUND) {
            world.plan().before(site, () -> Strike.around(this, world, site));
        } else {
            world.plan().harm(site, this);
        }
    }

    /** Whether the bridge speaks TLS to be struck by it. */
    boolean isOfTls() {
        return this == UNTRUSTED || this == EXPIRED;
    }

    /** Whether it is told by the documented variants, of which that is one. */
    boolean isToldBy(String code) {
        return codes().contains(code);
    }

    /** The documented variants. */
    Set<String> codes() {
        return Set.of(codes.split(" "));
    }

    /** Time that a call of the bridge has while it is struck. */
    Duration limit() {
        return this == STALL || this == STALL_ONCE || this == DRIP ? SHORT : USUAL;
    }

    /** How often one request goes out in a row, at most: a token that was refused is replaced once, and a right answer is no reason to stop asking. */
    int mostCalls(int attempts) {
        return switch (this) {
            case UNAUTHORIZED -> 2;
            case WRONG_CHARSET, WRONG_CHARSET_NAME -> Integer.MAX_VALUE;
            default -> attempts;
        };
    }
}
