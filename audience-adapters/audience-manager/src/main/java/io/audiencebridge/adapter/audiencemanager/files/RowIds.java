// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Which macro of a template puts a data source's ids there. */
final class RowIds {
    /** Every macro for ids. */
    static final Seq<String> ALL = Vector.of("UUID", "MCID", "DP_UUID", "DP_UUID_LIST", "DPUUIDS");

    private RowIds() {}

    /** The macro. Left: {@code InvalidRequest} when rows of the template hold other ids (SEMANTICS S9). */
    static Either<BridgeError, String> of(RowTemplate template, DataSource dataSource) {
        boolean paired = template.pairs().contains(dataSource.id());
        Seq<String> fitting = dataSource.key() instanceof Visitor
                ? Vector.of("MCID")
                : Vector.of(paired ? "DPUUIDS" : "DP_UUID", "DP_UUID", "DP_UUID_LIST");
        return fitting.find(template::has)
                .toEither(() -> BridgeError.InvalidRequest.of(
                        "dataSource.destinationId",
                        "rows of the destination's template hold none of the ids of data source " + dataSource.id()
                                + "; " + (dataSource.key() instanceof Visitor ? visitor() : declared(dataSource))));
    }

    private static String visitor() {
        return "a visitor id is the Experience Cloud ID, which <MCID> puts there, while <UUID> is Audience Manager's own";
    }

    private static String declared(DataSource dataSource) {
        return "a declared id is put there by <DP_UUID>, <DP_UUID_LIST>, or <DPUUIDS> with " + dataSource.id()
                + " among its dpids";
    }
}
