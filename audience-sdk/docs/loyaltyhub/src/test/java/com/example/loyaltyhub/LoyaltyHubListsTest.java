// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.contractkit.RecipientListsContract;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class LoyaltyHubListsTest extends RecipientListsContract {
    private final HubBench bench;

    LoyaltyHubListsTest() throws IOException {
        bench = new HubBench();
    }

    @Override
    protected Connector open(List<ListedPerson> people) {
        return bench.with(people).connect();
    }

    @Override
    protected ConnectionName connection() {
        return HubBench.NAME;
    }

    @AfterEach
    void close() {
        bench.close();
    }
}
