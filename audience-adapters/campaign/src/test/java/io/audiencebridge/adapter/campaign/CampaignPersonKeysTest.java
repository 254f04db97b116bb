// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.contractkit.PersonKeysContract;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.sandbox.SeedRecipient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

final class CampaignPersonKeysTest extends PersonKeysContract {
    private @Nullable Bench bench;

    @Override
    protected Connector open(List<ListedPerson> people) {
        bench = Bench.of(
                people.stream()
                        .map(person -> new SeedRecipient(
                                Long.toString(person.id()), "", person.declaredId(), List.of(), person.optedOut()))
                        .toList(),
                settings -> settings.pageSize(2));
        return bench.connector;
    }

    @Override
    protected void click(long recipient, String visitorId) {
        bench.sandbox
                .campaignData()
                .addClick(
                        Long.toString(recipient),
                        visitorId,
                        bench.sandbox.clock().instant());
    }

    @AfterEach
    void stopTheSandbox() {
        if (bench != null) {
            bench.close();
        }
    }
}
