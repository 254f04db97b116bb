// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.contractkit.EventStatesContract;
import io.audiencebridge.domain.spi.engine.EventStates;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FolderEventStatesTest extends EventStatesContract {
    @TempDir
    Path home;

    @Override
    protected EventStates open() {
        return HomeFolder.at(home).get().eventStates();
    }

    @Override
    protected EventStates reopen() {
        return open();
    }
}
