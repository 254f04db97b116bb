// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.WriteRehearsalsContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

final class InMemoryWriteRehearsalsTest extends WriteRehearsalsContract {
    private final ConnectionName name = new ConnectionName("cloud");

    @Override
    protected Connector open() {
        return InMemoryConnector.ofKeys(name);
    }

    @Override
    protected ConnectionName connection() {
        return name;
    }

    @Override
    protected DataSource dataSource() {
        return DataSource.visitor(7);
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
        return Instant.EPOCH;
    }
}
