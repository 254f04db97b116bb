// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.adapter.storages3.S3Settings;
import io.audiencebridge.contractkit.ListedPerson;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The point of it all: a list of the hub becomes a shared audience, and a shared audience becomes a list of the hub, by the bridge as it is. */
final class SharingWithAudienceManagerTest {
    private static final ConnectionName AUDIENCE_MANAGER = ConnectionName.of(SystemId.AUDIENCE_MANAGER);
    private static final Duration TRAIT_IS_LIVE = Duration.ofHours(4).plusMinutes(1);
    private static final Duration FILES_TRAVEL = Duration.ofDays(2).plusMinutes(1);

    @TempDir
    Path home;

    @Test
    void a_list_goes_out_and_comes_back_into_another_one() throws Exception {
        try (HubBench bench = new HubBench();
                Sandbox sandbox = Sandbox.builder().recipients(0).start();
                AudienceBridge bridge = bridge(bench, sandbox)) {
            for (long id = 1; id <= 50; id++) {
                bench.put(new ListedPerson(id, id % 10 == 0 ? "" : "LH-" + id, id % 10 == 1));
            }
            int gold = bench.hub.data().addList("Gold", LongStream.rangeClosed(1, 40).boxed().toList());

            Receipt shared = share(bridge, sandbox, gold);
            Receipt imported = bringBack(bridge, sandbox);

            assertThat(shared.state()).isEqualTo(RunState.DELIVERED);
            assertThat(shared.exported().orElseThrow().read()).isEqualTo(40);
            assertThat(shared.exported().orElseThrow().shared()).isEqualTo(32);
            assertThat(shared.exported().orElseThrow().complement().optedOut()).isEqualTo(4);
            assertThat(shared.exported().orElseThrow().complement().noDeclaredId()).isEqualTo(4);
            assertThat(imported.state()).isEqualTo(RunState.DELIVERED);
            assertThat(bench.hub.data().membersOf("Gold, back"))
                    .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 40)
                            .filter(id -> id % 10 != 0 && id % 10 != 1)
                            .boxed()
                            .toList());
        }
    }

    private static AudienceBridgeBuilder connected(HubBench bench, Sandbox sandbox) {
        return AudienceBridge.builder()
                .connect(bench.settings())
                .connect(AudienceManagerSettings.builder()
                        .uri(sandbox.audienceManager())
                        .partner(sandbox.audienceManagerData().partnerName())
                        .build());
    }

    private AudienceBridge bridge(HubBench bench, Sandbox sandbox) {
        return connected(bench, sandbox)
                .signIn(ImsSettings.builder()
                        .uri(sandbox.ims())
                        .organisation(new ImsOrgId(sandbox.orgId()))
                        .clientId(sandbox.clientId())
                        .clientSecret(Secret.of(sandbox.clientSecret()))
                        .build())
                .files("inbound", bucket(sandbox, sandbox.inboundBucket()))
                .files("outbound", bucket(sandbox, sandbox.outboundBucket()))
                .home(home)
                .clock(sandbox.clock())
                .build();
    }

    private static Receipt share(AudienceBridge bridge, Sandbox sandbox, int list) {
        Receipt receipt = bridge.share(ShareRequest.builder()
                .list(new AudienceRef(HubBench.NAME, Integer.toString(list)))
                .to(AUDIENCE_MANAGER)
                .audience("Loyal customers")
                .dataSource(declared(sandbox))
                .build());
        sandbox.clock().advance(TRAIT_IS_LIVE);
        return bridge.resume(receipt.run());
    }

    private static Receipt bringBack(AudienceBridge bridge, Sandbox sandbox) {
        sandbox.clock().advance(FILES_TRAVEL);
        AudienceRef audience = bridge.browse(AudienceQuery.builder()
                        .connection(AUDIENCE_MANAGER)
                        .search("Loyal customers")
                        .build())
                .audiences()
                .head()
                .ref();
        return bridge.importAudience(ImportRequest.builder()
                .audience(audience)
                .into(HubBench.NAME)
                .list("Gold, back")
                .dataSource(declared(sandbox))
                .build());
    }

    private static DataSource declared(Sandbox sandbox) {
        return DataSource.builder()
                .id(sandbox.audienceManagerData().declaredDataSourceId())
                .key(Declared.builder().field("declaredId").build())
                .integrationCode(IntegrationCode.ADOBE_CAMPAIGN_ID)
                .destinationId(sandbox.audienceManagerData().declaredDestinationId())
                .mergeRuleDataSourceId(sandbox.audienceManagerData().mergeRuleDataSourceId())
                .build();
    }

    private static S3Settings bucket(Sandbox sandbox, String name) {
        return S3Settings.builder()
                .endpoint(sandbox.s3())
                .bucket(name)
                .accessKey(sandbox.s3AccessKey())
                .secretKey(Secret.of(sandbox.s3SecretKey()))
                .build();
    }
}
