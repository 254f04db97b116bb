// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.contractkit.WriteRehearsalsContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

final class SegmentWriteRehearsalsTest extends WriteRehearsalsContract {
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
    protected TextKeys rows() {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (String key : List.of("1", "2", "3")) {
            byte[] text = key.repeat(38).getBytes(StandardCharsets.UTF_8);
            rows.key(text, 0, text.length, (byte) 0);
        }
        return rows.build();
    }

    @Override
    protected Instant now() {
        return bench.sandbox.clock().instant();
    }

    @AfterEach
    void stopTheSandbox() {
        if (bench != null) {
            bench.close();
        }
    }
}
