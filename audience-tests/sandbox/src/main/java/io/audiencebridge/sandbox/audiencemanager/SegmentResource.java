// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.profiles.Trait;
import io.audiencebridge.sandbox.audiencemanager.rules.ExpressionTree;
import io.audiencebridge.sandbox.audiencemanager.rules.SegmentRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** {@code /segments}. Source: audience-manager.md, section 2.6. */
final class SegmentResource extends Resource {
    private static final Schema BODY = new Schema()
            .texts("name", "segmentRule", "description", "integrationCode", "status")
            .numbers("dataSourceId", "folderId", "mergeRuleDataSourceId");

    private final Company company;

    SegmentResource(Company company) {
        super(company.segments());
        this.company = company;
    }

    @Override
    Optional<Answer> special(ApiRequest request, List<String> path) {
        if (path.size() != 1) {
            return Optional.empty();
        }
        return switch (path.get(0)) {
            case "limits" -> Optional.of(new Limits(company.switches().segmentLimit(), shelf().size()).answer());
            case "validate" -> Optional.of(validated(request.body()));
            case "bulk-merge-rule-replace" -> Optional.of(replaceMergeRule(request.body()));
            default -> estimated(path.get(0), request.body());
        };
    }

    /** {@code estimate-size}, and for one window {@code estimate-7-day-size} and the like. */
    private Optional<Answer> estimated(String name, JsonNode body) {
        if (!name.matches("estimate-(\\d+-day-)?size")) {
            return Optional.empty();
        }
        Estimate estimate =
                new Estimate(company, checked(company, body.path("rule").asText()));
        String days = name.replaceAll("\\D", "");
        if (days.isEmpty()) {
            return Optional.of(Answer.ok(estimate.sizes()));
        }
        return Estimate.WINDOWS.stream()
                .filter(window -> window.toString().equals(days))
                .map(window -> Answer.ok(estimate.single(window)))
                .findFirst();
    }

    private static SegmentRule rule(ObjectNode segment) {
        return SegmentRule.parse(segment.path("segmentRule").asText());
    }

    private static SegmentRule checked(Company company, String rule) {
        return SegmentRule.checked(
                rule,
                sid -> company.traits().find(sid).isPresent(),
                sid -> company.definitions()
                        .trait(sid)
                        .filter(trait -> trait.type() == Trait.Type.RULE_BASED)
                        .isPresent());
    }

    private Answer validated(JsonNode body) {
        String rule = body.path(body.has("code") ? "code" : "rule").asText();
        checked(company, rule);
        return Answer.ok(JsonNodeFactory.instance.objectNode().put("valid", true));
    }

    private Answer replaceMergeRule(JsonNode body) {
        long existing = body.path("existingMergeRuleDataSourceId").asLong();
        long wanted = body.path("replaceWithMergeRuleDataSourceId").asLong();
        if (company.mergeRule(wanted).isEmpty()) {
            throw ApiError.invalid(notMergeRule(wanted));
        }
        shelf().with("mergeRuleDataSourceId", existing)
                .forEach(segment -> segment.put("mergeRuleDataSourceId", wanted));
        return Answer.ok(JsonNodeFactory.instance.objectNode());
    }

    @Override
    Stream<ObjectNode> filtered(ApiRequest request, Stream<ObjectNode> items) {
        if (request.value("containsTraitFromDataSource").isPresent()) {
            throw ApiError.unknownPath();
        }
        OptionalLong trait = number(request, "containsTrait");
        OptionalLong since = number(request, "updatedSince");
        return items.filter(item -> trait.isEmpty() || rule(item).traits().contains(trait.getAsLong()))
                .filter(item -> since.isEmpty() || item.path("updateTime").asLong() >= since.getAsLong())
                .filter(Filters.equal(request, "folderId", "folderId"))
                .filter(Filters.equal(request, "dataSourceId", "dataSourceId"))
                .filter(Filters.equal(request, "mergeRuleDataSourceId", "mergeRuleDataSourceId"))
                .filter(Filters.equal(request, "integrationCode", "integrationCode"))
                .filter(Filters.number(request, "pid", "pid"))
                .filter(Filters.equal(request, "status", "status"));
    }

    private static OptionalLong number(ApiRequest request, String name) {
        Optional<String> value = request.value(name);
        if (value.isPresent() && !value.get().matches("\\d{1,18}")) {
            throw ApiError.invalid(name + " must be a number");
        }
        return value.map(text -> OptionalLong.of(Long.parseLong(text))).orElse(OptionalLong.empty());
    }

