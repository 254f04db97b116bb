// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.audiencebridge.adapter.experienceplatform.client.ConnectionSpec;
import io.audiencebridge.adapter.experienceplatform.client.DestinationKind;
import io.audiencebridge.adapter.experienceplatform.client.DestinationOrder;
import io.audiencebridge.adapter.experienceplatform.client.DestinationSetup;
import io.audiencebridge.adapter.experienceplatform.client.Flow;
import io.audiencebridge.adapter.experienceplatform.client.FlowVersion;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Optional;

/** The five things that a destination consists of, created in their order unless they are there. One thread, once. */
final class DestinationPlan {
    private static final String CONNECTIONS = "connections";
    private static final String BASE = "baseConnectionId";
    private static final String SPEC = "connectionSpec";

    private final PlatformClient client;
    private final FlowItems items;
    private final Call call;
    private final DestinationOrder order;
    private final ConnectionSpec spec;
    private final String flowSpec;
    private int created;

    DestinationPlan(
            PlatformClient client,
            FlowItems items,
            Call call,
            DestinationOrder order,
            ConnectionSpec spec,
            String flowSpec) {
        this.client = client;
        this.items = items;
        this.call = call;
        this.order = order;
        this.spec = spec;
        this.flowSpec = flowSpec;
    }

    Either<BridgeError, DestinationSetup> carriedOut(Seq<Flow> known) {
        return known.find(flow -> flow.name().equals(order.name()))
                .map(this::existing)
                .getOrElse(this::created);
    }

    /** Whoever made the flow: its parts are its own, under whatever names. */
    private Either<BridgeError, DestinationSetup> existing(Flow flow) {
        String source = flow.sourceConnections().stream().findFirst().orElse("");
        String target = flow.targetConnections().stream().findFirst().orElse("");
        return connection("sourceConnections", source)
                .flatMap(from -> connection("targetConnections", target)
                        .flatMap(to -> isOther(to)
                                ? Either.left(otherKind(flow))
                                : Either.right(DestinationSetup.builder()
                                        .profileStore(from.text(BASE).orElse(""))
                                        .source(source)
                                        .storage(to.text(BASE).orElse(""))
                                        .target(target)
                                        .flow(flow.version())
                                        .created(0)
                                        .build())));
    }

    private Either<BridgeError, Fields> connection(String list, String id) {
        return PathId.of(list, id)
                .flatMap(sound -> client.read(FlowCalls.SERVICE + list + "/" + sound, Parameters.NONE, call))
                .map(answer -> new Fields(
                        answer.path("items").isArray() ? answer.path("items").path(0) : answer));
    }

    private boolean isOther(Fields target) {
        return target.at(SPEC).text("id").filter(id -> !id.equals(spec.id())).isPresent();
    }

    private BridgeError otherKind(Flow flow) {
        return new BridgeError.Conflict(
                "The destination '" + order.name() + "' (flow " + flow.id() + ") is of another kind than "
                        + order.kind().title() + "; choose another name, or delete it",
                Incident.at(PlatformAnswers.SYSTEM, call.correlationId()));
    }

    private Either<BridgeError, DestinationSetup> created() {
        DestinationSetup.Builder setup = DestinationSetup.builder();
        Body store = specOf(DestinationKind.PROFILE_STORE, "1.0");
        Body storage = specOf(spec.id(), spec.version());
        return ensured(CONNECTIONS, "Profile Store", Option.none(), store)
                .peek(setup::profileStore)
                .flatMap(base -> ensured("sourceConnections", "source", Option.some(base), source(store)))
                .peek(setup::source)
                .flatMap(source -> ensured(CONNECTIONS, "storage", Option.none(), signIn(storage))
                        .peek(setup::storage)
                        .flatMap(base -> ensured("targetConnections", "target", Option.some(base), target(storage)))
                        .peek(setup::target)
                        .flatMap(target -> createdFlow(source, target)))
                .map(flow -> setup.flow(flow).created(created).build());
    }

    private static Body specOf(String id, String version) {
        return new Body().with(SPEC, new Body().text("id", id).text("version", version));
    }

