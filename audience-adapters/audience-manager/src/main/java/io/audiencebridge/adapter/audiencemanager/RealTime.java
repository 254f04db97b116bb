// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.DataCollection;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.dcs.DcsClient;
import io.audiencebridge.adapter.http.HttpSettings;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.system.SystemId;
import java.time.InstantSource;

/**
 * The real-time side of a connection, with a transport of its own: it makes one attempt a call.
 *
 * @param client what is offered
 * @param optOuts what the bridge tells of people who opt out
 * @param transport closed with the connection
 */
record RealTime(DataCollection client, OptOutCalls optOuts, HttpTransport transport) {
    static RealTime of(DataCollectionSettings settings, HttpSettings http, ImsOrgId organisation, InstantSource clock) {
        HttpSettings once = HttpSettings.builder().from(http).maxAttempts(1).build();
        HttpTransport transport = HttpTransport.to(SystemId.AUDIENCE_MANAGER, once);
        DcsClient client = new DcsClient(settings, transport, organisation, clock);
        return new RealTime(client, client.optOutCalls(), transport);
    }

    void close() {
        transport.close();
    }
}
