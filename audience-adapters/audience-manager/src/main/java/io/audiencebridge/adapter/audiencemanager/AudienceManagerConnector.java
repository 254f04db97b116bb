// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.http.HttpTransport;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A connection to one company of Audience Manager. */
final class AudienceManagerConnector implements Connector {
    private final HttpTransport transport;
    private final Option<RealTime> realTime;
    private final Vector<Object> abilities;

    AudienceManagerConnector(Company company, HttpTransport transport, Option<RealTime> realTime) {
        this.transport = transport;
        this.realTime = realTime;
        SegmentDetails details = new SegmentDetails(company);
        this.abilities = Vector.<Object>of(
                        new SegmentCatalog(company, details),
                        new AudienceLibrary(company, details),
                        new SegmentMembers(company),
                        new SegmentChanges(company),
                        new SegmentWriter(company),
                        new SegmentRehearsals(company),
                        new SegmentPopulations(company),
                        new SegmentDeliveryDays(company),
                        new InboundStatus(company),
                        new AudienceManagerPreconditions(company),
                        company.idSyncs(),
                        company.client(),
                        company.dataFiles(),
                        company.idSyncFiles())
                .appendAll(realTime.map(RealTime::client))
                .appendAll(realTime.map(RealTime::optOuts));
    }

    @Override
    public SystemId system() {
        return SystemId.AUDIENCE_MANAGER;
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return abilities.find(type::isInstance).map(type::cast);
    }

    @Override
    public void close() {
        transport.close();
        realTime.forEach(RealTime::close);
    }
}
