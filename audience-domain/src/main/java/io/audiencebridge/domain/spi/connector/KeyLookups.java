// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.vavr.control.Either;

/**
 * The recipients who have one of some keys, so that a small audience need not be matched with everybody. Only for keys whose stored form is their wire form: a hash cannot be
 * looked up where plain values are stored. Blocks; safe for use by several threads.
 */
public interface KeyLookups {
    /** How many keys go into one call to the system; for estimates. */
    int keysPerCall();

    /**
     * Every recipient who has one of {@code keys}, each with those of its keys that are among them and marked as {@link KeyReader} marks it. Further rows may be there; none
     * that names one of the keys is missing. A row without a valid key is passed over.
     *
     * <p>Left: {@code InvalidRequest} for an unknown field, or for a key whose stored form is not its wire form.
     */
    Either<BridgeError, KeySource> recipientsWith(TextKeys keys, DataSource dataSource, Call call);
}
