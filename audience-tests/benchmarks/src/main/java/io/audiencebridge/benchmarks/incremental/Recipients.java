// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import io.audiencebridge.benchmarks.reconcile.PartSource;
import io.audiencebridge.domain.member.KeySource;
import java.io.IOException;

/** Where a side reads the recipients of both days. */
interface Recipients extends AutoCloseable {
    /** Everybody of the first day; asked for on that day, and once. */
    KeySource first() throws IOException;

    /** Everybody of the second day. */
    KeySource everybody() throws IOException;

    /** Who changed since {@link #first} was asked for. */
    KeySource changed() throws IOException;

    /** Most hold nothing. */
    @Override
    default void close() {
        // nothing to give back
    }

    /**
     * Out of gzip parts.
     *
     * @param population the parts
     */
    record InParts(Population population) implements Recipients {
        @Override
        public KeySource first() throws IOException {
            return PartSource.all(population.parts("before"), true);
        }

        @Override
        public KeySource everybody() throws IOException {
            return PartSource.all(population.parts("after"), true);
        }

        @Override
        public KeySource changed() throws IOException {
            return PartSource.all(population.parts("changed"), true);
        }
    }
}
