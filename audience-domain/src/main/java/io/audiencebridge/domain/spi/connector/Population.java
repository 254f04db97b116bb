// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A system's count of an audience.
 *
 * @param received who arrived, before the audience's own rules, such as the devices that have a segment's trait; empty where the system does not say
 * @param members who is in the audience, such as the devices in a segment; empty where the system does not say
 * @param counted when the system counted; empty where it does not say
 */
public record Population(OptionalLong received, OptionalLong members, Optional<Instant> counted) {}
