// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.rules.ExpressionTree;
import io.audiencebridge.sandbox.audiencemanager.rules.SegmentRule;
import io.audiencebridge.sandbox.audiencemanager.rules.TraitRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /traits}. Source: audience-manager.md, section 2.5. */
final class TraitResource extends Resource {
    static final String ONBOARDED = "ON_BOARDED_TRAIT";
    static final String RULE_BASED = "RULE_BASED_TRAIT";
    private static final String PIXEL = "http://sandbox.demdex.net/event?d_sid=";
    private static final int DEFAULT_TTL = 120;
    private static final String ALGORITHMIC = "ALGO_TRAIT";
    private static final int ALGORITHMIC_LIMIT = 50;
    private static final Set<String> DETAILS =
            Set.of("ttl", "integrationCode", "comments", "traitRule", "traitRuleVersion", "type");
    private static final Schema BODY = new Schema()
            .texts("traitType", "name", "traitRule", "description", "comments", "integrationCode")
            .numbers("dataSourceId", "folderId", "ttl", "categoryId", "type");

    private final Company company;

    TraitResource(Company company) {
        super(company.traits());
        this.company = company;
    }

    @Override
    Optional<Answer> special(ApiRequest request, List<String> path) {
        if (path.equals(List.of("limits"))) {
            return Optional.of(limits());
        }
        if (path.equals(List.of("validate"))) {
            TraitRule.parse(request.body().path("code").asText());
            return Optional.of(Answer.ok(JsonNodeFactory.instance.objectNode().put("valid", true)));
        }
        if (path.size() == 3 && path.subList(1, 3).equals(List.of("trait-rule", "versions"))) {
            long sid = shelf().id(shelf().require(path.get(0)));
            return Optional.of(Answer.ok(company.ruleVersions().of(sid)));
        }
        return Optional.empty();
    }

    private Answer limits() {
        long limit = company.switches().traitLimit();
        return new Limits(limit, shelf().size())
                .of("ruleBased", limit, count(RULE_BASED))
                .of("onboarded", limit, count(ONBOARDED))
                .of("algorithmic", ALGORITHMIC_LIMIT, count(ALGORITHMIC))
                .answer();
    }

    private long count(String type) {
        return shelf().all().stream()
                .filter(trait -> trait.path("traitType").asText().equals(type))
                .count();
    }

    @Override
    Stream<ObjectNode> filtered(ApiRequest request, Stream<ObjectNode> items) {
        Set<String> sources = request.values("dataSourceId").collect(Collectors.toSet());
        return items.filter(item -> sources.isEmpty()
                        || sources.contains(item.path("dataSourceId").asText()))
                .filter(Filters.equal(request, "folderId", "folderId"))
                .filter(Filters.equal(request, "integrationCode", "integrationCode"))
                .filter(Filters.equal(request, "categoryId", "categoryId"))
                .filter(Filters.number(request, "type", "type"))
                .filter(Filters.number(request, "pid", "pid"))
                .filter(Filters.equal(request, "restrictType", "traitType"));
    }

    @Override
    ObjectNode listed(ApiRequest request, ObjectNode item) {
        ObjectNode view = shown(request, item);
        if (!request.flag("includeDetails")) {
            view.remove(DETAILS);
        }
        if (!request.flag("includePermissions")) {
            view.remove("permissions");
        }
        return view;
    }

    @Override
    ObjectNode shown(ApiRequest request, ObjectNode item) {
        ObjectNode view = item.deepCopy();
        view.put("url", PIXEL + shelf().id(item));
        view.putArray("permissions").add("READ").add("WRITE").add("DELETE").add("MAP_TO_SEGMENTS");
        if (request.flag("includeMetrics")) {
            Metrics.ofTrait(view, company.population().holders(shelf().id(item)));
        }
        String rule = item.path("traitRule").asText("");
        if (request.flag("includeExprTree") && !item.path("traitRule").isNull() && !rule.isBlank()) {
            view.set("expressionTree", ExpressionTree.ofTrait(rule));
        }
        return view;
    }

    @Override
    ObjectNode create(JsonNode body) {
        ObjectNode read = read(company, body);
        Checks.uniqueCode(shelf(), read, company.dataSources(), "uniqueTraitIntegrationCodes");
        Limits.check(shelf(), company.switches().traitLimit());
        ObjectNode trait = company.add(shelf(), (ObjectNode) defaults().setAll(read));
        company.ruleVersions().note(trait);
        return trait;
    }

    static ObjectNode defaults() {
        return JsonNodeFactory.instance
                .objectNode()
                .putNull("description")
                .putNull("integrationCode")
                .putNull("traitRule")
                .put("ttl", DEFAULT_TTL)
                .put("status", "ACTIVE")
                .put("traitRuleVersion", 1)
                .put("backfillStatus", "NONE");
    }

    @Override
    void replace(ObjectNode item, JsonNode body) {
        ObjectNode read = read(company, body);
        boolean newRule =
                !read.path("traitRule").asText("").equals(item.path("traitRule").asText(""));
        Checks.uniqueCode(
                shelf(),
                read.deepCopy().put("sid", shelf().id(item)),
                company.dataSources(),
                "uniqueTraitIntegrationCodes");
        item.setAll(read);
        company.touch(item);
        if (newRule) {
            item.put("traitRuleVersion", item.path("traitRuleVersion").asInt() + 1);
            company.ruleVersions().note(item);
        }
    }

    /** The checked members of a body. */
    static ObjectNode read(Company company, JsonNode body) {
        List<String> violations = new ArrayList<>();
        ObjectNode read = BODY.read(body, violations);
        Checks.required(read, violations, "name", "traitType", "dataSourceId", "folderId");
        Checks.shortEnough(read, violations, "name", "integrationCode");
        Checks.oneOf(read, violations, "traitType", RULE_BASED, ONBOARDED, ALGORITHMIC);
        Checks.exists(read, violations, "dataSourceId", company.dataSources());
        Checks.exists(read, violations, "folderId", company.traitFolders());
        if (read.path("ttl").asLong(0) < 0) {
            violations.add("ttl must be zero or more days");
        }
        if (read.path("traitType").asText().equals(RULE_BASED)) {
            Checks.required(read, violations, "traitRule");
        }
        Checks.refuse(violations);
        if (!read.path("traitRule").asText("").isBlank()) {
            TraitRule.parse(read.path("traitRule").asText());
        }
        return read;
    }

    @Override
    void checkDeletable(ObjectNode item) {
        long sid = shelf().id(item);
        company.segments().all().stream()
                .filter(segment -> SegmentRule.parse(segment.path("segmentRule").asText())
                        .traits()
                        .contains(sid))
                .findFirst()
                .ifPresent(segment -> {
                    throw ApiError.conflict("Trait " + sid + " is used by segment "
                            + segment.path("sid").asText());
                });
    }

    @Override
    void delete(ObjectNode item) {
        super.delete(item);
        company.profiles().forget(shelf().id(item));
    }
}
