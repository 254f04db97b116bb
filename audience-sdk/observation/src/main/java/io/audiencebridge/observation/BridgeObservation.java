// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;
import java.util.Locale;

/** What is observed, and under which names: a contract, see {@code docs/observability.md}. A name is changed by a major version only, a new one may come at any time. */
public enum BridgeObservation implements ObservationDocumentation {
    /** A use case that the application asked for, such as sharing a list. */
    CALL(BridgeKey.OPERATION, BridgeKey.OUTCOME),

    /** A step of a run, such as sending members. */
    STEP(BridgeKey.RUN_KIND, BridgeKey.STEP, BridgeKey.OUTCOME),

    /** One attempt at one request to a system or to a store of files. */
    EXCHANGE(BridgeKey.SYSTEM, BridgeKey.OPERATION, BridgeKey.ATTEMPT, BridgeKey.OUTCOME);

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final BridgeKey[] keys;

    BridgeObservation(BridgeKey... keys) {
        this.keys = keys;
    }

    @Override
    public String getName() {
        return "audiencebridge." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public KeyName[] getLowCardinalityKeyNames() {
        return keys.clone();
    }
}
