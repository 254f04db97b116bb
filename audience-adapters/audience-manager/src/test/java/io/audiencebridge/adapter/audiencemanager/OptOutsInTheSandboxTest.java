// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.AuthenticationState;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataCollection;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.EventAnswer;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.audiencemanager.client.VisitorCall;
import io.audiencebridge.contractkit.OptOutCallsContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.sandbox.Sandbox;
import io.vavr.control.Either;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;

final class OptOutsInTheSandboxTest extends OptOutCallsContract {
    private static final int[] REGIONS = {3, 4, 6, 7, 8, 9, 11, 12};

    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final Connector connector = new AudienceManagerConnectorFactory()
            .connect(
                    AudienceManagerSettings.builder()
                            .uri(sandbox.audienceManager())
                            .dataCollection(dataCollection())
                            .build(),
                    new TestContext(Either.right(new TestTokens()), Map.of(), sandbox.clock()))
            .get();

    @Override
    protected Connector open() {
        return connector;
    }

    @Override
    protected DataSource known() {
        return DataSource.builder()
                .id(sandbox.audienceManagerData().declaredDataSourceId())
                .key(Declared.builder().field("declaredId").build())
                .build();
    }

    @Override
    protected Ecid visitor(String declaredId) {
        Ecid visitor = client().visitor(
                        VisitorCall.builder()
                                .organisation(new ImsOrgId(sandbox.orgId()))
                                .build(),
                        CallOptions.standard())
                .get()
                .ecid()
                .orElseThrow();
        DeclaredId person = DeclaredId.of(known().id(), declaredId).in(AuthenticationState.AUTHENTICATED);
        sent(EventCall.builder().ecid(visitor).addDeclaredIds(person));
        return visitor;
    }

    @Override
    protected int regions() {
        return REGIONS.length;
    }

    @Override
    protected int region() {
        return 9;
    }

    @Override
    protected boolean isLeftAlone(Ecid visitor) {
        return sent(EventCall.builder().ecid(visitor)) instanceof EventAnswer.OptedOut;
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private EventAnswer sent(EventCall.Builder event) {
        sandbox.clock().advance(Duration.ofSeconds(2));
        return client().send(event.build(), CallOptions.standard()).get();
    }

    private DataCollection client() {
        return connector.ability(DataCollection.class).get();
    }

    private DataCollectionSettings dataCollection() {
        Map<Integer, URI> regions = new TreeMap<>();
        for (int region : REGIONS) {
            regions.put(region, sandbox.dcs(region));
        }
        return DataCollectionSettings.builder()
                .alias("acme.demdex.net")
                .organisation(new ImsOrgId(sandbox.orgId()))
                .uri(sandbox.dcs())
                .regions(regions)
                .idService(sandbox.dcs())
                .build();
    }
}
