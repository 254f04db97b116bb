// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.diagnosis;

import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.ShareRequest;
import java.util.Optional;

/**
 * Asks why a sharing brings nobody, or whether it would bring somebody.
 *
 * @param sharing what is, or would be, shared
 * @param forecast how much may be read to forecast matches; empty for no forecast
 */
public record DiagnosisRequest(Sharing sharing, Optional<SampleBudget> forecast) {
    /** What is shared: the request that would be made, unchanged. */
    public sealed interface Sharing {
        /** A list that is exported. */
        record Export(ShareRequest request) implements Sharing {}

        /** An audience that is imported. */
        record Import(ImportRequest request) implements Sharing {}

        /** A Platform audience that is received. */
        record Receive(ReceiveRequest request) implements Sharing {}
    }

    /** Asks about an export. */
    public static DiagnosisRequest of(ShareRequest request) {
        return new DiagnosisRequest(new Sharing.Export(request), Optional.empty());
    }

    /** Asks about an import. */
    public static DiagnosisRequest of(ImportRequest request) {
        return new DiagnosisRequest(new Sharing.Import(request), Optional.empty());
    }

    /** Asks about receiving. */
    public static DiagnosisRequest of(ReceiveRequest request) {
        return new DiagnosisRequest(new Sharing.Receive(request), Optional.empty());
    }

    /** The same, with a forecast of matches that reads no more than {@code budget}. */
    public DiagnosisRequest withForecast(SampleBudget budget) {
        return new DiagnosisRequest(sharing, Optional.of(budget));
    }
}
