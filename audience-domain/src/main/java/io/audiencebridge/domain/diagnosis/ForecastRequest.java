// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.ShareRequest;

/**
 * Asks how many members would be matched.
 *
 * @param sharing what is, or would be, shared
 * @param budget how much may be read for it
 */
public record ForecastRequest(DiagnosisRequest.Sharing sharing, SampleBudget budget) {
    /** Asks about an export, with the usual budget. */
    public static ForecastRequest of(ShareRequest request) {
        return new ForecastRequest(new DiagnosisRequest.Sharing.Export(request), SampleBudget.usual());
    }

    /** Asks about an import, with the usual budget. */
    public static ForecastRequest of(ImportRequest request) {
        return new ForecastRequest(new DiagnosisRequest.Sharing.Import(request), SampleBudget.usual());
    }

    /** Asks about receiving, with the usual budget. */
    public static ForecastRequest of(ReceiveRequest request) {
        return new ForecastRequest(new DiagnosisRequest.Sharing.Receive(request), SampleBudget.usual());
    }

    /** The same within {@code budget}. */
    public ForecastRequest within(SampleBudget other) {
        return new ForecastRequest(sharing, other);
    }
}
