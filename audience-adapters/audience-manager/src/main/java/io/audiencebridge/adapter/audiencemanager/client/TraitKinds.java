// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.vavr.collection.Map;
import io.vavr.control.Option;

/** What is known of traits when a segment's rule is checked. */
@FunctionalInterface
public interface TraitKinds {
    /** The kind of the trait with this number; none if there is no such trait or it cannot be seen. */
    Option<TraitKind> of(long sid);

    /** Those of {@code kinds} by number, and no others. {@link SegmentRule#sids()} says which a rule needs. */
    static TraitKinds of(Map<Long, TraitKind> kinds) {
        return kinds::get;
    }
}
