// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A connector to a scripted API, at noon. */
final class ConnectorBench implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final ConnectionName CONNECTION = ConnectionName.of(SystemId.AUDIENCE_MANAGER);
    static final DataSource DECLARED = DataSource.builder()
            .id(5)
            .key(Declared.builder().field("declaredId").build())
            .integrationCode(IntegrationCode.ADOBE_CAMPAIGN_ID)
            .mergeRuleDataSourceId(6)
            .destinationId(9)
            .build();

    final ScriptedApi api = new ScriptedApi();
    final Connector connector = connect(AudienceManagerSettings.builder());

    ConnectorBench() throws Exception {}

    Connector connect(AudienceManagerSettings.Builder settings) {
        HttpSettings once = HttpSettings.builder().maxAttempts(1).build();
        var context = new TestContext(
                Either.right(new TestTokens()),
                Map.of("inbound", new NoFiles(), "outbound", new NoFiles()),
                InstantSource.fixed(NOON));
        return new AudienceManagerConnectorFactory()
                .connect(settings.uri(api.uri()).partner("acme").http(once).build(), context)
                .get();
    }

    <A> A ability(Class<A> type) {
        return connector.ability(type).get();
    }

    static AudienceRef segment(String id) {
        return new AudienceRef(CONNECTION, id);
    }

    static AudienceOrder order(DataSource dataSource) {
        return new AudienceOrder(CONNECTION, "Gold", dataSource);
    }

    static String code(DataSource dataSource) {
        return AudienceCode.of(order(dataSource));
    }

    /** Data source 5 for declared ids with its merge rule 6, and destination 9 that receives files. */
    ConnectorBench withDeclaredSetUp() {
        api.answers(
                "GET /v1/datasources/5",
                200,
                "{'dataSourceId':5,'name':'Campaign','idType':'CROSS_DEVICE','integrationCode':'AdobeCampaignID'}");
        api.answers("GET /v1/datasources/6", 200, "{'dataSourceId':6,'name':'Last Authenticated'}");
        api.answers("GET /v1/destinations/9", 200, "{'destinationId':9,'destinationType':'S2S'}");
        return this;
    }

    /** No segment of the title, no trait: everything has to be created. */
    ConnectorBench withNothingCreated() {
        api.answers("GET /v1/segments/", 200, "{'total':0,'page':0,'pageSize':1000,'list':[]}");
        return this;
    }

    ConnectorBench withTrait(Instant created) {
        String trait = "{'sid':101,'traitType':'ON_BOARDED_TRAIT','dataSourceId':5,'createTime':"
                + created.toEpochMilli() + "}";
        api.answers("GET /v1/traits/101", 200, trait);
        api.answers("GET /v1/traits/ic:" + code(DECLARED), 200, trait);
        return this;
    }

    ConnectorBench withSegment(String members) {
        api.answers("GET /v1/segments/ic:" + code(DECLARED), 200, "{'sid':201,'name':'Gold'," + members + "}");
        api.answers("GET /v1/segments/201", 200, "{'sid':201,'name':'Gold'," + members + "}");
        return this;
    }

    ConnectorBench withMapping(String alias) {
        api.answers(
                "GET /v1/destinations/",
                200,
                "[{'destinationId':8,'mappings':[{'sid':201,'traitAlias':'wrong'}]},{'orderId':'9','mappings':[{'sid':201,'traitAlias':'"
                        + alias + "'}]}]");
        return this;
    }

    @Override
    public void close() {
        connector.close();
        api.close();
    }
}
