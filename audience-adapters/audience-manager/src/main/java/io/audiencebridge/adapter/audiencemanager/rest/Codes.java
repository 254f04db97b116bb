// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** Integration codes by which a repeat finds what the first one created. */
final class Codes {
    private Codes() {}

    static Either<BridgeError, String> required(Optional<String> code) {
        return Option.ofOptional(code)
                .toEither(
                        () -> BridgeError.InvalidRequest.of(
                                "integrationCode",
                                "is missing; a repeat could not find what the first call created, so give one, or call create"));
    }
}
