// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.contractkit.IdSyncsContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

final class IdSyncsAtTheSandboxTest extends IdSyncsContract {
    private final SandboxBench bench = new SandboxBench();

    @Override
    protected Connector open() {
        return bench.connector;
    }

    @Override
    protected DataSource visitors() {
        return bench.visitor();
    }

    @Override
    protected DataSource declared() {
        return bench.declared();
    }

    @Override
    protected Instant now() {
        return bench.sandbox.clock().instant();
    }

    @Override
    protected void settle() {
        bench.sandbox.clock().advance(Duration.ofDays(1));
    }

    @Override
    protected int visitorsOf(String id) {
        var data = bench.sandbox.audienceManagerData();
        return data.devices(data.declaredDataSourceId(), id).size();
    }

    @AfterEach
    void close() {
        bench.close();
    }
}
