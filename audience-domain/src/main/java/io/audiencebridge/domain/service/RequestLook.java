// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Severity;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** Looks at the request itself: what the sharing would be refused for before anybody is asked. */
final class RequestLook {

    Seq<CheckOutcome> look(Ends ends) {
        ConnectionName connection = ends.source().connection();
        if (ends.violations().isEmpty()) {
            return Vector.of(
                    BridgePreconditions.REQUEST.met(connection, "The request has what its data source needs."));
        }
        return ends.violations()
                .<CheckOutcome>map(wrong -> new CheckOutcome.Found(BridgePreconditions.REQUEST
                        .found(connection, Severity.BLOCKS, Certainty.SEEN)
                        .seen("The bridge refuses the request: " + wrong)
                        .expected("A request with everything that its kind of data source needs.")
                        .remedy("Correct '" + wrong.subject() + "' of the request.")
                        .build()));
    }
}
