// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.DataCollection;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.contractkit.ConnectorContract;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

final class AudienceManagerInRealTimeAsAConnectorTest extends ConnectorContract {
    @Override
    protected Connector open() {
        return new AudienceManagerConnectorFactory()
                .connect(
                        AudienceManagerSettings.builder()
                                .dataCollection(DataCollectionSettings.of("acme.demdex.net"))
                                .build(),
                        new TestContext(Either.right(new TestTokens()), Map.of(), InstantSource.system()))
                .get();
    }

    @Override
    protected Set<Class<?>> abilities() {
        return HashSet.<Class<?>>ofAll(new AudienceManagerAsAConnectorTest().abilities())
                .addAll(Vector.<Class<?>>of(OptOutCalls.class, DataCollection.class))
                .toJavaSet();
    }
}
