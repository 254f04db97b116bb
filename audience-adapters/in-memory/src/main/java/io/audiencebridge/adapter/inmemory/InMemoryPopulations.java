// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Population;
import io.audiencebridge.domain.spi.connector.Populations;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts who is in an audience, at once and exactly. */
final class InMemoryPopulations implements Populations {
    private final InMemoryWorld world;

    InMemoryPopulations(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Either<BridgeError, Population> of(AudienceRef audience, DataSource dataSource, Call call) {
        return call.check().flatMap(open -> world.audience(audience.id())).map(members -> {
            long size = world.isOfRecipients()
                    ? members.recipients().size()
                    : members.keys().size();
            return new Population(OptionalLong.of(size), OptionalLong.of(size), Optional.empty());
        });
    }
}
