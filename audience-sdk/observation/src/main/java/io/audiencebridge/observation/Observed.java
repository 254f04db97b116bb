// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.observation;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.call.Watch;
import io.audiencebridge.domain.error.BridgeError;
import io.micrometer.observation.Observation;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An activity that Micrometer was told of.
 *
 * @param observation at work
 * @param headers that go out with it
 */
record Observed(Observation observation, Map<String, String> headers) implements Watch {
    private static final String SUCCESS = "success";

    @Override
    public void ends(Optional<BridgeError> failure) {
        String outcome = failure.map(BridgeError::code).map(Observed::word).orElse(SUCCESS);
        observation.lowCardinalityKeyValue(BridgeKey.OUTCOME.withValue(outcome));
        failure.ifPresent(error -> observation.error(new BridgeFailure(outcome)));
        observation.stop();
    }

    @Override
    public Call.Registration enter() {
        Observation.Scope scope = observation.openScope();
        return scope::close;
    }

    /** {@code OutcomeUnknown} is {@code outcome-unknown}. */
    private static String word(String code) {
        return code.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
