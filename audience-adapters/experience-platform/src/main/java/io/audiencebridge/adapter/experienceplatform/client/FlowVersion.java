// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/**
 * A state of a flow. Whoever changes it names the state he has seen.
 *
 * @param flow the flow's id
 * @param etag its state, kept letter by letter: most often it contains quotes
 */
public record FlowVersion(String flow, String etag) {}
