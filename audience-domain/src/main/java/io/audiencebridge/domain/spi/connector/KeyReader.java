// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.vavr.control.Either;

/** The recipients' keys, in stored form. All rows of one recipient come one after the other. Blocks; safe for use by several threads. */
public interface KeyReader {
    /** Every recipient of {@code list}, also those without a key. Left: {@code NotFound} when the list is gone, {@code InvalidRequest} for an unknown field. */
    Either<BridgeError, KeySource> keysOf(AudienceRef list, DataSource dataSource, Call call);

    /** Every recipient of the system. */
    Either<BridgeError, KeySource> allKeys(DataSource dataSource, Call call);
}
