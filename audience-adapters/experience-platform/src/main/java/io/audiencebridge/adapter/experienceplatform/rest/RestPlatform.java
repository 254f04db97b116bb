// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import io.audiencebridge.adapter.experienceplatform.client.ExternalAudienceSpelling;
import io.audiencebridge.adapter.experienceplatform.client.PlatformGuardrails;
import io.vavr.collection.Vector;
import java.time.InstantSource;

/** Everything that can be asked of Platform's API over one client. Safe for use by several threads. */
public final class RestPlatform {
    private final PlatformClient client;
    private final int pageSize;

    /**
     * Over {@code client}.
     *
     * @param pageSize items a page, where the caller does not say
     */
    public RestPlatform(PlatformClient client, int pageSize) {
        this.client = client;
        this.pageSize = pageSize;
    }

    /** Calls for audiences. */
    public AudienceCalls audiences() {
        return new AudienceCalls(client, pages());
    }

    /**
     * All clients, one for each interface.
     *
     * @param guardrails checked before a call is made
     * @param changeAttempts how often a change of a flow is made anew
     * @param spelling how external audiences are addressed
     * @param clock the business clock
     */
    public Vector<Object> clients(
            PlatformGuardrails guardrails, int changeAttempts, ExternalAudienceSpelling spelling, InstantSource clock) {
        FlowItems items = new FlowItems(client, pageSize);
        FlowCalls flows = new FlowCalls(client, pageSize, changeAttempts);
        return Vector.of(
                new FlowClient(flows, guardrails),
                new DestinationClient(client, flows, items, guardrails),
                new RunClient(client, items),
                new AdHocClient(client, guardrails, clock),
                new AudienceClient(client, audiences(), pages()),
                new SegmentDefinitionClient(client, pages()),
                new SegmentJobClient(client, pages()),
                new ExportJobClient(client, pages()),
                new EstimateClient(client),
                new ScheduleClient(client, pages()),
                new SearchClient(client),
                new NamespaceClient(client),
                new LandingZoneClient(client),
                new ExternalAudienceClient(client, spelling));
    }

    private UpsPages pages() {
        return new UpsPages(client, pageSize);
    }
}
