// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberLoader;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.MembershipEvents;
import io.audiencebridge.domain.spi.connector.OptOuts;
import io.audiencebridge.domain.spi.connector.OrderTimes;
import io.audiencebridge.domain.spi.connector.PersonKeys;
import io.audiencebridge.domain.spi.connector.SharingWorkflows;
import io.audiencebridge.domain.spi.connector.WriteRehearsals;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Set;

/** A connection that is only read through: what would write is rehearsed where the connection offers that, and what is neither is not offered. */
final class RehearsedConnector implements Connector {
    /** Abilities that read only, handed on as they are. */
    private static final Set<Class<?>> READING = Set.of(
            AudienceCatalog.class, ChangedKeys.class, MembershipEvents.class, PersonKeys.class, OrderTimes.class);

    private final ConnectionName name;
    private final Connector connector;
    private final Planned planned;
    private final Instant now;

    RehearsedConnector(ConnectionName name, Connector connector, Planned planned, Instant now) {
        this.name = name;
        this.connector = connector;
        this.planned = planned;
        this.now = now;
    }

    @Override
    public SystemId system() {
        return connector.system();
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return READING.contains(type)
                ? connector.ability(type).peek(found -> planned.read(name))
                : rehearsed(type).map(type::cast);
    }

    private Option<?> rehearsed(Class<?> type) {
        RehearsedReading reading = new RehearsedReading(name, planned);
        if (type == KeyReader.class) {
            return connector.ability(KeyReader.class).map(reading::keys);
        }
        if (type == MemberReader.class) {
            return connector.ability(MemberReader.class).map(reading::members);
        }
        if (type == OptOuts.class) {
            return connector.ability(OptOuts.class).map(reading::optOuts);
        }
        if (type == MemberChanges.class) {
            return connector.ability(MemberChanges.class).map(reading::changes);
        }
        if (type == KeyLookups.class) {
            return connector.ability(KeyLookups.class).map(reading::lookups);
        }
        return writing(type);
    }

    private Option<?> writing(Class<?> type) {
        if (type == MemberWriter.class) {
            return connector
                    .ability(WriteRehearsals.class)
                    .flatMap(rehearsals -> connector
                            .ability(MemberWriter.class)
                            .map(writer -> new RehearsedWriter(name, writer, rehearsals, planned)));
        }
        if (type == MemberLoader.class) {
            return connector.ability(MemberLoader.class).map(loader -> new RehearsedLoader(name, loader, planned));
        }
        if (type == KeyExtracts.class) {
            return connector.ability(KeyExtracts.class).map(extracts -> new RehearsedExtracts(planned));
        }
        return type == SharingWorkflows.class
                ? connector.ability(SharingWorkflows.class).map(workflows -> new RehearsedWorkflows(name, planned, now))
                : Option.none();
    }

    /** The connection is the bridge's own and stays open. */
    @Override
    public void close() {
        // nothing is held
    }
}
