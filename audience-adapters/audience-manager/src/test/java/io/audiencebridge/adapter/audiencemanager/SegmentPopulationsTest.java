// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.contractkit.PopulationsContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

final class SegmentPopulationsTest extends PopulationsContract {
    private @Nullable SandboxBench bench;

    @Override
    protected Connector open() {
        bench = new SandboxBench();
        return bench.connector;
    }

    @Override
    protected ConnectionName connection() {
        return SandboxBench.CONNECTION;
    }

    @Override
    protected DataSource dataSource() {
        return bench.visitor();
    }

    @Override
    protected AudienceRef audienceOf(int members) {
        AudienceRef audience = bench.prepare("Counted", bench.visitor()).audience();
        bench.sandbox.clock().advance(Duration.ofHours(5));
        if (members > 0) {
            bench.add(
                    audience,
                    bench.visitor(),
                    IntStream.range(1, members + 1).mapToObj("%038d"::formatted).toList());
            bench.sandbox.clock().advance(Duration.ofDays(3));
        }
        return audience;
    }

    @AfterEach
    void stopTheSandbox() {
        if (bench != null) {
            bench.close();
        }
    }
}
