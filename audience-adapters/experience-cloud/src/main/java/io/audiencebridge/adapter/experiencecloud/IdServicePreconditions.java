// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Stage;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.Preconditions;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/**
 * What the ID service would have to show of a sharing, and how a person can look: every call to the service makes a visitor or notes a visit, so a diagnosis makes none, and
 * the audience library has no public API at all. Sends nothing. Source: experience-cloud.md, sections 2.3, 3.4 and 3.5.
 */
final class IdServicePreconditions implements Preconditions {
    private static final Precondition REACHABLE = new Precondition(
            "experience-cloud.2.3.id-service",
            "The ID service gives every visitor of the organisation an id",
            "experience-cloud 2.3",
            Stage.PEOPLE);
    private static final Precondition ID_SYNC = new Precondition(
            "experience-cloud.3.5.id-sync",
            "Declared ids reach visitors only where the two were synchronised",
            "experience-cloud 3.5",
            Stage.PEOPLE);
    private static final Precondition LIBRARY = new Precondition(
            "experience-cloud.3.4.library",
            "Audiences of the library are segments of Audience Manager; the library itself has no public API",
            "experience-cloud 3.4",
            Stage.AUDIENCE);

    /** What no call shows. */
    IdServicePreconditions() {}

    @Override
    public Either<BridgeError, Seq<CheckOutcome>> check(CheckOrder order, Call call) {
        return call.check()
                .map(
                        open -> Vector.of(
                                LIBRARY.unseen(
                                        order.connection(),
                                        "The library has no public API; its page in the Experience Cloud shows the audience and its size"),
                                REACHABLE.unseen(
                                        order.connection(),
                                        "A call would make a visitor; a page with the visitor library shows in its cookie AMCV_ whether it got an id"),
                                ID_SYNC.unseen(
                                        order.connection(),
                                        "No call tells which customer ids were seen; the call to /id of a signed-in page has them as d_cid_ic, and Audience Manager has a report of ID syncs")));
    }
}
