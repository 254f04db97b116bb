// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

/**
 * Hears of every request to the instance, logons and logoffs included. Called on the thread that makes the request: return quickly. What a listener throws is
 * logged and changes nothing. Must be safe for use by several threads.
 */
public interface CampaignListener {
    /** A request is about to be sent. */
    default void started(CallEvent event) {}

    /** It was answered. */
    default void succeeded(CallEvent event) {}

    /** It was answered with a fault, or not at all. */
    default void failed(CallEvent event) {}

    /** What was sent and what came; after {@link #succeeded} or {@link #failed}, and only where traces are switched on. */
    default void traced(CallTrace trace) {}
}
