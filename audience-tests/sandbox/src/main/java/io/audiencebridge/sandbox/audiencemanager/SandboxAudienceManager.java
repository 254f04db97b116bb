// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The sandbox's Audience Manager, past the wire: what a test looks at. Thread-safe; every answer is a snapshot. */
public final class SandboxAudienceManager {
    private final Company company;
    private final InboundHistory inbound;
    private final OutboundHistory outbound;

    SandboxAudienceManager(Company company, InboundHistory inbound, OutboundHistory outbound) {
        this.company = company;
        this.inbound = inbound;
        this.outbound = outbound;
    }

    /** The company's number. */
    public long pid() {
        return Company.PID;
    }

    /** The data source whose inbound ids are Experience Cloud IDs. */
    public long visitorDataSourceId() {
        return StartingData.VISITORS;
    }

    /** The cross-device data source "Adobe Campaign Declared ID". */
    public long declaredDataSourceId() {
        return StartingData.DECLARED;
    }

    /** The merge rule "Last authenticated" over the declared data source. */
    public long mergeRuleDataSourceId() {
        return StartingData.LAST_AUTHENTICATED;
    }

    /** A merge rule without a cross-device profile; what a segment has that names none. */
    public long deviceMergeRuleDataSourceId() {
        return StartingData.DEVICE_ONLY;
    }

    /** Campaign's destination whose files hold Experience Cloud IDs. */
    public long visitorDestinationId() {
        return StartingData.VISITOR_DESTINATION;
    }

    /** Campaign's destination whose files hold declared ids. */
    public long declaredDestinationId() {
        return StartingData.DECLARED_DESTINATION;
    }

    /** The folder of the inbound bucket that belongs to the company. */
    public String partnerName() {
        return Timing.PARTNER;
    }

    /** The inbound files that were there when the clock moved, and what became of them. */
    public List<SandboxInboundFile> inboundFiles() {
        synchronized (company) {
            return inbound.files().stream()
                    .map(file ->
                            new SandboxInboundFile(file.key(), file.status().name(), file.reason(), file.counters()))
                    .toList();
        }
    }

    /** The keys of the outbound files that were written, oldest first. */
    public List<String> outboundFiles() {
        synchronized (company) {
            return outbound.files().stream().map(OutboundFile::key).toList();
        }
    }

    /** All segments by number. */
    public List<SandboxSegment> segments() {
        synchronized (company) {
            return company.segments().all().stream().map(this::segment).toList();
        }
    }

    private SandboxSegment segment(ObjectNode segment) {
        return new SandboxSegment(
                segment.path("sid").asText(),
                segment.path("name").asText(),
                segment.path("segmentRule").asText(),
                segment.path("dataSourceId").asLong(),
                segment.path("mergeRuleDataSourceId").asLong(),
                segment.path("status").asText().equals("ACTIVE"),
                company.population().size(segment));
    }

    /**
     * The members of a segment among the ids of a data source, in the order in which the ids arrived.
     *
     * @throws IllegalArgumentException if there is no such segment
     */
    public List<String> members(String segmentId, long dataSourceId) {
        synchronized (company) {
            ObjectNode segment = company.segments().all().stream()
                    .filter(found -> found.path("sid").asText().equals(segmentId))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no segment " + segmentId));
            return List.copyOf(new MemberIds(
                    company.profiles().ids(dataSourceId), company.population().members(segment, dataSourceId)));
        }
    }

    /**
     * Names a mapped segment in the files of a destination, as an administrator does on the destination's page.
     *
     * @throws IllegalArgumentException if the segment is not mapped to the destination
     */
    public void alias(String segmentId, long destinationId, String alias) {
        synchronized (company) {
            company.mappingsOf(destinationId)
                    .filter(mapping -> mapping.path("sid").asText().equals(segmentId))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Segment " + segmentId + " is not mapped to destination " + destinationId))
                    .put("traitAlias", alias);
        }
    }
}
