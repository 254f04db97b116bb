// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.contractkit.KeySamplesContract;
import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.sandbox.SeedRecipient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

final class CampaignKeySamplesTest extends KeySamplesContract {
    private @Nullable Bench bench;

    @Override
    protected Connector open(List<ListedPerson> people) {
        bench = Bench.of(
                people.stream()
                        .map(person -> new SeedRecipient(
                                Long.toString(person.id()), "", person.declaredId(), List.of(), person.optedOut()))
                        .toList(),
                settings -> settings);
        return bench.connector;
    }

    @AfterEach
    void stopTheSandbox() {
        if (bench != null) {
            bench.close();
        }
    }
}
