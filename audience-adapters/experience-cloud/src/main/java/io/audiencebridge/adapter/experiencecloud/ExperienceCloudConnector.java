// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud;

import io.audiencebridge.adapter.experiencecloud.idservice.IdService;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.OptOutCalls;
import io.audiencebridge.domain.spi.connector.VisitorLinks;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A connection to the service for one organisation. */
final class ExperienceCloudConnector implements Connector {
    static final SystemId SYSTEM = new SystemId("experience-cloud");

    private final IdService service;
    private final Vector<Object> abilities;

    ExperienceCloudConnector(IdService service, VisitorLinks links, Option<OptOutCalls> optOuts) {
        this.service = service;
        this.abilities =
                Vector.<Object>of(service, links, new IdServicePreconditions()).appendAll(optOuts);
    }

    @Override
    public SystemId system() {
        return SYSTEM;
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return abilities.find(type::isInstance).map(type::cast);
    }

    @Override
    public void close() {
        service.close();
    }
}
