// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A click of a recipient: whose, and which visitor the browser said it was. A class of its own identity: two clicks may look alike. */
final class TrackingLog implements Row {
    private final long number;
    private final @Nullable Recipient recipient;
    private final String sourceId;
    private final Instant at;

    TrackingLog(long number, @Nullable Recipient recipient, String sourceId, Instant at) {
        this.number = number;
        this.recipient = recipient;
        this.sourceId = sourceId;
        this.at = at;
    }

    /** One of nobody, to find a place in the order of the numbers. */
    static TrackingLog numbered(long number) {
        return new TrackingLog(number, null, "", Instant.EPOCH);
    }

    long number() {
        return number;
    }

    Recipient recipient() {
        return java.util.Objects.requireNonNull(recipient);
    }

    String sourceId() {
        return sourceId;
    }

    Instant at() {
        return at;
    }

    @Override
    public String column(String column) {
        return switch (column) {
            case "@id" -> Long.toString(number);
            case "@recipient-id" -> recipient().id();
            case "@sourceId" -> sourceId;
            case "@logDate" -> Texts.time(at);
            default -> "";
        };
    }

    @Override
    public @Nullable Row link(String name) {
        return name.equals("recipient") ? recipient : null;
    }
}
