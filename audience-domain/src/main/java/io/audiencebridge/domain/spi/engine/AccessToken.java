// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.system.Secret;
import java.time.Instant;

/**
 * A bearer token; cannot print its value.
 *
 * @param value for the {@code Authorization} header
 * @param expires when it ends
 */
public record AccessToken(Secret value, Instant expires) {}