    private static Body source(Body spec) {
        return copy(spec)
                .with("data", new Body().text("format", "CSV").with("schema", JsonNodeFactory.instance.nullNode()))
                .with("params", new Body());
    }

    private Body signIn(Body bare) {
        Body body = copy(bare).with("auth", StorageForm.auth(order.kind(), order.storage(), spec.signIns()));
        StorageForm.encryption(order).forEach(encryption -> body.with("encryption", encryption));
        return body;
    }

    private Body target(Body spec) {
        Body schema = new Body().text("id", "1.0").text("version", "1.0");
        return copy(spec)
                .with("data", new Body().text("format", "json").with("schema", schema))
                .with("params", StorageForm.target(order));
    }

    private Either<BridgeError, FlowVersion> createdFlow(String source, String target) {
        Body none = new Body().with("selectors", JsonNodeFactory.instance.arrayNode());
        Body transform = new Body()
                .text("name", "GeneralTransform")
                .with(
                        "params",
                        ExportForm.rows(
                                new Body().with("segmentSelectors", none).with("profileSelectors", none), order));
        Body body = new Body()
                .text("name", order.name())
                .text("description", described())
                .with("flowSpec", new Body().text("id", flowSpec).text("version", "1.0"))
                .texts("sourceConnectionIds", List.of(source))
                .texts("targetConnectionIds", List.of(target))
                .with("transformations", JsonNodeFactory.instance.arrayNode().add(transform.node()));
        return create("flows", body).flatMap(this::version);
    }

    /** The etag of a creation is left out by some answers: it is read then. */
    private Either<BridgeError, FlowVersion> version(JsonNode answer) {
        Fields fields = new Fields(answer);
        return fields.required("a new flow", call, "id")
                .flatMap(id -> fields.text("etag")
                        .<Either<BridgeError, FlowVersion>>map(etag -> Either.right(new FlowVersion(id, etag)))
                        .orElseGet(() -> client.read(
                                        FlowCalls.SERVICE + "flows/" + Parameters.encoded(id), Parameters.NONE, call)
                                .flatMap(read -> FlowDocument.single(read, call))
                                .map(read -> read.flow().version())));
    }

    /** One of the same name and kind over the same connection, or a new one. */
    private Either<BridgeError, String> ensured(String list, String part, Option<String> base, Body body) {
        String name = order.name() + " - " + part;
        body.text("name", name).text("description", described());
        base.forEach(id -> body.text(BASE, id));
        return items.pages(
                        list,
                        Parameters.NONE.with("property", "name==" + name),
                        node -> Either.<BridgeError, Fields>right(new Fields(node)),
                        fields -> fields.text("id").orElse(""),
                        call)
                .all()
                .map(all -> all.find(fields -> isSame(fields, name, base, body)))
                .flatMap(same -> same.flatMap(fields -> Option.ofOptional(fields.text("id")))
                        .<Either<BridgeError, String>>map(Either::right)
                        .getOrElse(() -> create(list, body)
                                .flatMap(answer -> new Fields(answer).required("a new connection", call, "id"))));
    }

    /** Filters that a service does not know are ignored: what comes is looked at once more. */
    private static boolean isSame(Fields found, String name, Option<String> base, Body wanted) {
        Optional<String> spec = found.at(SPEC).text("id");
        return found.text("name").filter(name::equals).isPresent()
                && spec.map(wanted.node().path(SPEC).path("id").asText()::equals)
                        .orElse(true)
                && base.forAll(id -> found.text(BASE).map(id::equals).orElse(true))
                && found.text("state").filter("deleted"::equalsIgnoreCase).isEmpty();
    }

    private Either<BridgeError, JsonNode> create(String list, Body body) {
        String path = FlowCalls.SERVICE + list;
        Either<BridgeError, JsonNode> answer = body.node().has("auth")
                ? client.createSecretly(path, body.node(), call)
                : client.create(path, body.node(), call);
        return answer.peek(done -> created++);
    }

    private Optional<String> described() {
        return Optional.of(order.description()).filter(text -> !text.isBlank());
    }

    private static Body copy(Body body) {
        Body copy = new Body();
        body.node().properties().forEach(member -> copy.with(member.getKey(), member.getValue()));
        return copy;
    }
}
