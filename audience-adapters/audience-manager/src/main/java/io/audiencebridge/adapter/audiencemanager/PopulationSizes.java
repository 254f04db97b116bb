// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Figures;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.OptionalLong;

/** How many have a trait, or are in a segment: the widest window of time that an answer has. Ids, not people. */
final class PopulationSizes {
    private static final Vector<String> TRAIT =
            Vector.of("uniquesLifetime", "uniques90Day", "uniques60Day", "uniques30Day");
    private static final Vector<String> SEGMENT =
            Vector.of("totalUniquesLifetime", "totalUniques90Day", "totalUniques60Day", "totalUniques30Day");

    private PopulationSizes() {}

    static Option<Long> of(Trait trait) {
        return of(trait.population(), TRAIT);
    }

    static Option<Long> of(Segment segment) {
        return of(segment.population(), SEGMENT);
    }

    private static Option<Long> of(Figures figures, Vector<String> names) {
        return names.map(figures::of).find(OptionalLong::isPresent).map(OptionalLong::getAsLong);
    }
}
