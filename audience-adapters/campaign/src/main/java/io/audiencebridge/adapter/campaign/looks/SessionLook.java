// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.adapter.campaign.client.SessionInfo;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.audiencebridge.domain.diagnosis.CheckOutcome;
import io.audiencebridge.domain.diagnosis.Severity;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Looks at what the operator may do. */
public final class SessionLook {
    /** UNVERIFIED: the internal name of the right that starts workflows. */
    private static final String MAY_START = "workflow";

    /** None of the session where the server does not tell. */
    public Seq<CheckOutcome> look(Situation situation, Option<SessionInfo> session) {
        CheckOutcome console = situation.unseen(
                Documented.ADMIN_CONSOLE,
                "No call shows products and roles; look in the Admin Console whether whoever picks audiences is in Audience library and administrates Audience Manager.");
        return situation.isExport()
                ? Vector.of(rights(situation, session))
                : Vector.of(rights(situation, session), console);
    }

    private static CheckOutcome rights(Situation situation, Option<SessionInfo> session) {
        Option<SessionInfo> told = session.filter(
                info -> !(info.rights().isEmpty() && info.packages().isEmpty()));
        if (told.isEmpty()) {
            return situation.unseen(
                    Documented.RIGHTS,
                    "The server does not tell the operator's rights; look at the operator under Administration, Access management.");
        }
        SessionInfo info = told.get();
        if (info.hasRight("admin")) {
            return situation.met(Documented.RIGHTS, "The operator has the right 'admin'.");
        }
        boolean starts = info.hasRight(MAY_START);
        return situation.found(
                Documented.RIGHTS,
                starts ? Severity.INFORMS : situation.ofWorkflows(),
                Certainty.SEEN,
                "The operator has the rights " + info.rights() + ", not 'admin'"
                        + (starts ? "; 'workflow' is enough to start one." : "."),
                "Give the operator the Administration right, or share by Route.BRIDGE.");
    }
}
