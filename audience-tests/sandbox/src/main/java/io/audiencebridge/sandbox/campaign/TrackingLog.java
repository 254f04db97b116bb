// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A click: which recipient, and what the browser's cookie said. */
record TrackingLog(long number, Recipient recipient, String sourceId, Instant at) implements Row {
    @Override
    public String column(String column) {
        return switch (column) {
            case "@id" -> Long.toString(number);
            case "@recipient-id" -> recipient.id();
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
