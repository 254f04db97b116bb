// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.exports.Exporter;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Switches;
import io.audiencebridge.sandbox.ims.ImsClient;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Flows, and what they mean for the exporter. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.7. */
final class Flows {
    private final Entities all;
    private final Specs specs;
    private final Connections connections;
    private final FlowDestination destinations;
    private final Switches switches;

    Flows(ImsClient client, Specs specs, Connections connections, FlowDestination destinations, Switches switches) {
        all = new Entities("flows", client, switches);
        this.specs = specs;
        this.connections = connections;
        this.destinations = destinations;
        this.switches = switches;
    }

    Entities all() {
        return all;
    }

    ObjectNode add(ObjectNode body, Instant now) {
        String spec = body.path("flowSpec").path("id").asText();
        ObjectNode target = connected(body, "targetConnections")
                .findFirst()
                .orElseThrow(() -> Problem.flows(400, "A flow needs a target connection"));
        if (connected(body, "sourceConnections").findFirst().isEmpty()) {
            throw Problem.flows(400, "A flow needs a source connection");
        }
        if (!spec.equals(specs.flowSpec(Entity.spec(target)))) {
            throw Problem.flows(400, "flowSpec [" + spec + "] does not fit the target connection");
        }
        if (all.all().size() >= switches.destinationLimit()) {
            throw Problem.flows(400, "The sandbox has " + switches.destinationLimit() + " destinations already");
        }
        return all.add(body, now);
    }

    private Stream<ObjectNode> connected(JsonNode flow, String kind) {
        String ids = kind.replace("Connections", "ConnectionIds");
        return flow.path(ids)
                .valueStream()
                .map(id -> connections
                        .of(kind)
                        .find(id.asText())
                        .orElseThrow(() -> Problem.flows(400, kind + " not found with id = [" + id.asText() + "]")));
    }

    /** Has the exporter do what a document says, or refuses it. */
    void export(ObjectNode flow, Exporter exporter, Instant now) {
        ObjectNode target = connected(flow, "targetConnections")
                .findFirst()
                .orElseThrow(() -> Problem.flows(400, "A flow needs a target connection"));
        exporter.put(Entity.id(flow), destinations.of(flow, target, base(target)), now);
    }

    private JsonNode base(ObjectNode target) {
        Optional<ObjectNode> base = connections
                .of("connections")
                .find(target.path("baseConnectionId").asText());
        return base.isPresent() ? base.get() : MissingNode.getInstance();
    }

    /** With what it inherits from its connections. */
    ObjectNode shown(ObjectNode flow) {
        ObjectNode view = flow.deepCopy();
        ObjectNode inherited = view.putObject("inheritedAttributes");
        boolean destination = flow.path("targetConnectionIds")
                .valueStream()
                .flatMap(id -> connections.of("targetConnections").find(id.asText()).stream())
                .anyMatch(target -> specs.isDestination(Entity.spec(target)));
        inherited.putObject("properties").put("isDestinationFlow", destination);
        inherit(flow, "sourceConnections", inherited.putArray("sourceConnections"));
        inherit(flow, "targetConnections", inherited.putArray("targetConnections"));
        return view;
    }

    private void inherit(ObjectNode flow, String kind, ArrayNode shown) {
        flow.path(kind.replace("Connections", "ConnectionIds"))
                .valueStream()
                .flatMap(id -> connections.of(kind).find(id.asText()).stream())
                .forEach(connection -> {
                    ObjectNode one = shown.addObject().put("id", Entity.id(connection));
                    one.set("connectionSpec", connection.path("connectionSpec"));
                    one.putObject("baseConnection")
                            .put("id", connection.path("baseConnectionId").asText())
                            .set("connectionSpec", connection.path("connectionSpec"));
                });
    }
}
