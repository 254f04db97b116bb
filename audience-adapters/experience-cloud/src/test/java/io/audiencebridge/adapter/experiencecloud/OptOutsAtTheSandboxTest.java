// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.experiencecloud.client.CallOptions;
import io.audiencebridge.adapter.experiencecloud.client.ExperienceCloudIdService;
import io.audiencebridge.adapter.experiencecloud.client.VisitorId;
import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.contractkit.OptOutCallsContract;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.WebVisitor;
import io.audiencebridge.domain.sharing.LinkState;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.LinkOrder;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import io.audiencebridge.domain.spi.connector.VisitorLinks;
import io.audiencebridge.sandbox.Sandbox;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OptOutsAtTheSandboxTest extends OptOutCallsContract {
    private final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    private final Connector connector = connector(Optional.of(URI.create(sandbox.dcs() + "/acme.demdex.net")));

    @Override
    protected Connector open() {
        return connector;
    }

    @Override
    protected DataSource known() {
        return DataSource.builder()
                .id(sandbox.audienceManagerData().declaredDataSourceId())
                .integrationCode(new IntegrationCode("AdobeCampaignID"))
                .key(Declared.builder().field("declaredId").build())
                .build();
    }

    @Override
    protected Ecid visitor(String declaredId) throws Exception {
        Ecid visitor =
                Ecid.parse(sandbox.newBrowser().visit().ecid().orElseThrow()).get();
        connector
                .ability(VisitorLinks.class)
                .get()
                .link(
                        LinkOrder.builder()
                                .visitor(new WebVisitor.Known(visitor))
                                .dataSource(known())
                                .id(declaredId)
                                .state(LinkState.AUTHENTICATED)
                                .build(),
                        Calls.ample())
                .get();
        return visitor;
    }

    @Override
    protected int regions() {
        return 1;
    }

    @Override
    protected int region() {
        return 7;
    }

    @Override
    protected boolean isLeftAlone(Ecid visitor) {
        return connector
                .ability(ExperienceCloudIdService.class)
                .get()
                .optOutStatus(VisitorId.of(visitor), CallOptions.standard())
                .get()
                .isOptedOut();
    }

    @Test
    void it_says_that_other_regions_must_be_told_by_somebody_else() throws Exception {
        OptOutCalls calls = connector.ability(OptOutCalls.class).get();
        Ecid visitor = visitor("R1");

        var anywhere = calls.optOut(new OptOutOrder.Device(visitor, OptionalInt.empty()), Calls.ample())
                .get();
        var here = calls.optOut(new OptOutOrder.Device(visitor, OptionalInt.of(7)), Calls.ample())
                .get();

        assertThat(anywhere.elsewhere()).get().asString().contains("Audience Manager");
        assertThat(here.elsewhere()).isEmpty();
    }

    @Test
    void without_the_companys_address_it_offers_no_opt_outs() {
        try (Connector nameless = connector(Optional.empty())) {
            assertThat(nameless.ability(OptOutCalls.class).isEmpty()).isTrue();
        }
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Connector connector(Optional<URI> company) {
        return new ExperienceCloudConnectorFactory()
                .connect(
                        ExperienceCloudSettings.builder()
                                .organisation(new ImsOrgId(sandbox.orgId()))
                                .uri(sandbox.idService())
                                .companyUri(company)
                                .build(),
                        new Bench.Context(sandbox.clock()))
                .get();
    }
}
