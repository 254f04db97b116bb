// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.AdHocActivation;
import io.audiencebridge.adapter.experienceplatform.client.AudienceEstimates;
import io.audiencebridge.adapter.experienceplatform.client.ExportJobs;
import io.audiencebridge.adapter.experienceplatform.client.ExternalAudiences;
import io.audiencebridge.adapter.experienceplatform.client.IdentityNamespaces;
import io.audiencebridge.adapter.experienceplatform.client.LandingZone;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudiences;
import io.audiencebridge.adapter.experienceplatform.client.PlatformDestinations;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExports;
import io.audiencebridge.adapter.experienceplatform.client.PlatformFlows;
import io.audiencebridge.adapter.experienceplatform.client.PlatformRuns;
import io.audiencebridge.adapter.experienceplatform.client.SegmentDefinitions;
import io.audiencebridge.adapter.experienceplatform.client.SegmentJobs;
import io.audiencebridge.adapter.experienceplatform.client.SegmentSearch;
import io.audiencebridge.adapter.experienceplatform.client.SegmentationSchedules;
import io.audiencebridge.contractkit.BareContext;
import io.audiencebridge.contractkit.ConnectorContract;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MembershipEvents;
import io.audiencebridge.domain.spi.connector.Preconditions;
import java.time.InstantSource;
import java.util.Set;

final class ExperiencePlatformAsAConnectorTest extends ConnectorContract {
    @Override
    protected Connector open() {
        return new ExperiencePlatformConnectorFactory()
                .connect(ExperiencePlatformSettings.standard(), new BareContext(InstantSource.system()))
                .get();
    }

    @Override
    protected Set<Class<?>> abilities() {
        return Set.of(
                AudienceCatalog.class,
                MembershipEvents.class,
                Preconditions.class,
                PlatformExports.class,
                PlatformFlows.class,
                PlatformDestinations.class,
                PlatformRuns.class,
                AdHocActivation.class,
                PlatformAudiences.class,
                SegmentDefinitions.class,
                SegmentJobs.class,
                ExportJobs.class,
                AudienceEstimates.class,
                SegmentationSchedules.class,
                SegmentSearch.class,
                IdentityNamespaces.class,
                LandingZone.class,
                ExternalAudiences.class);
    }
}
