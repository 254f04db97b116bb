// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

/**
 * A copy of one request and its answer without secrets, as far as {@link TraceDetail} allows.
 *
 * @param event which request, as told at its end
 * @param request headers and body that were sent
 * @param answer the body that came, possibly cut; empty if none came
 */
public record CallTrace(CallEvent event, String request, String answer) {}
