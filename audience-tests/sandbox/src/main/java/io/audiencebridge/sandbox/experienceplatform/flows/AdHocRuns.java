// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.exports.Exporter;
import io.audiencebridge.sandbox.experienceplatform.exports.Run;
import io.audiencebridge.sandbox.experienceplatform.people.Audience;
import io.audiencebridge.sandbox.experienceplatform.people.Population;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import io.audiencebridge.sandbox.experienceplatform.rest.Switches;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs that nobody scheduled. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.7. */
public final class AdHocRuns implements Service {
    private final Switches switches;
    private final Exporter exporter;
    private final Population people;
    private final Clock clock;

    private record Wish(String flow, String audience) {}

    /** Runs of these flows' exports. */
    public AdHocRuns(Switches switches, Exporter exporter, Population people, Clock clock) {
        this.switches = switches;
        this.exporter = exporter;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        if (!request.method().equals("POST") || !path.isEmpty()) {
            throw Problem.unknownPath();
        }
        ObjectNode body = request.object();
        if (!isSecondVersion(request) && body.path("exportIds").isEmpty()) {
            throw Problem.plain(400, "exportIds must be given");
        }
        List<Wish> wishes = wishes(body.path("activationInfo"));
        wishes.forEach(this::check);
        ObjectNode answer = Reply.object();
        ArrayNode order = answer.putArray("order");
        for (Wish wish : wishes) {
            Run run = exporter.exportNow(wish.flow(), wish.audience(), clock.instant(), true);
            order.addObject()
                    .put("segment", wish.audience())
                    .put("order", wish.flow())
                    .put("statusURL", address(request) + run.id());
        }
        return Reply.ok(answer);
    }

    private static boolean isSecondVersion(RestRequest request) {
        String accept = request.header("Accept").orElse("").replace(" ", "");
        return accept.contains("application/vnd.adobe.adhoc.activation+json;version=2");
    }

    /** Where the caller finds the run: at the host it called. */
    private static String address(RestRequest request) {
        return "http://" + request.header("Host").orElse("platform.adobe.io") + "/data/foundation/flowservice/runs/";
    }

    private List<Wish> wishes(JsonNode info) {
        List<Wish> wishes = new ArrayList<>();
        info.properties()
                .forEach(flow ->
                        flow.getValue().forEach(audience -> wishes.add(new Wish(flow.getKey(), audience.asText()))));
        if (wishes.isEmpty()) {
            throw Problem.plain(400, "activationInfo must name a dataflow and its segments");
        }
        if (wishes.size() > switches.adHocLimit()) {
            throw Problem.plain(400, "At most " + switches.adHocLimit() + " segments can be exported in one job");
        }
        return wishes;
    }

    /** UNVERIFIED: which of the two messages an audience gets that was activated less than an hour ago. */
    private void check(Wish wish) {
        Instant now = clock.instant();
        exporter.runs().goingOn(wish.flow(), wish.audience()).ifPresent(run -> {
            throw Problem.plain(
                    400,
                    "Run already going on for audience " + wish.audience() + " for order " + wish.flow()
                            + " with run id " + run.id());
        });
        boolean settled = exporter.activatedAt(wish.flow(), wish.audience())
                .filter(at -> !at.plus(switches.adHocAfter()).isAfter(now))
                .isPresent();
        if (!settled || !exporter.mayRun(wish.flow(), wish.audience(), now)) {
            String name = people.find(wish.audience()).map(Audience::name).orElse(wish.audience());
            throw Problem.plain(400, "Segments " + name + " are not part of this dataflow or out of schedule range!");
        }
    }
}
