// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.contractkit.WriteRehearsalsContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.sandbox.SeedRecipient;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

final class CampaignWriteRehearsalsTest extends WriteRehearsalsContract {
    private @Nullable Bench bench;

    @Override
    protected Connector open() {
        bench = Bench.of(
                Stream.of("1", "2", "3")
                        .map(id -> new SeedRecipient(id, "", "A-" + id, List.of(), false))
                        .toList(),
                settings -> settings.writeBatchSize(2));
        return bench.connector;
    }

    @Override
    protected ConnectionName connection() {
        return ConnectionName.of(SystemId.CAMPAIGN);
    }

    @Override
    protected DataSource dataSource() {
        return DataSource.visitor(7);
    }

    @Override
    protected TextKeys rows() {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (long id = 1; id <= 3; id++) {
            rows.recipient(0, id).keyless((byte) 0);
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
