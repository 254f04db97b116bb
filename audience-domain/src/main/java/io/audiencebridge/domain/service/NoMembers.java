// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** No row at all: the members are known from before. */
enum NoMembers implements KeySource {
    SOURCE;

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return Either.right(Option.none());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
