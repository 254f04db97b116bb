// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.usecase;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.ForecastRequest;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Estimates, from samples, how many members of a sharing would be matched, and why not more. Reads only; blocks; safe for use by several threads. */
@FunctionalInterface
public interface ForecastMatch {
    /**
     * Forecasts. Of an export it is the share of the list's recipients who have a valid key, and how many those are.
     *
     * <p>Left: {@code InvalidRequest} when the request is unsound or a connection cannot do it, {@code Conflict} when the members have not arrived yet.
     */
    Either<BridgeError, Forecast> forecast(ForecastRequest request, Call call);
}
