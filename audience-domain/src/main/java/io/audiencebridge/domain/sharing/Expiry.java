// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

import java.time.Instant;

/**
 * Something that ends by itself.
 *
 * @param what what ends
 * @param at when
 */
public record Expiry(Expiring what, Instant at) {}
