// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.sharing.Waiting;
import java.util.Optional;

/**
 * An audience that can be written to.
 *
 * @param audience its address
 * @param notBefore until when members must not be sent, if it is new (SEMANTICS S19)
 */
public record PreparedAudience(AudienceRef audience, Optional<Waiting> notBefore) {}
