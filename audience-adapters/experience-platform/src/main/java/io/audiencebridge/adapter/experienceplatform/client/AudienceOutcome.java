// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/**
 * What became of one audience of a call for many.
 *
 * @param id which
 * @param outcome right: it; left: why it is not there, {@code NotFound} also where the answer leaves it out
 */
public record AudienceOutcome(String id, Either<BridgeError, PlatformAudience> outcome) {}
