// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

/**
 * A segment of the sandbox.
 *
 * @param id its number
 * @param name its name
 * @param rule its rule over traits
 * @param dataSourceId the data source that owns it
 * @param mergeRuleDataSourceId the data source that stands for its profile merge rule
 * @param active whether it is not paused
 * @param size how many ids of all data sources are in it
 */
public record SandboxSegment(
        String id,
        String name,
        String rule,
        long dataSourceId,
        long mergeRuleDataSourceId,
        boolean active,
        long size) {}
