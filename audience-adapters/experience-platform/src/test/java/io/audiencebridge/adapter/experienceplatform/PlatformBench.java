// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.audiencebridge.adapter.experienceplatform.client.CallOptions;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.domain.spi.connector.Connector;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import mockwebserver3.RecordedRequest;

/** A connection to an API that answers what a test wrote, at a fixed time. */
final class PlatformBench implements AutoCloseable {
    static final String FLOWS = "/data/foundation/flowservice/flows";
    static final String FLOW = "8256cfb4-17e6-432c-a469-6aedafb16cd5";
    static final String VIP = "979558ae-a8ba-4e6e-b6ba-95c0a523b44a";
    static final String AUDIENCES = "/data/core/ups/audiences";
    static final String AD_HOC = "/data/core/activation/disflowprovider/adhocrun";
    static final Instant NOW = Instant.parse("2024-05-01T10:00:00Z");
    static final CallOptions OPTIONS = CallOptions.standard();

    final ScriptedApi api;
    final Connector connector;

    PlatformBench() {
        this(settings -> settings);
    }

    PlatformBench(UnaryOperator<ExperiencePlatformSettings.Builder> change) {
        try {
            api = new ScriptedApi();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        ExperiencePlatformSettings.Builder settings = ExperiencePlatformSettings.builder()
                .uri(api.uri())
                .http(HttpSettings.builder().maxAttempts(1).build());
        connector = new ExperiencePlatformConnectorFactory()
                .connect(change.apply(settings).build(), new TestBridge(Either.right(new TestTokens()), () -> NOW))
                .get();
    }

    <A> A client(Class<A> type) {
        return connector.ability(type).get();
    }

    /** A flow whose audiences and columns are those selectors. */
    static String flow(String etag, String audiences, String columns) {
        return "{'items':[{'id':'" + FLOW + "','etag':'\\'" + etag
                + "\\'','name':'Campaign','state':'enabled','flowSpec':{'id':'s'},'createdAt':1714550400000,"
                + "'inheritedAttributes':{'properties':{'isDestinationFlow':true}},'transformations':[{'name':'GeneralTransform','params':{"
                + "'segmentSelectors':{'selectors':[" + audiences + "]},'profileSelectors':{'selectors':[" + columns
                + "]}}}]}]}";
    }

    static String selector(String audience) {
        return "{'type':'PLATFORM_SEGMENT','value':{'id':'" + audience
                + "','name':'VIP','fileNameTemplate':'%SEGMENT_ID%',"
                + "'exportMode':'DAILY_FULL_EXPORT','createTime':'7','schedule':{'frequency':'DAILY','triggerType':'SCHEDULED',"
                + "'startDate':'2024-05-01','startTime':'20:00'}}}";
    }

    RecordedRequest last() {
        List<RecordedRequest> all = api.requests();
        return all.get(all.size() - 1);
    }

    static JsonNode body(RecordedRequest request) {
        try {
            return new JsonMapper().readTree(request.getBody().utf8());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        connector.close();
        api.close();
    }
}
