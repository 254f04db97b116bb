// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.people.Population;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import io.audiencebridge.sandbox.experienceplatform.rest.Switches;
import java.time.Clock;
import java.util.List;

/** Everything below {@code /data/core/ups}. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.8. */
public final class Segmentation implements Service {
    private final Switches switches;
    private final AudienceDocuments documents;
    private final AudienceResource audiences;
    private final Definitions definitions;
    private final SegmentJobs segmentJobs;
    private final ExportJobs exportJobs;

    /** Over these people's audiences. */
    public Segmentation(Population people, String orgId, Switches switches, Clock clock) {
        this.switches = switches;
        documents = new AudienceDocuments(people, orgId, clock);
        audiences = new AudienceResource(documents, switches);
        definitions = new Definitions(documents);
        segmentJobs = new SegmentJobs(people, clock);
        exportJobs = new ExportJobs(clock);
    }

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        try {
            return service(path).answer(request, path.subList(depth(path), path.size()));
        } catch (Problem e) {
            throw switches.nestsAudienceErrors() ? e.nested() : e;
        }
    }

    private static int depth(List<String> path) {
        return !path.isEmpty() && path.get(0).equals("audiences") ? 1 : Math.min(2, path.size());
    }

    private Service service(List<String> path) {
        return switch (String.join("/", path.subList(0, depth(path)))) {
            case "audiences" -> audiences;
            case "segment/definitions" -> definitions;
            case "segment/jobs" -> segmentJobs;
            case "export/jobs" -> exportJobs;
            case "config/schedules" -> Segmentation::schedules;
            default -> throw Problem.unknownPath();
        };
    }

    /** UNVERIFIED: the members of a schedule. */
    private static Reply schedules(RestRequest request, List<String> path) {
        if (!request.method().equals("GET") || !path.isEmpty()) {
            throw Problem.unknownPath();
        }
        ObjectNode list = Reply.object();
        list.putArray("children").addObject().put("type", "batch_segmentation").put("state", "active");
        return Reply.ok(list);
    }

    /** Forgets documents and jobs. */
    public void clear() {
        documents.clear();
        segmentJobs.clear();
        exportJobs.clear();
    }
}
