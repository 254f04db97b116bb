// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataCollection;
import io.audiencebridge.adapter.audiencemanager.client.DataCollectionSettings;
import io.audiencebridge.adapter.audiencemanager.client.EventAnswer;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.audiencemanager.client.IdSync;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncAnswer;
import io.audiencebridge.adapter.audiencemanager.client.OptOut;
import io.audiencebridge.adapter.audiencemanager.client.OptOutReport;
import io.audiencebridge.adapter.audiencemanager.client.VisitorAnswer;
import io.audiencebridge.adapter.audiencemanager.client.VisitorCall;
import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.control.Either;
import java.net.URI;
import java.time.InstantSource;

/** The real-time side of one company. Holds digests of ids, no ids; safe for use by several threads. */
public final class DcsClient implements DataCollection {
    private final Events events;
    private final IdSyncs idSyncs;
    private final VisitorIds visitorIds;
    private final OptOutCalls optOuts;

    /**
     * A client.
     *
     * @param settings where to send what
     * @param transport makes one attempt a call; the owner closes it
     * @param organisation of Experience Cloud ids that name none
     * @param clock tells how often an id was sent
     */
    public DcsClient(
            DataCollectionSettings settings, HttpTransport transport, ImsOrgId organisation, InstantSource clock) {
        Visits visits = new Visits(settings, new DcsLine(transport, clock), clock);
        Target idService = new Target(settings.idService(), DataCollectionSettings.ID_SERVICE_HOST);
        this.events = new Events(visits, organisation);
        this.idSyncs = new IdSyncs(visits, idService);
        this.visitorIds = new VisitorIds(visits, idService, organisation);
        this.optOuts = new OptOutCalls(visits, settings, organisation);
    }

    @Override
    public Either<BridgeError, EventAnswer> send(EventCall event, CallOptions options) {
        return events.send(event, options.begin());
    }

    @Override
    public Either<BridgeError, IdSyncAnswer> sync(IdSync sync, CallOptions options) {
        return idSyncs.sync(sync, options.begin());
    }

    @Override
    public Either<BridgeError, URI> address(IdSync sync) {
        return idSyncs.address(sync);
    }

    @Override
    public Either<BridgeError, VisitorAnswer> visitor(VisitorCall visitor, CallOptions options) {
        return visitorIds.ask(visitor, options.begin());
    }

    /** The same opt-outs, as the bridge orders them. */
    public io.audiencebridge.domain.spi.connector.OptOutCalls optOutCalls() {
        return new OptOutsByOrder(optOuts::send);
    }

    @Override
    public Either<BridgeError, OptOutReport> optOut(OptOut wish, CallOptions options) {
        return optOuts.send(wish, options.begin());
    }
}
