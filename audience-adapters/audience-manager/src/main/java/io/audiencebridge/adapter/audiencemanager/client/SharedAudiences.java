// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The audiences that the Experience Cloud's solutions share, as far as a program can see them.
 *
 * <p>There is no public API of the audience library. Its audiences are segments of Audience Manager, and this works on those, by the documented REST API; it calls no
 * address that only Adobe's pages use. So it sees what the connection's user may see in Audience Manager. Where an audience was made is told by names of folders and data
 * sources ({@link AudienceOriginSettings}), and definitions of Analytics or the library cannot be read, made or published here. Sizes count devices, not people.
 *
 * <p>Obtained by {@code bridge.client(SharedAudiences.class)}. Errors, blocking and threads as {@link Resource} says. Source: experience-cloud.md, section 3.4.
 */
public interface SharedAudiences {
    /** The audiences wanted, read page by page of segments as they are asked for; what goes wrong is told by the pages. The options' time covers all of the reading. */
    Pages<AudienceDetails> browse(SharedAudienceQuery query, CallOptions options);

    /** The audience that is the segment of that number; none when there is none or it cannot be seen. */
    Either<BridgeError, Option<AudienceDetails>> find(long segment, CallOptions options);

    /**
     * Deletes the segment, which takes its members away from every solution for good. Right: whether it was there. Left: {@code Conflict} while it is mapped to a
     * destination, which is looked at before; {@code Conflict} or {@code RejectedBySystem} while something else uses it.
     */
    Either<BridgeError, Boolean> delete(long segment, CallOptions options);
}
