// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * The Experience Cloud ID service of one organisation, obtained by {@code bridge.client(ExperienceCloudIdService.class)}. Its calls need no sign-in.
 *
 * <p>Blocks; safe for use by several threads. A visitor who has opted out is an answer, never an error. Everything on the left names codes, never an id. Source:
 * experience-cloud.md, sections 2.2 to 2.5 and 2.10.
 */
public interface ExperienceCloudIdService {
    /**
     * Asks who a visitor is, or binds customer ids to one; the same request twice does no more than once, except that a request without a visitor makes a new id each
     * time. Left: {@code InvalidRequest} when an id is wrong or there are too many, {@code AccessDenied} when the organisation or host is not set up,
     * {@code Unavailable} when the service is out of order, {@code ProtocolBreach} for an answer that is none, {@code Throttled} when more calls wait than the call's time
     * allows for.
     */
    Either<BridgeError, IdAnswer> identify(IdRequest request, CallOptions options);

    /** Asks whether a visitor has opted out. Left as for {@link #identify}. */
    Either<BridgeError, OptOutStatus> optOutStatus(VisitorId visitor, CallOptions options);

    /**
     * Has somebody left alone, in the service's nearest region; the other regions are the affair of Audience Manager's client. Right: the service has taken it.
     * UNVERIFIED: that an answer without an error means so. Left as for {@link #identify}.
     */
    Either<BridgeError, Boolean> optOut(OptOutRequest request, CallOptions options);
}
