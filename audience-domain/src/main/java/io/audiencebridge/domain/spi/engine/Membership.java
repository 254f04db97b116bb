// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.member.IdSet;

/**
 * Who is in an audience.
 *
 * @param position up to which delivery; text that only the connector understands
 * @param members fingerprints of the members' keys
 */
public record Membership(String position, IdSet members) {}
