// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.integration.ServerClock;
import io.audiencebridge.adapter.campaign.lists.ListCatalog;
import io.audiencebridge.adapter.campaign.lists.ListClient;
import io.audiencebridge.adapter.campaign.lists.ListRehearsals;
import io.audiencebridge.adapter.campaign.lists.ListTuning;
import io.audiencebridge.adapter.campaign.lists.ListWriter;
import io.audiencebridge.adapter.campaign.lists.RecipientLists;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.InstantSource;

/** A connection to one instance. */
final class CampaignConnector implements Connector {
    private final CampaignSoap soap;
    private final Vector<Object> abilities;

    /** A connection over {@code soap}. */
    CampaignConnector(CampaignSettings settings, CampaignSoap soap, Wiring wiring) {
        this.soap = soap;
        InstantSource clock = wiring.clock();
        RecipientLists lists = new RecipientLists(soap, clock);
        ListTuning tuning = new ListTuning(
                settings.pageSize(), settings.writeBatchSize(), settings.listFolder(), settings.amcNames());
        ListMembers members = new ListMembers(settings.pageSize(), soap, lists);
        RecipientKeys keys = new RecipientKeys(settings, soap, lists, members);
        ListWriter writer = new ListWriter(soap, lists, tuning);
        ServerClock serverClock = new ServerClock(soap, clock);
        Integration integration = new Integration(settings, soap, lists, writer, serverClock, wiring.pause());
        abilities = Vector.of(
                        new GenericClient(soap, wiring.observers()),
                        new ListCatalog(settings.connection(), lists),
                        keys,
                        new ChangedRecipients(settings, soap, keys),
                        new KeyedRecipients(settings, soap, keys),
                        new SampledRecipients(soap, keys),
                        members,
                        writer,
                        new ListRehearsals(lists, tuning),
                        new ListClient(soap, clock, tuning, members),
                        new TypedQueries(settings, soap),
                        new CampaignPreconditions(settings, soap, lists, keys, serverClock))
                .appendAll(integration.abilities())
                .appendAll(wiring.bulk().toVector().flatMap(files -> integration.bulk(files, keys)));
    }

    @Override
    public SystemId system() {
        return SystemId.CAMPAIGN;
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return abilities.find(type::isInstance).map(type::cast);
    }

    @Override
    public void close() {
        soap.close();
    }
}
