// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.identity.ReconciliationKey.Visitor;
import io.audiencebridge.sandbox.Sandbox;

/** The data sources of the sandbox, and the list of everybody. */
final class Sources {
    private Sources() {}

    static DataSource visitors(Sandbox sandbox) {
        return DataSource.builder()
                .id(sandbox.audienceManagerData().visitorDataSourceId())
                .key(new Visitor())
                .destinationId(sandbox.audienceManagerData().visitorDestinationId())
                .build();
    }

    static DataSource declared(Sandbox sandbox) {
        return DataSource.builder()
                .id(sandbox.audienceManagerData().declaredDataSourceId())
                .key(Declared.builder().field("declaredId").build())
                .integrationCode(IntegrationCode.ADOBE_CAMPAIGN_ID)
                .destinationId(sandbox.audienceManagerData().declaredDestinationId())
                .mergeRuleDataSourceId(sandbox.audienceManagerData().mergeRuleDataSourceId())
                .build();
    }

    static AudienceRef everybody(Sandbox sandbox) {
        return new AudienceRef(Wiring.CAMPAIGN, sandbox.campaignData().allRecipientsList());
    }
}
