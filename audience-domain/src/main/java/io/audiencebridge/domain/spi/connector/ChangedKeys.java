// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.vavr.control.Either;

/**
 * The recipients whose keys changed, so that a daily reading pays for what is new only. Recipients that were removed are not among them: a copy of all keys
 * must be built anew from time to time (SEMANTICS S10). Blocks; safe for use by several threads.
 */
public interface ChangedKeys {
    /** Where the changes stand now. Take it before reading all keys: what changes meanwhile is then read again rather than missed. */
    Either<BridgeError, Watermark> watermark(DataSource dataSource, Call call);

    /**
     * Every recipient whose keys of {@code dataSource} may have changed after {@code since}, each once and with all its present keys, one without any as
     * a row without a key, as {@link KeyReader} gives them. Some may be there that did not change; none that did is missing.
     * Left: {@code InvalidRequest} for a watermark of another connector or data source.
     */
    Either<BridgeError, KeySource> changedSince(Watermark since, DataSource dataSource, Call call);
}
