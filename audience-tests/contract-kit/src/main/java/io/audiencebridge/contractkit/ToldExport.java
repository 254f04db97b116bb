// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import java.time.Instant;
import java.util.List;

/**
 * An export that a system is to hand over.
 *
 * @param time when it holds, whole seconds
 * @param full whether it names everybody who is in the audience
 * @param entering keys of those who are in it
 * @param leaving keys of those who left it
 */
public record ToldExport(Instant time, boolean full, List<String> entering, List<String> leaving) {
    /** Copies the keys. */
    public ToldExport {
        entering = List.copyOf(entering);
        leaving = List.copyOf(leaving);
    }
}
