// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunRecord;
import io.vavr.control.Either;
import java.util.Map;

/** Where the sources of a sharing stand, and whether that is newer than where they stood for an earlier run. */
interface SourceMarks {
    /** Where they stand now, as facts that a run keeps; fewer where a source does not say. */
    Either<BridgeError, Map<String, String>> now();

    /** Whether anything changed since the run {@code last}, which was delivered. Where a source does not say, it may have. */
    Either<BridgeError, StandingSharing.Change> changedSince(RunRecord last);

    static SourceMarks of(Sharing sharing, Connectors connectors, Infrastructure infrastructure, Call call) {
        if (sharing instanceof Sharing.Export export) {
            return export.request().route() == Route.SYSTEM
                    ? new UntoldMarks()
                    : new ExportMarks(export.request(), connectors, infrastructure, call);
        }
        if (sharing instanceof Sharing.Import into && into.request().route() == Route.SYSTEM) {
            return new UntoldMarks();
        }
        return new IntoMarks(sharing, connectors, infrastructure, call);
    }
}
