// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.contractkit.ChangedKeysContract;
import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.domain.spi.connector.Connector;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class LoyaltyHubChangesTest extends ChangedKeysContract {
    private final HubBench bench;

    LoyaltyHubChangesTest() throws IOException {
        bench = new HubBench();
    }

    @Override
    protected Connector open(List<ListedPerson> people) {
        return bench.with(people).connect();
    }

    @Override
    protected void change(ListedPerson person) {
        bench.put(person);
    }

    @Override
    protected boolean knowsVisitors() {
        return false;
    }

    @Override
    protected void click(long recipient, String visitorId) {
        throw new UnsupportedOperationException("LoyaltyHub knows no visitor ids");
    }

    @AfterEach
    void close() {
        bench.close();
    }
}
