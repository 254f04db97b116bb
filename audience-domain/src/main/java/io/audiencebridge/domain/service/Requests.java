// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Either;

/** Checks of requests, all mistakes at once. */
final class Requests {
    private Requests() {}

    /** Right: the title. Left: the data source's violations and the title's. */
    static Either<BridgeError, String> check(String title, String subject, Seq<Violation> found) {
        Seq<Violation> all = title.isBlank()
                ? found.append(new Violation(subject, "Give a title that people will recognise; this one is blank"))
                : found;
        return all.isEmpty() ? Either.right(title) : Either.left(new BridgeError.InvalidRequest(all, Incident.local()));
    }
}
