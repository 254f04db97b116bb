// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.Set;

/** The bytes at which a value or list of a row ends; each ends with the line at the latest. Immutable. */
final class Ends {
    private final boolean[] ending = new boolean[256];

    Ends(Set<Integer> bytes) {
        bytes.forEach(end -> ending[end] = true);
    }

    /** Where it ends that begins at {@code from}. */
    int next(byte[] line, int from, int length) {
        int at = from;
        while (at < length && !ending[line[at] & 0xff]) {
            at++;
        }
        return at;
    }
}
