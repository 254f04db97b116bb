// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/**
 * A segment that was found by a search.
 *
 * @param id its id
 * @param name its name
 * @param namespace where it comes from
 */
public record FoundSegment(String id, String name, String namespace) {}
