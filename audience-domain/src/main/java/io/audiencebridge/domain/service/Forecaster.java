// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.DiagnosisRequest;
import io.audiencebridge.domain.diagnosis.Forecast;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Forecasts how many match. */
@FunctionalInterface
interface Forecaster {
    /** Reads no more than the budget allows. Left: why it could not be measured. */
    Either<BridgeError, Forecast> forecast(DiagnosisRequest.Sharing sharing, SampleBudget budget, Call call);
}
