// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.EventStatesContract;
import io.audiencebridge.domain.spi.engine.EventStates;

final class InMemoryEventStatesTest extends EventStatesContract {
    private final EventStates eventStates = new InMemoryEventStates();

    @Override
    protected EventStates open() {
        return eventStates;
    }

    @Override
    protected EventStates reopen() {
        return eventStates;
    }
}
