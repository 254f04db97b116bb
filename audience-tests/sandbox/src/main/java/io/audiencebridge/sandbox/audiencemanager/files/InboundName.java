// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.util.List;

/** What the name of an inbound file says. */
sealed interface InboundName {
    /** Whose ids the rows begin with. */
    long dataSource();

    /** How the content is packed. */
    Packing packing();

    /** How a file is packed. */
    enum Packing {
        /** Not at all. */
        PLAIN,
        /** With gzip. */
        GZIP,
        /** With OpenPGP, which compresses as well. */
        OPEN_PGP;

        static Packing of(String tail) {
            return switch (tail) {
                case "" -> PLAIN;
                case "gz" -> GZIP;
                default -> OPEN_PGP;
            };
        }
    }

    /**
     * A file of traits.
     *
     * @param target the data source that owns the traits
     * @param overwrite whether the rows replace what a person has
     * @param oracle whether the rows begin with the kind of their id, as Oracle's do
     */
    record Data(long dataSource, long target, boolean overwrite, boolean oracle, Packing packing)
            implements InboundName {}

    /**
     * A file of ids that belong together.
     *
     * @param dataSource of the first column, the master
     * @param others of the further columns
     * @param people whether it is of customers and their hashed e-mails
     */
    record IdSync(long dataSource, List<Long> others, boolean people, Packing packing) implements InboundName {
        /** The columns cannot be changed. */
        public IdSync {
            others = List.copyOf(others);
        }
    }
}
