// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.profiles;

import java.util.AbstractCollection;
import java.util.BitSet;
import java.util.Iterator;

/** Ids by their numbers, each made a text only when it is looked at. */
public final class MemberIds extends AbstractCollection<String> {
    private final Ids ids;
    private final BitSet numbers;

    public MemberIds(Ids ids, BitSet numbers) {
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
