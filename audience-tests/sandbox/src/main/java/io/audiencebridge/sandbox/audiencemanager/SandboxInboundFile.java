// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.util.Map;

/**
 * What became of an inbound file.
 *
 * @param key its key in the inbound bucket
 * @param status {@code WAITING}, {@code PROCESSED} or {@code REJECTED}
 * @param reason why it was rejected, else empty
 * @param counters the counters of the receipt by their labels, such as {@code storedRecords}
 */
public record SandboxInboundFile(String key, String status, String reason, Map<String, Long> counters) {
    /** The counters cannot be changed. */
    public SandboxInboundFile {
        counters = Map.copyOf(counters);
    }
}
