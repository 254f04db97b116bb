// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import java.util.OptionalInt;

/** Who is to be left alone, by one id. Prints no id. */
public sealed interface OptOutOrder {
    /** The person's region, if the caller is sure that there is no other; empty means all. */
    OptionalInt region();

    /**
     * A person by a declared id.
     *
     * @param dataSource of what it is an id: by its integration code where it has one, else by its number
     * @param id in the data source's wire form
     * @param region the person's only region, if known
     */
    record Person(DataSource dataSource, String id, OptionalInt region) implements OptOutOrder {
        @Override
        public String toString() {
            return "Person[hidden, data source " + dataSource.id() + "]";
        }
    }

    /**
     * A browser or device by its visitor id.
     *
     * @param visitor the id
     * @param region its only region, if known
     */
    record Device(Ecid visitor, OptionalInt region) implements OptOutOrder {}
}
