// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * Work that nobody else may do at the same time.
 *
 * @param <T> what the work answers
 */
@FunctionalInterface
interface Exclusive<T> {
    /** Works on what only the holder may write with, under a call that ends when the lease is lost. */
    Either<BridgeError, T> work(Infrastructure held, Call call);
}
