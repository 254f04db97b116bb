// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

/**
 * How far the changes of a data source were read. Only the connector that made it can read it; it may be kept for as long as one likes and names nobody.
 *
 * @param value in a form of the connector's own
 */
public record Watermark(String value) {}
