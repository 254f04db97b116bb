// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The mail that tells what became of inbound files.
 *
 * @param at when it was sent
 * @param dataSourceId whose ids the files are of
 * @param keys the files, by their keys in the inbound bucket
 * @param counters their counters together, by their labels, such as {@code storedRecords}
 * @param mail as it is sent, header lines and all: the content of an {@code .eml} file
 */
public record SandboxReceipt(
        Instant at, long dataSourceId, List<String> keys, Map<String, Long> counters, String mail) {
    /** Neither can be changed. */
    public SandboxReceipt {
        keys = List.copyOf(keys);
        counters = Map.copyOf(counters);
    }
}
