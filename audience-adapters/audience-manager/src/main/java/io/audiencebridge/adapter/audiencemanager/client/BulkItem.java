// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * What became of one thing of a bulk call.
 *
 * @param id its number
 * @param outcome right: what was done; left: why it was not, which for those after the end of the call is why the call ended
 * @param <T> what was done
 */
public record BulkItem<T>(long id, Either<BridgeError, T> outcome) {}
