// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.rules;

import java.util.BitSet;
import java.util.Collection;

/** Who has which trait, as a segment's rule asks for it. */
public interface Holders {
    /** How many there are who might have a trait. */
    int size();

    /** Those who have a trait; the caller may change the set. */
    BitSet of(long trait);

    /**
     * How often everybody realized any of some traits, by their numbers.
     *
     * @param days 0 for whenever; else within the last so many days, or when negative, more days ago than that
     */
    int[] counts(Collection<Long> traits, int days);
}
