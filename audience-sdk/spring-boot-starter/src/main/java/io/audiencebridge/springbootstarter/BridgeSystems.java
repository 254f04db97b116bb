// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.audiencemanager.MergeRule;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.experiencecloud.ExperienceCloudSettings;
import io.audiencebridge.adapter.experienceplatform.ExperiencePlatformSettings;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.ims.ImsProduct;
import io.audiencebridge.adapter.ims.ImsSettings;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Connects a bridge to the systems of which the properties say something. */
final class BridgeSystems {
    private final AudienceBridgeProperties properties;
    private final HttpSettings http;

    BridgeSystems(AudienceBridgeProperties properties, HttpSettings http) {
        this.properties = properties;
        this.http = http;
    }

    void connect(AudienceBridgeBuilder builder) {
        said(properties.campaign(), campaign -> builder.connect(campaign(campaign)));
        said(properties.audienceManager(), manager -> builder.connect(audienceManager(manager)));
        said(properties.experienceCloud(), cloud -> builder.connect(experienceCloud(cloud)));
        said(properties.experiencePlatform(), platform -> builder.connect(experiencePlatform(platform)));
    }

    /** Does {@code what} with {@code value} if there is one. */
    static <T> void said(@Nullable T value, Consumer<? super T> what) {
        if (value != null) {
            what.accept(value);
        }
    }

    void signIn(AudienceBridgeBuilder builder) {
        said(properties.signIn(), signIn -> builder.signIn(credential(signIn)));
    }

    private ImsSettings credential(AudienceBridgeProperties.SignIn signIn) {
        ImsSettings.Builder settings = ImsSettings.builder();
        said(signIn.organisation(), settings::organisation);
        said(signIn.clientId(), settings::clientId);
        settings.clientSecrets(signIn.clientSecrets());
        List<ImsProduct> products = signIn.products();
        if (!signIn.scopes().isEmpty()) {
            settings.scopes(signIn.scopes());
        } else if (!products.isEmpty()) {
            settings.products(
                    products.get(0), products.subList(1, products.size()).toArray(ImsProduct[]::new));
        }
        said(signIn.uri(), settings::uri);
        settings.http(http);
        return settings.build();
    }

    private CampaignSettings campaign(AudienceBridgeProperties.Campaign campaign) {
        CampaignSettings.Builder settings = CampaignSettings.builder();
        settings.connection(campaign.connection());
        settings.uri(Objects.requireNonNull(campaign.uri()));
        said(campaign.operator(), settings::operator);
        said(campaign.password(), settings::password);
        said(campaign.listFolder(), settings::listFolder);
        settings.optOutFlags(campaign.optOutFlags());
        said(campaign.exportWorkflow(), settings::exportWorkflow);
        settings.http(http);
        return settings.build();
    }

    private AudienceManagerSettings audienceManager(AudienceBridgeProperties.AudienceManager manager) {
        AudienceManagerSettings.Builder settings = AudienceManagerSettings.builder();
        settings.connection(manager.connection());
        said(manager.uri(), settings::uri);
        said(manager.partner(), settings::partner);
        manager.mergeRules()
                .forEach(rule -> settings.addMergeRules(MergeRule.builder()
                        .dataSourceId(rule.dataSourceId())
                        .authentication(rule.authentication())
                        .dataSources(rule.dataSources())
                        .build()));
        settings.inbound(manager.inbound());
        said(manager.inboundCipher(), settings::inboundCipher);
        settings.outbound(manager.outbound());
        settings.outboundPrefix(manager.outboundPrefix());
        settings.http(http);
        return settings.build();
    }

    private ExperienceCloudSettings experienceCloud(AudienceBridgeProperties.ExperienceCloud cloud) {
        ExperienceCloudSettings.Builder settings = ExperienceCloudSettings.builder();
        settings.connection(cloud.connection());
        ImsOrgId own = cloud.organisation();
        settings.organisation(own != null ? own : organisationOfSignIn());
        said(cloud.uri(), settings::uri);
        said(cloud.companyUri(), settings::companyUri);
        settings.http(http);
        return settings.build();
    }

    private ImsOrgId organisationOfSignIn() {
        return Objects.requireNonNull(
                Objects.requireNonNull(properties.signIn()).organisation());
    }

    private ExperiencePlatformSettings experiencePlatform(AudienceBridgeProperties.ExperiencePlatform platform) {
        ExperiencePlatformSettings.Builder settings = ExperiencePlatformSettings.builder();
        settings.connection(platform.connection());
        said(platform.uri(), settings::uri);
        settings.sandboxName(platform.sandboxName());
        platform.destinations().forEach(destination -> settings.addDestinations(destination(destination)));
        settings.http(http);
        return settings.build();
    }

    private static ExportDestination destination(AudienceBridgeProperties.Destination destination) {
        ExportSchedule.Builder schedule = ExportSchedule.builder();
        schedule.mode(destination.mode()).every(destination.every());
        said(destination.firstExport(), schedule::firstExport);
        ExportDestination.Builder settings = ExportDestination.builder();
        settings.name(Objects.requireNonNull(destination.name()));
        settings.keyColumn(Objects.requireNonNull(destination.keyColumn()));
        settings.exchange(destination.exchange()).folder(destination.folder());
        said(destination.cipher(), settings::cipher);
        return settings.schedule(schedule.build()).build();
    }
}
