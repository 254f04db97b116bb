// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Not;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Operand;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Operator;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Signal;
import io.audiencebridge.adapter.audiencemanager.rules.ExpressionTree;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** A trait's rule as the API's expression tree. UNVERIFIED: that a number's value is a JSON number; a text is read as one, too. */
enum TraitTree implements TraitRule.Cases<JsonNode> {
    /** Writes it. */
    JSON;

    private static final String WRONG = "a leaf is no comparison of a key with a value as Audience Manager writes it";

    static Either<BridgeError, TraitRule> read(String json) {
        return new ExpressionTree<>(TraitGrammar.SUBJECT, TraitGrammar.SHAPE, TraitTree::leaf)
                .read(json)
                .mapLeft(wrong -> SegmentGrammar.invalid(Vector.of(wrong)));
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
    public JsonNode signal(Signal rule) {
        ObjectNode node = ExpressionTree.named(rule.operator().sign()).put("name", rule.key());
        return rule.operand() instanceof TraitRule.Decimal number
                ? node.put("value", number.value())
                : node.put("value", ((TraitRule.Text) rule.operand()).value());
    }

    private static Either<String, TraitRule> leaf(JsonNode node) {
        Option<Operator> operator = TraitGrammar.operator(ExpressionTree.operator(node));
        JsonNode value = node.path("value");
        if (operator.isEmpty() || !node.path("name").isTextual() || !value.isValueNode()) {
            return Either.left(WRONG);
        }
        try {
            Operand operand =
                    value.isNumber() ? new TraitRule.Decimal(value.decimalValue()) : new TraitRule.Text(value.asText());
            return Either.right(Signal.builder()
                    .key(node.path("name").asText())
                    .operator(operator.get())
                    .operand(operand)
                    .build());
        } catch (IllegalArgumentException refused) {
            return Either.left(WRONG);
        }
    }
}
