// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.BulkSettings;
import io.audiencebridge.adapter.campaign.files.BulkFiles;
import io.audiencebridge.adapter.campaign.files.BulkPlace;
import io.audiencebridge.adapter.campaign.files.ExtractedByWorkflow;
import io.audiencebridge.adapter.campaign.files.LoadedByWorkflow;
import io.audiencebridge.adapter.campaign.integration.AccountReader;
import io.audiencebridge.adapter.campaign.integration.AmcDataSourceRecords;
import io.audiencebridge.adapter.campaign.integration.OwnExport;
import io.audiencebridge.adapter.campaign.integration.OwnImport;
import io.audiencebridge.adapter.campaign.integration.OwnWorkflows;
import io.audiencebridge.adapter.campaign.integration.Pause;
import io.audiencebridge.adapter.campaign.integration.ServerClock;
import io.audiencebridge.adapter.campaign.integration.WorkflowCommands;
import io.audiencebridge.adapter.campaign.lists.ListBindings;
import io.audiencebridge.adapter.campaign.lists.ListWriter;
import io.audiencebridge.adapter.campaign.lists.RecipientLists;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.vavr.collection.Vector;

/** What a connection offers through the objects of Campaign's own integration, wired. */
final class Integration {
    private final CampaignSettings settings;
    private final CampaignSoap soap;
    private final RecipientLists lists;
    private final ListWriter writer;
    private final ServerClock clock;
    private final WorkflowCommands workflows;

    Integration(
            CampaignSettings settings,
            CampaignSoap soap,
            RecipientLists lists,
            ListWriter writer,
            ServerClock clock,
            Pause pause) {
        this.settings = settings;
        this.soap = soap;
        this.lists = lists;
        this.writer = writer;
        this.clock = clock;
        this.workflows = new WorkflowCommands(soap, pause);
    }

    /** Workflows, external accounts and AMC data sources, and sharing by Campaign's own route. */
    Vector<Object> abilities() {
        AccountReader accounts = new AccountReader(soap);
        AmcDataSourceRecords dataSources =
                new AmcDataSourceRecords(soap, settings.amcNames(), settings.visitorIdPath());
        ListBindings bindings = new ListBindings(soap, settings.amcNames());
        return Vector.of(
                workflows,
                accounts,
                dataSources,
                new OwnWorkflows(
                        new OwnImport(lists, writer, bindings, dataSources, accounts, workflows, clock),
                        new OwnExport(settings.exportWorkflow(), lists, dataSources, accounts, workflows, clock)));
    }

    /** Extracts and loads through {@code files}. */
    Vector<Object> bulk(BulkFiles files, RecipientKeys keys) {
        BulkSettings bulk = settings.bulk().orElseThrow();
        BulkPlace place = new BulkPlace(bulk, files, lists, workflows, clock);
        return Vector.of(
                new ExtractedByWorkflow(
                        place,
                        Vector.ofAll(settings.optOutFlags()).distinct(),
                        soap,
                        dataSource -> keys.path(dataSource).map(FieldPath::expression)),
                new LoadedByWorkflow(place));
    }
}
