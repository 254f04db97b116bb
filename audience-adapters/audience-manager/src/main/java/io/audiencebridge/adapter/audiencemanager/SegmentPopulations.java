// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.rest.SegmentRule;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Population;
import io.audiencebridge.domain.spi.connector.Populations;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.OptionalLong;

/** How many devices have a segment's trait, and how many are in the segment, as Audience Manager last counted; it does not say when that was. */
final class SegmentPopulations implements Populations {
    /** UNVERIFIED: which metric of a trait holds everybody who has it, however long ago it was got. */
    private static final String[] TRAIT_SIZES = {"uniquesLifetime", "uniques90Day", "uniques1Day"};

    private final Company company;

    SegmentPopulations(Company company) {
        this.company = company;
    }

    @Override
    public Either<BridgeError, Population> of(AudienceRef audience, DataSource dataSource, Call call) {
        return SegmentNumber.segment(company, audience, call)
                .flatMap(segment ->
                        trait(segment, call).map(trait -> new Population(trait, segment.devices(), Optional.empty())));
    }

    /** A segment of several traits has no trait of its own. */
    private Either<BridgeError, OptionalLong> trait(Segment segment, Call call) {
        return new SegmentRule(segment.rule())
                .onlyTrait()
                .map(sid -> company.traits()
                        .counted(sid, call)
                        .map(found -> found.map(SegmentPopulations::size).getOrElse(OptionalLong.empty())))
                .getOrElse(() -> Either.right(OptionalLong.empty()));
    }

    private static OptionalLong size(Trait trait) {
        for (String name : TRAIT_SIZES) {
            OptionalLong size = trait.population().of(name);
            if (size.isPresent()) {
                return size;
            }
        }
        return OptionalLong.empty();
    }
}
