// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/**
 * Where segments come from.
 *
 * @param name such as {@code AAMSegments}
 * @param segments how many there are
 */
public record SegmentNamespace(String name, long segments) {}
