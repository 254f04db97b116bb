// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.vavr.control.Either;
import java.util.Map;

/** A request of any kind as facts of a run record. */
final class RequestFacts {
    private RequestFacts() {}

    static Map<String, String> write(Sharing sharing) {
        if (sharing instanceof Sharing.Export export) {
            return ShareFacts.write(export.request());
        }
        return sharing instanceof Sharing.Import into
                ? ImportFacts.write(into.request())
                : ReceiveFacts.write(((Sharing.Receive) sharing).request());
    }

    /** The request of a record. Left: {@code LocalFailure} for a record that holds none of these. */
    static Either<BridgeError, Sharing> read(Map<String, String> facts, Map<String, DeclaredIdCipher> ciphers) {
        if (ReceiveFacts.isReceive(facts)) {
            return ReceiveFacts.read(facts, ciphers).map(Sharing.Receive::new);
        }
        return ShareFacts.isShare(facts)
                ? ShareFacts.read(facts, ciphers).map(Sharing.Export::new)
                : ImportFacts.read(facts, ciphers).map(Sharing.Import::new);
    }

    /** Whether the record in {@code facts} is of the same request: a record holds its request's facts, and others. */
    static boolean isOf(Map<String, String> request, Map<String, String> facts) {
        return facts.entrySet().containsAll(request.entrySet());
    }
}
