// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import java.time.Instant;
import java.util.List;

/**
 * An export of an audience.
 *
 * @param identity tells it from others by its content
 * @param full whether who is not in it is not in the audience
 * @param time when it was made
 * @param entering keys of those who are in the audience
 * @param leaving keys of those who left it
 */
public record InMemoryExport(String identity, boolean full, Instant time, List<String> entering, List<String> leaving) {
    /** Copies the keys. */
    public InMemoryExport {
        entering = List.copyOf(entering);
        leaving = List.copyOf(leaving);
    }
}
