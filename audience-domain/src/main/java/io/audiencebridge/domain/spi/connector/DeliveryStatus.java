// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** What the receiving system made of a change that was handed over. Blocks; safe for use by several threads. */
public interface DeliveryStatus {
    /** What became of {@code change}. Left: the system could not be asked. */
    Either<BridgeError, DeliveryReport> of(WrittenChange change, Call call);
}
