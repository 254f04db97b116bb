// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.util.AbstractCollection;
import java.util.BitSet;
import java.util.Iterator;

/** Ids by their numbers, each made a text only when it is looked at. */
final class MemberIds extends AbstractCollection<String> {
    private final IdTable ids;
    private final BitSet numbers;

    MemberIds(IdTable ids, BitSet numbers) {
        this.ids = ids;
        this.numbers = numbers;
    }

    @Override
    public Iterator<String> iterator() {
        return numbers.stream().mapToObj(ids::text).iterator();
    }

    @Override
    public int size() {
        return numbers.cardinality();
    }
}
