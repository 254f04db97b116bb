// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /traits}. Source: audience-manager.md, section 2.5. */
final class TraitResource extends Resource {
    static final String ONBOARDED = "ON_BOARDED_TRAIT";
    private static final String RULE_BASED = "RULE_BASED_TRAIT";
    private static final int DEFAULT_TTL = 120;
    private static final int LIMIT = 100_000;
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
            return Optional.of(Answer.ok(Limits.of(LIMIT, shelf().size())));
        }
        if (path.equals(List.of("validate"))) {
            TraitRule.parse(request.body().path("code").asText());
            return Optional.of(Answer.ok(JsonNodeFactory.instance.objectNode().put("valid", true)));
        }
        return Optional.empty();
    }

    @Override
    Stream<ObjectNode> filtered(ApiRequest request, Stream<ObjectNode> items) {
        Set<String> sources = request.values("dataSourceId").collect(Collectors.toSet());
        return items.filter(item -> sources.isEmpty()
                        || sources.contains(item.path("dataSourceId").asText()))
                .filter(Filters.equal(request, "folderId", "folderId"))
                .filter(Filters.equal(request, "integrationCode", "integrationCode"))
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
        view.putNull("url");
        view.putArray("permissions").add("READ").add("WRITE").add("DELETE").add("MAP_TO_SEGMENTS");
        if (request.flag("includeMetrics")) {
            Metrics.ofTrait(view, company.population().holders(shelf().id(item)));
        }
        return view;
    }

    @Override
    ObjectNode create(JsonNode body) {
        ObjectNode read = read(company, body);
        Checks.uniqueCode(shelf(), read, company.dataSources(), "uniqueTraitIntegrationCodes");
        return company.add(shelf(), (ObjectNode) defaults().setAll(read));
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
        if (newRule) {
            item.put("traitRuleVersion", item.path("traitRuleVersion").asInt() + 1);
        }
        company.touch(item);
    }

    /** The checked members of a body. */
    static ObjectNode read(Company company, JsonNode body) {
        List<String> violations = new ArrayList<>();
        ObjectNode read = BODY.read(body, violations);
        Checks.required(read, violations, "name", "traitType", "dataSourceId", "folderId");
        Checks.shortEnough(read, violations, "name", "integrationCode");
        Checks.oneOf(read, violations, "traitType", RULE_BASED, ONBOARDED, "ALGO_TRAIT");
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
                .filter(segment -> SegmentRule.of(segment).traits().contains(sid))
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
