// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.kill;

import io.audiencebridge.adapter.experienceplatform.ExperiencePlatformSettings;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.IntegrationCode;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeBuilder;
import io.audiencebridge.sdk.Run;
import io.audiencebridge.trials.Bridges;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** What a process is to do, as text that can be handed to it. */
final class Errand {
    /** The name of Platform's destination. */
    static final String DESTINATION = "Campaign";

    private final Map<String, String> arguments;

    Errand(Map<String, String> arguments) {
        this.arguments = arguments;
    }

    /** What only this errand needs of a bridge. */
    AudienceBridgeBuilder connect(AudienceBridgeBuilder builder) {
        return text("errand").equals("receive")
                ? builder.connect(ExperiencePlatformSettings.builder()
                                .addDestinations(exports())
                                .build())
                        .files("platform", Bridges.bucket(arguments, "platformBucket"))
                : builder;
    }

    private ExportDestination exports() {
        return ExportDestination.builder()
                .name(DESTINATION)
                .keyColumn("personalEmail.address")
                .schedule(ExportSchedule.builder()
                        .firstExport(Instant.parse(text("firstExport")))
                        .activated(Instant.EPOCH)
                        .build())
                .build();
    }

    Run start(AudienceBridge bridge) {
        return switch (text("errand")) {
            case "import" -> bridge.start(importing(Route.BRIDGE));
            case "import-system" -> bridge.start(importing(Route.SYSTEM));
            case "share" -> bridge.start(sharing(Route.BRIDGE));
            case "share-system" -> bridge.start(sharing(Route.SYSTEM));
            case "receive" -> bridge.start(receiving());
            case "sync" -> bridge.start(syncing());
            default -> throw new IllegalArgumentException(text("errand"));
        };
    }

    private ImportRequest importing(Route route) {
        return ImportRequest.builder()
                .audience(new AudienceRef(Bridges.AUDIENCE_MANAGER, text("audience")))
                .into(Bridges.CAMPAIGN)
                .list(text("list"))
                .dataSource(visitors())
                .route(route)
                .build();
    }

    private ShareRequest sharing(Route route) {
        return ShareRequest.builder()
                .list(new AudienceRef(Bridges.CAMPAIGN, text("list")))
                .to(Bridges.AUDIENCE_MANAGER)
                .audience(text("audience"))
                .dataSource(visitors())
                .route(route)
                .build();
    }

    private ReceiveRequest receiving() {
        return ReceiveRequest.builder()
                .audience(new AudienceRef(Bridges.PLATFORM, text("audience")))
                .into(Bridges.CAMPAIGN)
                .list(text("list"))
                .key(Declared.builder().field("email").content(KeyContent.EMAIL).build())
                .trustFirstExport(true)
                .build();
    }

    private SyncRequest syncing() {
        return SyncRequest.builder()
                .list(new AudienceRef(Bridges.CAMPAIGN, text("list")))
                .to(Bridges.AUDIENCE_MANAGER)
                .visitors(visitors())
                .declared(DataSource.builder()
                        .id(number("declaredSource"))
                        .key(Declared.builder().field("declaredId").build())
                        .integrationCode(IntegrationCode.ADOBE_CAMPAIGN_ID)
                        .build())
                .build();
    }

    private DataSource visitors() {
        DataSource.Builder source = DataSource.builder().from(DataSource.visitor(number("visitorSource")));
        return arguments.containsKey("destination")
                ? source.destinationId(number("destination")).build()
                : source.build();
    }

    /** What the receipt counts; times and the ways that were taken may differ from run to run. */
    String account(Receipt receipt) {
        return receipt.state() + " exported " + receipt.exported() + " imported " + receipt.imported() + " membership "
                + receipt.membership() + " synced " + receipt.synced() + " events " + receipt.events() + " workflow "
                + receipt.workflow().map(report -> report.result() + "/" + report.complement()) + " files "
                + receipt.files().size();
    }

    private long number(String name) {
        return Long.parseLong(text(name));
    }

    private String text(String name) {
        return Objects.requireNonNull(arguments.get(name), name);
    }
}
