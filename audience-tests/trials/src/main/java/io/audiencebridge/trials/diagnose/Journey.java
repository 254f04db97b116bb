// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.diagnose;

import io.audiencebridge.domain.sharing.Route;

/**
 * What is shared, and how. Every journey's ground is the same healthy sharing: the list {@link Ground#LIST} was shared as {@link Ground#AUDIENCE} by those ids, its files were
 * read, and a full outbound file arrived.
 *
 * @param leaving whether the list is exported, else the audience is imported
 * @param declared by declared ids, else by visitor ids
 * @param route who carries the members
 */
record Journey(boolean leaving, boolean declared, Route route) {
    static final Journey EXPORT_VISITORS = new Journey(true, false, Route.BRIDGE);
    static final Journey EXPORT_DECLARED = new Journey(true, true, Route.BRIDGE);
    static final Journey IMPORT_VISITORS = new Journey(false, false, Route.BRIDGE);
    static final Journey IMPORT_DECLARED = new Journey(false, true, Route.BRIDGE);

    /** The same, carried by Campaign's own workflows. */
    Journey bySystem() {
        return new Journey(leaving, declared, Route.SYSTEM);
    }

    @Override
    public String toString() {
        return (leaving ? "export" : "import") + " by " + (declared ? "declared" : "visitor") + " ids"
                + (route == Route.SYSTEM ? ", Campaign's workflows" : "");
    }
}
