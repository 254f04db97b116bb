// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.diagnosis.Precondition;
import io.audiencebridge.domain.diagnosis.Stage;

/** What must hold whatever the systems are. */
final class BridgePreconditions {
    static final Precondition CONNECTION = new Precondition(
            "reachable", "Both ends of a sharing can be reached while it runs.", "architecture 5", Stage.SIGN_IN);

    static final Precondition SIGN_IN = new Precondition(
            "sign-in",
            "Both ends of a sharing let the bridge in by the credentials it was given.",
            "architecture 5",
            Stage.SIGN_IN);

    static final Precondition REQUEST = new Precondition(
            "bridge.request",
            "A data source has what its kind needs: an id, a key form that may leave, a destination for imports, a merge rule to share by declared id.",
            "semantics S12, S18, S21",
            Stage.DATA_SOURCE);

    static final Precondition LOOK = new Precondition(
            "bridge.look", "A system offers to look at what must hold on its side.", "architecture 4", Stage.ROLES);

    static final Precondition OPT_OUTS = new Precondition(
            "semantics.S23",
            "Whoever opted out is neither shared nor imported; the system's own workflows know nothing of it.",
            "semantics S23",
            Stage.CARRIER);

    static final Precondition KEYS = new Precondition(
            "semantics.S13",
            "Of a list only people with a valid id travel; everybody else is its complement. Members are matched by the ids that recipients have.",
            "semantics S2, S13",
            Stage.PEOPLE);

    static final Precondition RUN = new Precondition(
            "bridge.run",
            "Members arrive by a run that was delivered, a day or two after it; who is new is told by the ledger of the runs before.",
            "semantics S14, S19, S22",
            Stage.RUN);

    static final Precondition FORECAST = new Precondition(
            "bridge.forecast",
            "How many match can be forecast from samples of both sides' keys.",
            "semantics S2",
            Stage.PEOPLE);

    private BridgePreconditions() {}
}
