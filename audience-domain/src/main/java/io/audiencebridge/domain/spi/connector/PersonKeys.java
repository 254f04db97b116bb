// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.KeySource;
import io.vavr.control.Either;

/** The keys of single recipients, as {@link KeyReader} gives them. Blocks; safe for use by several threads. */
public interface PersonKeys {
    /** All keys of {@code recipient}; no row when there is no such recipient. Left: {@code InvalidRequest} for an unknown field. */
    Either<BridgeError, KeySource> keysOf(RecipientId recipient, DataSource dataSource, Call call);
}
