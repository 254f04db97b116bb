// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.vavr.control.Either;

/** Who must not be shared (SEMANTICS S23). Blocks; safe for use by several threads. */
public interface OptOuts {
    /** The keys, in stored form, of every recipient who opted out, in whatever list. */
    Either<BridgeError, KeySource> optedOutKeys(DataSource dataSource, Call call);
}
