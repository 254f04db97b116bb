// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.exports.Exporter;
import io.audiencebridge.sandbox.experienceplatform.rest.JsonPatch;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import io.audiencebridge.sandbox.experienceplatform.rest.Switches;
import io.audiencebridge.sandbox.ims.ImsClient;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Flow Service. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.7. */
public final class FlowService implements Service {
    private final Switches switches;
    private final Exporter exporter;
    private final Clock clock;
    private final Specs specs;
    private final Connections connections;
    private final Flows flows;
    private final JsonPatch patches = new JsonPatch(message -> Problem.flows(400, message));

    /** Flows whose exports the exporter writes. */
    public FlowService(
            ImsClient client,
            Switches switches,
            Exporter exporter,
            Clock clock,
            MappingSets mappings,
            StorageCredentials credentials) {
        this.switches = switches;
        this.exporter = exporter;
        this.clock = clock;
        specs = new Specs(switches);
        connections = new Connections(client, specs, switches);
        FlowDestination destinations =
                new FlowDestination(specs, mappings, exporter.settings(), new FlowTarget(credentials));
        flows = new Flows(client, specs, connections, destinations, switches);
    }

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        String kind = path.isEmpty() ? "" : path.get(0);
        List<String> rest = path.isEmpty() ? path : path.subList(1, path.size());
        return switch (kind) {
            case "connectionSpecs" -> documents(request, kind, rest, specs.connectionSpecs());
            case "flowSpecs" -> documents(request, kind, rest, specs.flowSpecs());
            case "runs" ->
                documents(request, kind, rest, exporter.runs().all().stream().map(run -> RunView.of(run, switches)));
            case "flows" -> flow(request, rest);
            default -> connection(request, kind, rest);
        };
    }

    /** What can only be read. */
    private Reply documents(RestRequest request, String kind, List<String> path, Stream<ObjectNode> all) {
        if (!request.method().equals("GET") || path.size() > 1) {
            throw Problem.unknownPath();
        }
        return path.isEmpty()
                ? Listing.of(request, kind, all)
                : one(all.filter(document -> Entity.id(document).equals(path.get(0)))
                        .findFirst()
                        .orElseThrow(() -> Problem.flows(404, kind + " not found with id = [" + path.get(0) + "]")));
    }

    private Reply one(ObjectNode document) {
        if (switches.readsSingle()) {
            return Reply.ok(document);
        }
        ObjectNode list = Reply.object();
        list.putArray("items").add(document);
        return Reply.ok(list);
    }

    private Reply connection(RestRequest request, String kind, List<String> path) {
        Entities entities = connections.of(kind);
        return switch (request.method() + path.size()) {
            case "GET0" -> Listing.of(request, kind, entities.all().stream().map(this::shown));
            case "POST0" -> made(connections.add(kind, request.object(), clock.instant()));
            case "GET1" -> one(shown(entities.require(path.get(0))));
            case "PATCH1" -> {
                ObjectNode changed = patched(request, entities.require(path.get(0)));
                Reply reply = patchReply(entities.replace(changed, clock.instant()));
                flows.all().all().forEach(flow -> flows.export(flow, exporter, clock.instant()));
                yield reply;
            }
            case "DELETE1" -> {
                entities.remove(Entity.id(entities.require(path.get(0))));
                yield Reply.gone();
            }
            default -> throw Problem.unknownPath();
        };
    }

    private ObjectNode shown(ObjectNode connection) {
        return switches.showsSecrets() ? connection : Connections.masked(connection);
    }

    private Reply flow(RestRequest request, List<String> path) {
        return switch (request.method() + path.size()) {
            case "GET0" ->
                Listing.of(request, "flows", flows.all().all().stream().map(flows::shown));
            case "POST0" -> {
                ObjectNode flow = flows.add(request.object(), clock.instant());
                flows.export(flow, exporter, clock.instant());
                yield made(flow);
            }
            case "GET1" -> one(flows.shown(flows.all().require(path.get(0))));
            case "PATCH1" -> {
                ObjectNode flow = patched(request, flows.all().require(path.get(0)));
                yield patchReply(replaced(flow));
            }
            case "DELETE1" -> {
                flows.all().remove(Entity.id(flows.all().require(path.get(0))));
                exporter.remove(path.get(0), clock.instant());
                yield Reply.gone();
            }
            case "POST2" -> action(request, path);
            default -> throw Problem.unknownPath();
        };
    }

    /** UNVERIFIED: what an action is answered with. */
    private Reply action(RestRequest request, List<String> path) {
        String operation = request.value("op").orElse("");
        if (!path.get(1).equals("action") || !List.of("enable", "disable").contains(operation)) {
            throw Problem.flows(400, "Invalid operation [" + operation + "]");
        }
        ObjectNode flow = flows.all().require(path.get(0)).deepCopy();
        return Reply.ok(identity(replaced(flow.put("state", operation + "d"))));
    }

    /** Nothing has changed if the exporter cannot do what the document says. */
    private ObjectNode replaced(ObjectNode flow) {
        flows.export(flow, exporter, clock.instant());
        return flows.all().replace(flow, clock.instant());
    }

    private ObjectNode patched(RestRequest request, ObjectNode entity) {
        String etag = request.header("If-Match").orElseThrow(() -> Problem.flows(400, "Header If-Match is missing"));
        if (!etag.equals(Entity.etag(entity))) {
            throw Problem.flows(
                    412,
                    "Supplied version=[" + etag + "] does not match the current version on entity=["
                            + Entity.etag(entity) + "]");
        }
        ObjectNode changed = patches.apply(entity, request.body());
        Entity.keepOwn(entity, changed);
        return changed;
    }

    private Reply patchReply(ObjectNode entity) {
        return switches.patchesWithoutBody() ? new Reply(202, null) : Reply.ok(identity(entity));
    }

    private static Reply made(ObjectNode entity) {
        return Reply.created(identity(entity));
    }

    private static ObjectNode identity(ObjectNode entity) {
        return Reply.object().put("id", Entity.id(entity)).put("etag", Entity.etag(entity));
    }

    /** Forgets connections and flows. */
    public void clear() {
        connections.clear();
        flows.all().clear();
    }
}
