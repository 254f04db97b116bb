// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Where files go, and which segments travel there. Guarded by the company's lock. */
public interface Destinations {
    /** The destinations for files, by number. */
    Stream<Destination> destinations();

    /** The segments that are mapped to a destination. */
    Stream<Mapping> mappings(long destination);

    /**
     * A destination for files.
     *
     * @param id its number, which is that of its order
     * @param master the data source of the ids in its files
     * @param dataSource the data source it belongs to
     * @param partner the company
     */
    record Destination(long id, long master, long dataSource, long partner) {}

    /**
     * A mapped segment.
     *
     * @param sid the segment
     * @param alias what names it in the files: the mapping's alias, else its number
     * @param start the first day
     * @param end the last day, if there is one
     */
    record Mapping(long sid, String alias, LocalDate start, Optional<LocalDate> end) {
        boolean active(LocalDate day) {
            return !start.isAfter(day) && end.filter(last -> last.isBefore(day)).isEmpty();
        }
    }
}
