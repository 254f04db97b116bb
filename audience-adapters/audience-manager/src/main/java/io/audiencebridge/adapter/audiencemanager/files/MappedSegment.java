// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a segment is called in the rows of a destination: both name it (SEMANTICS S5).
 *
 * @param sid its number
 * @param alias the name of its mapping; empty when it has none
 */
public record MappedSegment(long sid, String alias) {
    /** The number as it stands in a row. */
    byte[] number() {
        return Long.toString(sid).getBytes(StandardCharsets.US_ASCII);
    }

    /** The name as it stands in a row; the number when there is none. */
    byte[] name() {
        return alias.isEmpty() ? number() : alias.getBytes(StandardCharsets.UTF_8);
    }

    /** All that names it. */
    Set<String> names() {
        Set<String> number = HashSet.of(Long.toString(sid));
        return alias.isEmpty() ? number : number.add(alias);
    }

    /** Whether {@code text[from, to)} names it where it is not known which of the two stands there. */
    static boolean same(byte[] name, byte[] text, int from, int to) {
        return Arrays.equals(name, 0, name.length, text, from, to);
    }
}
