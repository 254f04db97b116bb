// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A connection to one instance. */
final class CampaignConnector implements Connector {
    private final CampaignSoap soap;
    private final Vector<Object> abilities;

    CampaignConnector(CampaignSettings settings, CampaignSoap soap) {
        this.soap = soap;
        RecipientLists lists = new RecipientLists(soap);
        abilities = Vector.of(
                new ListCatalog(settings.connection(), lists),
                new RecipientKeys(settings, soap, lists),
                new ListMembers(settings, soap, lists),
                new ListWriter(settings, soap, lists));
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
