// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.rest.SegmentRule;
import io.audiencebridge.adapter.audiencemanager.rest.TraitCalls;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.vavr.control.Either;

/** Finds the trait that an inbound file must name for its rows to enter a segment. Audience Manager drops rows with any other trait and says so only in a receipt mail. */
final class TraitOfSegment {
    private static final int LONGEST_RULE = 80;

    private final TraitCalls traits;

    TraitOfSegment(TraitCalls traits) {
        this.traits = traits;
    }

    /** The trait. Left: {@code InvalidRequest} when the segment's rule or trait cannot be filled by a file of {@code dataSource}, {@code NotFound} when the trait was deleted. */
    Either<BridgeError, Trait> find(Segment segment, DataSource dataSource, Call call) {
        return new SegmentRule(segment.rule())
                .onlyTrait()
                .toEither(() -> refused(
                        segment, "its rule '" + shortened(segment.rule()) + "' is not one onboarded trait alone"))
                .flatMap(sid -> traits.find(sid, call).flatMap(found -> found.toEither(() -> gone(segment, sid))))
                .flatMap(trait -> fillable(segment, trait, dataSource));
    }

    private static Either<BridgeError, Trait> fillable(Segment segment, Trait trait, DataSource dataSource) {
        if (!trait.type().equals(Trait.ONBOARDED)) {
            return Either.left(refused(segment, "its trait " + trait.sid() + " is no onboarded trait"));
        }
        return trait.dataSourceId() == dataSource.id()
                ? Either.right(trait)
                : Either.left(refused(
                        segment,
                        "its trait " + trait.sid() + " belongs to data source " + trait.dataSourceId() + ", not to "
                                + dataSource.id()));
    }

    private static BridgeError refused(Segment segment, String why) {
        return BridgeError.InvalidRequest.of(
                "audience",
                "Members cannot be added to segment " + segment.sid() + ": " + why
                        + "; share under another title, which creates a segment of its own, and combine the two in Audience Manager");
    }

    private static BridgeError gone(Segment segment, long sid) {
        return BridgeError.NotFound.of(
                "Trait " + sid + " of segment " + segment.sid()
                        + " does not exist or cannot be seen; delete the segment in Audience Manager, or share under another title");
    }

    private static String shortened(String rule) {
        return rule.length() <= LONGEST_RULE ? rule : rule.substring(0, LONGEST_RULE) + "...";
    }
}
