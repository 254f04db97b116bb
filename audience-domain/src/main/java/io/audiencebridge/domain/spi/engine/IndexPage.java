// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

import io.audiencebridge.domain.system.ConnectionName;

/**
 * Which copy of recipients' keys.
 *
 * @param connection whose recipients
 * @param keys which of their keys, in which form and how they are packed; the same text for the same bits
 */
public record IndexPage(ConnectionName connection, String keys) {}
