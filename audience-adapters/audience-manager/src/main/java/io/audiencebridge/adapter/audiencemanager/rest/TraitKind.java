// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.adapter.audiencemanager.client.TraitDraft;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** {@code /traits}. */
final class TraitKind implements Kind<Trait, TraitDraft> {
    private static final Pattern COUNTS = Pattern.compile("uniques.+|count.+");

    @Override
    public String path() {
        return "traits/";
    }

    @Override
    public String word() {
        return "trait";
    }

    @Override
    public String key() {
        return "sid";
    }

    /** Without details a list leaves out rule, code and time to live. */
    @Override
    public Parameters listDetails() {
        return Parameters.NONE.with("includeDetails", "true");
    }

    @Override
    public long id(Trait trait) {
        return trait.sid();
    }

    @Override
    public Either<BridgeError, Trait> read(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        return fields.required("a trait", call, key())
                .flatMap(sid -> fields.required("trait " + sid, call, "dataSourceId")
                        .map(owner -> Trait.builder()
                                .sid(sid)
                                .name(fields.text("name").orElse(""))
                                .type(fields.text("traitType").orElse(""))
                                .dataSourceId(owner)
                                .folderId(fields.number("folderId").orElse(0))
                                .rule(fields.text("traitRule"))
                                .description(fields.text("description"))
                                .comments(fields.text("comments"))
                                .integrationCode(fields.text("integrationCode"))
                                .ttlDays(days(fields.number("ttl")))
                                .categoryId(fields.number("categoryId"))
                                .active(fields.active("status"))
                                .created(fields.instant("createTime"))
                                .modified(fields.instant("updateTime", "createTime"))
                                .ruleVersion(fields.number("traitRuleVersion"))
                                .population(fields.figures(COUNTS))
                                .build()));
    }

    @Override
    public ObjectNode write(TraitDraft draft) {
        return new Body()
                .text("name", draft.name())
                .text("traitType", draft.type())
                .number("dataSourceId", draft.dataSourceId())
                .number("folderId", draft.folderId())
                .text("traitRule", draft.rule())
                .text("description", draft.description())
                .text("comments", draft.comments())
                .text("integrationCode", draft.integrationCode())
                .number("ttl", wide(draft.ttlDays()))
                .number("categoryId", draft.categoryId())
                .node();
    }

    @Override
    public Seq<Violation> check(TraitDraft draft) {
        boolean ruleless = draft.type().equals(TraitDraft.RULE_BASED)
                && draft.rule().filter(rule -> !rule.isBlank()).isEmpty();
        return DocumentedLimits.name(draft.name())
                .appendAll(DocumentedLimits.code(draft.integrationCode()))
                .appendAll(DocumentedLimits.positive("dataSourceId", draft.dataSourceId()))
                .appendAll(DocumentedLimits.when(draft.type().isBlank(), "type", "is empty; say what fills the trait"))
                .appendAll(DocumentedLimits.when(ruleless, "rule", "is empty; a rule-based trait needs one"))
                .appendAll(DocumentedLimits.when(
                        draft.ttlDays().orElse(0) < 0,
                        "ttlDays",
                        draft.ttlDays().orElse(0) + " must be days, or 0 for never"));
    }

    private static OptionalInt days(OptionalLong found) {
        boolean sound = found.isPresent() && found.getAsLong() >= 0 && found.getAsLong() <= Integer.MAX_VALUE;
        return sound ? OptionalInt.of((int) found.getAsLong()) : OptionalInt.empty();
    }

    private static OptionalLong wide(OptionalInt days) {
        return days.isPresent() ? OptionalLong.of(days.getAsInt()) : OptionalLong.empty();
    }
}
