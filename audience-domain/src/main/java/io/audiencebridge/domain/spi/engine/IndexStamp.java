// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import java.time.Instant;

/**
 * Up to when a copy of recipients' keys is right.
 *
 * @param watermark where the system's changes stood before they were read; text that only the connector understands
 * @param at when that was
 */
public record IndexStamp(String watermark, Instant at) {}
