// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The mail about the files of one data source in one run.
 *
 * @param at when it was written
 * @param dataSource whose ids the files are of; the mail calls it the partner
 * @param keys the files
 * @param counters their counters together
 * @param mail as it is sent
 */
public record Receipt(Instant at, long dataSource, List<String> keys, Map<String, Long> counters, String mail) {
    /** Neither can be changed. */
    public Receipt {
        keys = List.copyOf(keys);
        counters = Map.copyOf(counters);
    }
}
