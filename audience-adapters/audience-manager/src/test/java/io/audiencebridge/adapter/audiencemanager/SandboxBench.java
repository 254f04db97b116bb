// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.ims.ImsTokenSourceFactory;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.spi.engine.TokenSource;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.sandbox.Sandbox;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A connector to the sandbox's Audience Manager and its buckets, on the sandbox's clock. */
final class SandboxBench implements AutoCloseable {
    static final ConnectionName CONNECTION = ConnectionName.of(SystemId.AUDIENCE_MANAGER);

    final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final TokenSource tokens = signIn();
    final Connector connector = connect(AudienceManagerSettings.builder());

    DataSource visitor() {
        var data = sandbox.audienceManagerData();
        return DataSource.builder()
                .id(data.visitorDataSourceId())
                .key(new Visitor())
                .destinationId(data.visitorDestinationId())
                .build();
    }

    DataSource declared() {
        var data = sandbox.audienceManagerData();
        return DataSource.builder()
                .id(data.declaredDataSourceId())
                .key(Declared.builder().field("declaredId").build())
                .integrationCode(IntegrationCode.ADOBE_CAMPAIGN_ID)
                .destinationId(data.declaredDestinationId())
                .mergeRuleDataSourceId(data.mergeRuleDataSourceId())
                .build();
    }

    MemberWriter writer() {
        return connector.ability(MemberWriter.class).get();
    }

    PreparedAudience prepare(String title, DataSource dataSource) {
        return writer().prepare(new AudienceOrder(CONNECTION, title, dataSource), ScriptedApi.call())
                .get();
    }

    WriteSummary add(AudienceRef audience, DataSource dataSource, List<String> keys) {
        return write(WriteOrder.Change.ADD, audience, dataSource, keys);
    }

    WriteSummary remove(AudienceRef audience, DataSource dataSource, List<String> keys) {
        return write(WriteOrder.Change.REMOVE, audience, dataSource, keys);
    }

    private WriteSummary write(
            WriteOrder.Change change, AudienceRef audience, DataSource dataSource, List<String> keys) {
        AudienceOrder named = new AudienceOrder(CONNECTION, "any", dataSource);
        Instant now = sandbox.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        Instant stamp = writer().freeStamp(named, now, ScriptedApi.call()).get();
        WriteOrder order = WriteOrder.builder()
                .audience(audience)
                .dataSource(dataSource)
                .change(change)
                .stamp(stamp)
                .build();
        KeySink<WriteSummary> sink = writer().open(order, ScriptedApi.call()).get();
        TextKeysBuilder rows = new TextKeysBuilder();
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            rows.key(text, 0, text.length, (byte) 0);
        }
        sink.accept(rows.build()).get();
        return sink.finish().get();
    }

    MemberFeed members(AudienceRef audience, DataSource dataSource) {
        return connector
                .ability(MemberReader.class)
                .get()
                .members(audience, dataSource, ScriptedApi.call())
                .get();
    }

    static List<String> keys(MemberFeed feed) {
        assertThat(feed).isInstanceOf(MemberFeed.Ready.class);
        List<String> keys = new ArrayList<>();
        try (KeySource members = ((MemberFeed.Ready) feed).members()) {
            for (var next = members.next().get();
                    next.isDefined();
                    next = members.next().get()) {
                TextKeys batch = next.get();
                for (int row = 0; row < batch.size(); row++) {
                    int length = batch.end(row) - batch.start(row);
                    keys.add(new String(batch.text(), batch.start(row), length, StandardCharsets.UTF_8));
                }
            }
        }
        return keys;
    }

    @Override
    public void close() {
        connector.close();
        tokens.close();
        sandbox.close();
    }

    private TokenSource signIn() {
        var settings = ImsSettings.builder()
                .organisation(new ImsOrgId(sandbox.orgId()))
                .clientId(sandbox.clientId())
                .clientSecret(Secret.of(sandbox.clientSecret()))
                .uri(sandbox.ims())
                .build();
        return new ImsTokenSourceFactory().open(settings, sandbox.clock()).get();
    }

    /** Another connection to the same company. */
    Connector connect(AudienceManagerSettings.Builder settings) {
        var context = new TestContext(
                Either.right(tokens),
                Map.of(
                        "inbound", new SandboxBucket(sandbox.objects(), sandbox.inboundBucket()),
                        "outbound", new SandboxBucket(sandbox.objects(), sandbox.outboundBucket())),
                sandbox.clock());
        settings.uri(sandbox.audienceManager())
                .partner(sandbox.audienceManagerData().partnerName())
                .http(HttpSettings.builder().maxAttempts(1).build());
        return new AudienceManagerConnectorFactory()
                .connect(settings.build(), context)
                .get();
    }
}