    @Override
    ObjectNode listed(ApiRequest request, ObjectNode item) {
        ObjectNode view = shown(request, item);
        if (!request.flag("includePermissions")) {
            view.remove("permissions");
        }
        return view;
    }

    @Override
    ObjectNode shown(ApiRequest request, ObjectNode item) {
        ObjectNode view = item.deepCopy();
        long sid = shelf().id(item);
        view.putArray("permissions").add("READ").add("WRITE").add("DELETE").add("MAP_TO_DESTINATION");
        if (request.flag("includeMetrics")) {
            Metrics.ofSegment(view, company.population().size(sid));
        }
        if (request.flag("includeInUseStatus")) {
            view.put("inUse", company.mappings().with("sid", sid).findAny().isPresent());
        }
        if (request.flag("includeTraitDataSourceIds")) {
            view.set("traitDataSourceIds", sources(item));
        }
        if (request.flag("includeExprTree")) {
            expressionTree(view, item);
        }
        return view;
    }

    private static void expressionTree(ObjectNode view, ObjectNode item) {
        String rule = item.path("segmentRule").asText();
        view.set("expressionTree", ExpressionTree.ofSegment(rule));
        view.put("codeViewOnly", false);
        ArrayNode traits = view.putArray("traits");
        ArrayNode mappable = view.putArray("mappableTraits");
        rule(item).traits().forEach(sid -> {
            traits.add(sid);
            mappable.add(sid);
        });
        view.putArray("hiddenTraits");
    }

    private ArrayNode sources(ObjectNode item) {
        ArrayNode sources = JsonNodeFactory.instance.arrayNode();
        rule(item).traits().stream()
                .flatMap(sid -> company.traits().find(sid).stream())
                .map(trait -> trait.path("dataSourceId").asLong())
                .distinct()
                .forEach(sources::add);
        return sources;
    }

    @Override
    ObjectNode create(JsonNode body) {
        ObjectNode read = read(company, body);
        Checks.uniqueCode(shelf(), read, company.dataSources(), "uniqueSegmentIntegrationCodes");
        Limits.check(shelf(), company.switches().segmentLimit());
        ObjectNode segment = (ObjectNode) defaults().setAll(read);
        segment.put("startTime", company.clock().millis());
        return company.add(shelf(), segment);
    }

    static ObjectNode defaults() {
        return JsonNodeFactory.instance
                .objectNode()
                .putNull("description")
                .putNull("integrationCode")
                .put("status", "ACTIVE")
                .put("mergeRuleDataSourceId", StartingData.DEVICE_ONLY);
    }

    @Override
    void replace(ObjectNode item, JsonNode body) {
        ObjectNode read = read(company, body);
        ObjectNode numbered = read.deepCopy().put("sid", shelf().id(item));
        Checks.uniqueCode(shelf(), numbered, company.dataSources(), "uniqueSegmentIntegrationCodes");
        boolean pauses = read.path("status").asText("").equals("INACTIVE");
        if (pauses) {
            company.population().freeze(shelf().id(item));
        }
        item.setAll(read);
        if (!item.path("status").asText().equals("INACTIVE")) {
            company.population().thaw(shelf().id(item));
        }
        company.touch(item);
    }

    /** The checked members of a body. */
    static ObjectNode read(Company company, JsonNode body) {
        List<String> violations = new ArrayList<>();
        ObjectNode read = BODY.read(body, violations);
        Checks.required(read, violations, "name", "segmentRule", "dataSourceId", "folderId");
        Checks.shortEnough(read, violations, "name", "integrationCode");
        Checks.oneOf(read, violations, "status", "ACTIVE", "INACTIVE");
        Checks.exists(read, violations, "dataSourceId", company.dataSources());
        Checks.exists(read, violations, "folderId", company.segmentFolders());
        long mergeRule = read.path("mergeRuleDataSourceId").asLong(0);
        if (mergeRule != 0 && company.mergeRule(mergeRule).isEmpty()) {
            violations.add(notMergeRule(mergeRule));
        }
        Checks.refuse(violations);
        checked(company, read.path("segmentRule").asText());
        return read;
    }

    private static String notMergeRule(long dataSource) {
        return "mergeRuleDataSourceId: " + dataSource + " is no profile merge rule";
    }

    @Override
    void checkDeletable(ObjectNode item) {
        long sid = shelf().id(item);
        company.mappings().with("sid", sid).findFirst().ifPresent(mapping -> {
            throw ApiError.conflict("Segment " + sid + " is mapped to destination "
                    + mapping.path("destinationId").asText());
        });
    }

    @Override
    void delete(ObjectNode item) {
        super.delete(item);
        company.population().thaw(shelf().id(item));
    }
}
