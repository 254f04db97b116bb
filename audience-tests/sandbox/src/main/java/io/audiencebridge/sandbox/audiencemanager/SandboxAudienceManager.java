// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.files.BatchFiles;
import io.audiencebridge.sandbox.audiencemanager.files.OutboundFile;
import io.audiencebridge.sandbox.audiencemanager.files.Timing;
import io.audiencebridge.sandbox.audiencemanager.profiles.MemberIds;
import java.util.List;

/** The sandbox's Audience Manager, past the wire: what a test looks at. Thread-safe; every answer is a snapshot. */
public final class SandboxAudienceManager {
    private final Company company;
    private final BatchFiles files;
    private final SandboxPushes pushes;

    SandboxAudienceManager(Company company, BatchFiles files, SandboxPushes pushes) {
        this.company = company;
        this.files = files;
        this.pushes = pushes;
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
            return files.inbound().files().stream()
                    .map(file ->
                            new SandboxInboundFile(file.key(), file.status().name(), file.reason(), file.counters()))
                    .toList();
        }
    }

    /** The file side: receipts, orders of destinations, files on their way, keys. */
    public SandboxAudienceManagerFiles files() {
        return new SandboxAudienceManagerFiles(company, files);
    }

    /** What is pushed to destinations of HTTP. */
    public SandboxPushes pushes() {
        return pushes;
    }

    /** The keys of the outbound data files that arrived, oldest first. */
    public List<String> outboundFiles() {
        synchronized (company) {
            return files.outbound().files().stream().map(OutboundFile::key).toList();
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
                company.population().size(segment.path("sid").asLong()));
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
                    company.profiles().ids(dataSourceId),
                    company.population().members(segment.path("sid").asLong(), dataSourceId)));
        }
    }

    /**
     * Makes a visitor one whom Audience Manager never saw: rows of it match nobody, until it is seen in data collection.
     *
     * @param visitorId an Experience Cloud ID
     * @throws IllegalArgumentException if it has not 38 digits
     */
    public void forget(String visitorId) {
        if (!visitorId.matches("\\d{38}")) {
            throw new IllegalArgumentException("An Experience Cloud ID has 38 digits");
        }
        synchronized (company) {
            company.profiles().makeStranger(visitorId);
        }
    }

    /** The devices to which an id of a data source was bound, by Audience Manager's own ids, the newest first. */
    public List<String> devices(long dataSourceId, String id) {
        synchronized (company) {
            return company.profiles().devices(dataSourceId, id);
        }
    }

    /** The hashed e-mails to which a person was bound, the newest first. */
    public List<String> hashedEmails(long dataSourceId, String id, long emailDataSourceId) {
        synchronized (company) {
            return company.profiles().hashedEmails(dataSourceId, id, emailDataSourceId);
        }
    }

    /**
     * Adds a merge rule, which no API does.
     *
     * @param authentication {@code NO_CROSS_DEVICE}, {@code CURRENT_AUTHENTICATED}, {@code LAST_AUTHENTICATED} or
     *     {@code ALL_CROSS_DEVICE}
     * @param dataSources the cross-device data sources that it reads
     * @return the data source that stands for it
     * @throws IllegalArgumentException if it cannot be so
     */
    public long addMergeRule(String name, String authentication, List<Long> dataSources) {
        synchronized (company) {
            return new AdminData(company).mergeRule(name, authentication, dataSources);
        }
    }

    /**
     * Adds a destination for files, which no API does.
     *
     * @param master the data source of the ids in its files; 0 for Audience Manager's own
     * @return its number
     * @throws IllegalArgumentException if there is no such data source
     */
    public long addFileDestination(String name, long master) {
        synchronized (company) {
            return new AdminData(company).fileDestination(name, master);
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
