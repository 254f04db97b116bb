// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;

/** From an audience's address to its segment. */
final class SegmentNumber {
    private static final String FORM = "[1-9][0-9]{0,17}";

    private SegmentNumber() {}

    /** The segment of {@code audience}. Left: {@code InvalidRequest} when its id is no number, {@code NotFound} when there is no such segment. */
    static Either<BridgeError, Segment> segment(Company company, AudienceRef audience, Call call) {
        return read(audience)
                .flatMap(sid -> company.segments().find(sid, call))
                .flatMap(found -> found.toEither(() -> new BridgeError.NotFound(
                        "Segment " + audience.id()
                                + " does not exist in Audience Manager or its technical account may not see it; browse the audiences for the right number",
                        Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId()))));
    }

    private static Either<BridgeError, Long> read(AudienceRef audience) {
        return audience.id().matches(FORM)
                ? Either.right(Long.valueOf(audience.id()))
                : Either.left(
                        BridgeError.InvalidRequest.of(
                                "audience",
                                "'" + audience.id()
                                        + "' is no segment number of Audience Manager; browse the audiences and use the id shown there"));
    }
}
