// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.campaign.workflow.Outside;
import io.audiencebridge.sandbox.campaign.workflow.States;
import io.audiencebridge.sandbox.ims.ImsClient;
import java.util.Map;

/** The records that an instance with the integration has: options, data sources, accounts and workflows. Source: campaign.md, sections 1.5 to 1.7. */
final class StartingRecords {
    /** AAM's numbers of the two data sources and of Campaign's two destinations, as the sandbox's Audience Manager has them. */
    private static final String VISITORS = "13701";

    private static final String DECLARED = "13702";
    private static final String IMPORT = "importSharedAudience";
    private static final String EXPORT = "exportSharedAudience";
    private static final String VISITOR_DESTINATION = "20101";
    private static final String DECLARED_DESTINATION = "20102";

    private final Changes changes;

    StartingRecords(Changes changes) {
        this.changes = changes;
    }

    /** Adds them all. */
    void fill(Instance instance) {
        option("XtkInstancePrefix", "sbx");
        option("XtkDatabaseId", "uFE80000000000000F1FA913D00000000");
        option("XtkSecretKey", Secrets.KEY);
        option("AAM_DataSourceId", VISITORS);
        option("AAM_DestinationId", VISITOR_DESTINATION);
        dataSource("defaultDataSource", "Recipient - Visitor ID", "[trackingLog/@sourceId]", "visitor", VISITORS);
        dataSource("declaredId", "Recipient - Declared ID", "@declaredId", "declared", DECLARED);
        Outside outside = instance.outside();
        account(IMPORT, "Import audiences from the Adobe Marketing Cloud", instance.outbound(), outside);
        account(EXPORT, "Export audiences to the Adobe Marketing Cloud", instance.inbound(), outside);
        imsAccount(instance.ims());
        technical(IMPORT, "Import audiences from the Adobe Experience Cloud");
        technical(EXPORT, "Export audiences to the Adobe Experience Cloud");
        targeting("updateSharedAudience", "Update a shared audience from a list");
        targeting("extractRecipientKeys", "Extract the keys of recipients to a file");
        targeting("loadMemberships", "Load the members of a list from a file");
    }

    private void option(String name, String value) {
        changes.create(Schema.OPTION, "", Map.of("@name", name, "@dataType", "6", "@stringValue", value));
    }

    private void dataSource(String name, String label, String key, String type, String number) {
        changes.create(
                Schema.DATA_SOURCE,
                "",
                Map.of(
                        "@name", name,
                        "@label", label,
                        "@reconciliationKey", key,
                        "@type", type,
                        "@dataSourceId", number,
                        "@aamDestinationId", number.equals(VISITORS) ? VISITOR_DESTINATION : DECLARED_DESTINATION));
    }

    private void account(String name, String label, String server, Outside outside) {
        changes.create(
                Schema.EXTERNAL_ACCOUNT,
                "",
                Map.of(
                        "@name",
                        name,
                        "@label",
                        label,
                        "@type",
                        Enumeration.ACCOUNT_S3,
                        "@active",
                        "1",
                        "@server",
                        server,
                        "@awsKey",
                        outside.accessKey(),
                        "@awsSecret",
                        outside.secretKey(),
                        "@awsRegion",
                        "us-east-1"));
    }

    private void imsAccount(ImsClient ims) {
        changes.create(
                Schema.EXTERNAL_ACCOUNT,
                "",
                Map.of(
                        "@name", "Adobe_Marketing_Cloud",
                        "@label", "Adobe Experience Cloud",
                        "@type", Enumeration.ACCOUNT_EXPERIENCE_CLOUD,
                        "@active", "1",
                        "@imsServer", "https://ims-na1.adobelogin.com",
                        "@imsOrgId", ims.orgId(),
                        "@tenant", "sandbox",
                        "@productContext", "dma_campaign_classic",
                        "@clientId", ims.clientId(),
                        "@clientSecret", ims.clientSecret()));
    }

    private void technical(String name, String label) {
        changes.create(
                Schema.WORKFLOW,
                "",
                Map.of(
                        "@internalName",
                        name,
                        "@label",
                        label,
                        "@production",
                        "1",
                        "@state",
                        Integer.toString(States.STARTED),
                        "@folder-id",
                        Folders.TECHNICAL_WORKFLOWS));
    }

    private void targeting(String name, String label) {
        changes.create(Schema.WORKFLOW, "", Map.of("@internalName", name, "@label", label));
    }
}
