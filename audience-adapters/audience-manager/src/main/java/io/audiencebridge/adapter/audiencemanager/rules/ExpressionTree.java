// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Function;

/**
 * The JSON that the API gives with {@code includeExprTree=true}: AND and OR have two sides each, so that a row of parts is a tree of pairs. Rows are read
 * back as rows, whichever way they were paired. Source: Audience Manager's own web application.
 *
 * @param <T> the syntax tree
 */
public final class ExpressionTree<T> {
    /** A row of 5,000 traits may be paired from one end. */
    private static final int DEEPEST_JSON = 50_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NAME = "expressionName";
    private static final JsonMapper MAPPER = mapper();

    private final String subject;
    private final Shape<T> shape;
    private final Function<JsonNode, Either<String, T>> leaf;

    /**
     * A reader.
     *
     * @param subject whose rule it is, as violations name it
     * @param shape puts the tree together
     * @param leaf reads a leaf; left: what is wrong with it
     */
    public ExpressionTree(String subject, Shape<T> shape, Function<JsonNode, Either<String, T>> leaf) {
        this.subject = subject;
        this.shape = shape;
        this.leaf = leaf;
    }

    /** Reads a tree. */
    public Either<Violation, T> read(String json) {
        return parsed(json).flatMap(root -> tree(root, 0)).mapLeft(wrong -> new Violation(subject, wrong));
    }

    /** The name of an operator, whether or not the API has escaped it for HTML. */
    public static String operator(JsonNode node) {
        return node.path(NAME).asText().replace("&gt;", ">").replace("&lt;", "<");
    }

    /** An object that stands for an operator. */
    public static ObjectNode named(String operator) {
        return NODES.objectNode().put(NAME, operator);
    }

    /** NOT. */
    public static JsonNode negation(JsonNode inner) {
        return named("not").set("expr", inner);
    }

    /** A row of parts, two or more, in pairs of equal halves. */
    public static JsonNode row(String operator, Seq<JsonNode> parts) {
        if (parts.size() == 1) {
            return parts.head();
        }
        int half = parts.size() / 2;
        ObjectNode pair = named(operator);
        pair.set("expr1", row(operator, parts.take(half)));
        pair.set("expr2", row(operator, parts.drop(half)));
        return pair;
    }

    private Either<String, T> tree(JsonNode node, int depth) {
        if (depth >= Shape.DEEPEST) {
            return Either.left("the tree is deeper than " + Shape.DEEPEST + " changes between AND, OR and NOT");
        }
        return switch (operator(node).toLowerCase(Locale.ROOT)) {
            case "and" -> parts(node, "and", depth).map(shape::all);
            case "or" -> parts(node, "or", depth).map(shape::any);
            case "not" -> tree(node.path("expr"), depth + 1).map(shape::not);
            default -> leaf.apply(node);
        };
    }

    /** Both sides, and of a side with the same operator its sides instead, from left to right. */
    private Either<String, Seq<T>> parts(JsonNode node, String operator, int depth) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(node);
        Vector<T> found = Vector.empty();
        while (!open.isEmpty()) {
            JsonNode next = open.pop();
            if (operator(next).equalsIgnoreCase(operator)) {
                open.push(next.path("expr2"));
                open.push(next.path("expr1"));
            } else {
                Either<String, T> part = tree(next, depth + 1);
                if (part.isLeft()) {
                    return Either.left(part.getLeft());
                }
                found = found.append(part.get());
            }
        }
        return Either.right(found);
    }

    private static Either<String, JsonNode> parsed(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            return root == null || !root.isObject() ? Either.left("the text is no JSON object") : Either.right(root);
        } catch (JsonProcessingException wrong) {
            return Either.left("the text is no JSON, or is deeper than " + DEEPEST_JSON);
        }
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_JSON)
                        .build());
        return mapper;
    }
}
