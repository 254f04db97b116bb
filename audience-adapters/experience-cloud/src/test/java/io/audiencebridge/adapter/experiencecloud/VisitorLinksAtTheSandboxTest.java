// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.adapter.experiencecloud.client.CallOptions;
import io.audiencebridge.adapter.experiencecloud.client.ExperienceCloudIdService;
import io.audiencebridge.adapter.experiencecloud.client.HandOver;
import io.audiencebridge.adapter.experiencecloud.client.OptOutRequest;
import io.audiencebridge.adapter.experiencecloud.client.VisitorCookie;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.contractkit.VisitorLinksContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.sandbox.Sandbox;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;

final class VisitorLinksAtTheSandboxTest extends VisitorLinksContract {
    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final ImsOrgId organisation = new ImsOrgId(sandbox.orgId());
    private final Connector connector = new ExperienceCloudConnectorFactory()
            .connect(
                    ExperienceCloudSettings.builder()
                            .organisation(organisation)
                            .uri(sandbox.idService())
                            .companyUri(URI.create(sandbox.dcs() + "/acme.demdex.net"))
                            .build(),
                    new Bench.Context(sandbox.clock()))
            .get();

    @Override
    protected Connector open() {
        return connector;
    }

    @Override
    protected DataSource known() {
        return declared("AdobeCampaignID", sandbox.audienceManagerData().declaredDataSourceId());
    }

    @Override
    protected DataSource unknown() {
        return declared("NobodysCode", 987_654);
    }

    @Override
    protected Ecid visitor() throws Exception {
        return Ecid.parse(sandbox.newBrowser().visit().ecid().orElseThrow()).get();
    }

    @Override
    protected String cookies(Ecid visitor) {
        return "theme=dark; " + VisitorCookie.name(organisation) + "="
                + VisitorCookie.of(visitor).value();
    }

    @Override
    protected String handOver(Ecid visitor) {
        return HandOver.builder()
                .visitorId(VisitorId.of(visitor))
                .organisation(organisation)
                .written(sandbox.clock().instant())
                .build()
                .appendedTo("https://shop.example/?a=b#top");
    }

    @Override
    protected WebVisitor broken() {
        return new WebVisitor.Cookies(VisitorCookie.name(organisation) + "=MCMID%7C12%");
    }

    @Override
    protected void optOut(Ecid visitor) {
        connector
                .ability(ExperienceCloudIdService.class)
                .get()
                .optOut(OptOutRequest.builder().visitorId(VisitorId.of(visitor)).build(), CallOptions.standard())
                .get();
    }

    @Override
    protected int visitorsOf(String id) {
        var data = sandbox.audienceManagerData();
        return data.devices(data.declaredDataSourceId(), id).size();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static DataSource declared(String code, long id) {
        return DataSource.builder()
                .id(id)
                .integrationCode(new IntegrationCode(code))
                .key(Declared.builder().field("declaredId").build())
                .build();
    }
}
