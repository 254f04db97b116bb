// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.rest.JsonPatch;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import io.audiencebridge.sandbox.experienceplatform.rest.Service;
import io.audiencebridge.sandbox.experienceplatform.rest.Switches;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /audiences}. Guarded by the emulator's lock. Source: experience-cloud.md, section 4.8. */
final class AudienceResource implements Service {
    private static final int USUAL = 20;

    private final AudienceDocuments audiences;
    private final Switches switches;
    private final JsonPatch patches = new JsonPatch(SegmentationErrors::invalid);

    AudienceResource(AudienceDocuments audiences, Switches switches) {
        this.audiences = audiences;
        this.switches = switches;
    }

    @Override
    public Reply answer(RestRequest request, List<String> path) {
        boolean bulk = path.equals(List.of("bulk-get"));
        return switch (request.method() + (bulk ? "bulk" : path.size())) {
            case "GET0" -> page(request);
            case "POST0" -> Reply.ok(made(request.object()));
            case "POSTbulk" -> bulk(request.object());
            case "GET1" -> Reply.ok(require(path.get(0)));
            case "PATCH1" -> {
                ObjectNode before = require(path.get(0));
                yield Reply.ok(audiences.replace(before, patches.apply(before, request.body())));
            }
            case "PUT1" -> Reply.ok(audiences.replace(require(path.get(0)), request.object()));
            case "DELETE1" -> {
                audiences.remove(require(path.get(0)).path("id").asText());
                yield Reply.gone();
            }
            default -> throw Problem.unknownPath();
        };
    }

    private ObjectNode require(String id) {
        return audiences.find(id).orElseThrow(() -> SegmentationErrors.missing("Audience", id));
    }

    private ObjectNode made(ObjectNode body) {
        boolean external = body.path("type").asText().equals("ExternalSegment");
        if (external && !switches.allowsExternalSegments()) {
            throw SegmentationErrors.withoutExternalSegments();
        }
        if (body.path("name").asText().isBlank()) {
            throw SegmentationErrors.invalid("name must be given");
        }
        if (external ? !body.has("audienceId") : !body.path("expression").has("value")) {
            throw SegmentationErrors.invalid(external ? "audienceId must be given" : "expression must be given");
        }
        return audiences.add(body);
    }

    private Reply bulk(ObjectNode body) {
        ObjectNode answer = Reply.object();
        ObjectNode results = answer.putObject("results");
        for (JsonNode wish : body.path("ids")) {
            String id = wish.path("id").asText();
            Optional<ObjectNode> found = audiences.find(id);
            JsonNode result = found.isPresent()
                    ? found.get()
                    : SegmentationErrors.missing("Audience", id).reply().body();
            results.set(id, result);
        }
        return new Reply(207, answer);
    }

    private Reply page(RestRequest request) {
        List<ObjectNode> all = sorted(request, audiences.all().filter(audience -> wanted(request, audience)))
                .toList();
        int start = Math.min(request.count("start", 0), all.size());
        int limit = Math.max(1, request.count("limit", USUAL));
        int end = Math.min(start + limit, all.size());
        ObjectNode answer = Reply.object();
        ArrayNode children = answer.putArray("children");
        all.subList(start, end).forEach(children::add);
        ObjectNode page = answer.putObject(switches.audiencePage())
                .put("totalCount", all.size())
                .put("totalPages", (all.size() + limit - 1) / limit)
                .put("pageSize", end - start)
                .put("start", Integer.toString(start))
                .put("limit", limit);
        ObjectNode links = answer.putObject("_links");
        if (end < all.size()) {
            page.put("next", Integer.toString(end));
            links.putObject("next")
                    .put(
                            "href",
                            "/audiences?" + request.queryWithout("start", "limit") + "start=" + end + "&limit="
                                    + limit);
        }
        return Reply.ok(answer);
    }

    /** Name and description contain what is asked for, in any case of letters. */
    private static boolean wanted(RestRequest request, ObjectNode audience) {
        boolean contained = Stream.of("name", "description")
                .allMatch(member -> request.value(member)
                        .map(value -> lower(audience.path(member).asText()).contains(lower(value)))
                        .orElse(true));
        boolean typed = request.value("entityType")
                .map(audience.path("entityType").asText()::equals)
                .orElse(true);
        return contained && typed && request.values("property").stream().allMatch(filter -> matches(filter, audience));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean matches(String filter, ObjectNode audience) {
        String[] sides = filter.split("==", 2);
        if (sides.length < 2) {
            throw SegmentationErrors.invalid("Unknown operator in property " + filter);
        }
        return audience.path(sides[0]).asText().equals(sides[1]);
    }

    private static Stream<ObjectNode> sorted(RestRequest request, Stream<ObjectNode> audiences) {
        Optional<String> sort = request.value("sort");
        if (sort.isEmpty()) {
            return audiences;
        }
        String member = sort.get().split(":", 2)[0];
        Comparator<ObjectNode> order = Comparator.comparing(audience -> key(audience.path(member)));
        return audiences.sorted(sort.get().endsWith(":desc") ? order.reversed() : order);
    }

    /** Numbers are padded, so that they sort as numbers. */
    private static String key(JsonNode value) {
        return value.isNumber() ? String.format("%020d", value.asLong()) : value.asText();
    }
}
