// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Bound;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Frequency;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.HasTrait;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Not;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Recency;
import io.audiencebridge.adapter.audiencemanager.client.SegmentRule.Span;
import io.audiencebridge.adapter.audiencemanager.rules.ExpressionTree;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A segment's rule as the API's expression tree. UNVERIFIED: that a frequency without recency leaves out {@code op}, {@code value} and {@code units}. */
enum SegmentTree implements SegmentRule.Cases<JsonNode> {
    /** Writes it. */
    JSON;

    private static final String WRONG = "a leaf is neither a trait nor a frequency as Audience Manager writes them";

    static Either<BridgeError, SegmentRule> read(String json) {
        return new ExpressionTree<>(SegmentGrammar.SUBJECT, SegmentGrammar.SHAPE, SegmentTree::leaf)
                .read(json)
                .mapLeft(wrong -> SegmentGrammar.invalid(Vector.of(wrong)));
    }

    @Override
    public JsonNode hasTrait(HasTrait rule) {
        return JsonNodeFactory.instance.objectNode().put("sid", rule.sid());
    }

    @Override
    public JsonNode allOf(AllOf rule) {
        return ExpressionTree.row("and", rule.parts().map(part -> part.match(this)));
    }

    @Override
    public JsonNode anyOf(AnyOf rule) {
        return ExpressionTree.row("or", rule.parts().map(part -> part.match(this)));
    }

    @Override
    public JsonNode not(Not rule) {
        return ExpressionTree.negation(rule.rule().match(this));
    }

    @Override
    public JsonNode frequency(Frequency rule) {
        ObjectNode node = ExpressionTree.named(rule.bound().sign()).put("value", rule.count());
        ObjectNode counted = node.putObject("frequency");
        ArrayNode list = counted.putArray("list");
        rule.ofTraits().forEach(list::add);
        rule.recency()
                .ifPresent(recency -> counted.put("op", recency.span().sign())
                        .put("value", recency.days())
                        .put("units", "D"));
        return node;
    }

    private static Either<String, SegmentRule> leaf(JsonNode node) {
        try {
            return node.has("sid") ? Either.right(new HasTrait(number(node.path("sid")))) : counted(node);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            return Either.left(WRONG);
        }
    }

    private static Either<String, SegmentRule> counted(JsonNode node) {
        JsonNode frequency = node.path("frequency");
        Optional<Bound> bound = spelled(Bound.values(), Bound::sign, ExpressionTree.operator(node));
        if (bound.isEmpty() || !frequency.path("list").isArray()) {
            return Either.left(WRONG);
        }
        Frequency.Builder built = Frequency.builder().bound(bound.get()).count(number(node.path("value")));
        frequency.path("list").forEach(sid -> built.addOfTraits(number(sid)));
        return frequency.has("op")
                ? recency(frequency).map(recency -> built.recency(recency).build())
                : Either.right(built.build());
    }

    private static Either<String, Recency> recency(JsonNode frequency) {
        String sign = frequency.path("op").asText().replace("&gt;", ">").replace("&lt;", "<");
        Optional<Span> span = spelled(Span.values(), Span::sign, sign);
        int days = Math.toIntExact(number(frequency.path("value")));
        return span.<Either<String, Recency>>map(how -> Either.right(new Recency(how, days)))
                .orElse(Either.left(WRONG));
    }

    private static long number(JsonNode node) {
        return Long.parseLong(node.asText());
    }

    private static <S> Optional<S> spelled(S[] values, Function<S, String> spelling, String sign) {
        return Arrays.stream(values)
                .filter(value -> spelling.apply(value).equals(sign))
                .findFirst();
    }
}
