// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A rule that was accepted, as the tree of JSON objects that the API shows. Source: audience-manager.md, section 3.4. */
public final class ExpressionTree {
    private static final Pattern TOKEN = Pattern.compile(
            "[()\\[\\],]|==|!=|>=|<=|=>|>|<|\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+\\.\\d+|-?\\d+(?![A-Za-z0-9_-])|[A-Za-z0-9_-]+");

    private final RuleTokens tokens;
    private final Supplier<ObjectNode> leaf;

    private ExpressionTree(String rule, boolean segment) {
        tokens = new RuleTokens(rule, TOKEN);
        leaf = segment ? this::trait : this::comparison;
    }

    /** The tree of a segment's rule. */
    public static ObjectNode ofSegment(String rule) {
        return new ExpressionTree(rule, true).either();
    }

    /** The tree of a trait's rule. */
    public static ObjectNode ofTrait(String rule) {
        return new ExpressionTree(rule, false).either();
    }

    private ObjectNode either() {
        ObjectNode tree = both();
        while (tokens.skip("OR")) {
            tree = joined("or", tree, both());
        }
        return tree;
    }

    private ObjectNode both() {
        ObjectNode tree = one();
        while (tokens.skip("AND")) {
            tree = joined("and", tree, one());
        }
        return tree;
    }

    private static ObjectNode joined(String name, ObjectNode one, ObjectNode other) {
        ObjectNode tree = node(name);
        tree.set("expr1", one);
        tree.set("expr2", other);
        return tree;
    }

    private static ObjectNode node(String name) {
        return JsonNodeFactory.instance.objectNode().put("expressionName", name);
    }

    private ObjectNode one() {
        if (tokens.skip("NOT")) {
            ObjectNode tree = node("not");
            tree.set("expr", one());
            return tree;
        }
        if (tokens.skip("(")) {
            ObjectNode tree = either();
            tokens.expect(")");
            return tree;
        }
        return leaf.get();
    }

    private ObjectNode trait() {
        if (tokens.skip("frequency")) {
            return frequency();
        }
        return JsonNodeFactory.instance.objectNode().put("sid", number(tokens.take()));
    }

    private ObjectNode frequency() {
        tokens.expect("(");
        tokens.expect("[");
        ObjectNode times = JsonNodeFactory.instance.objectNode();
        ArrayNode list = times.putArray("list");
        do {
            list.add(number(tokens.take()));
        } while (tokens.skip(","));
        tokens.expect("]");
        if (!tokens.skip(")")) {
            times.put("op", tokens.take()).put("value", number(tokens.take())).put("units", "D");
            tokens.expect(")");
        }
        ObjectNode tree = node(tokens.take()).put("value", number(tokens.take()));
        tree.set("frequency", times);
        return tree;
    }

    private static long number(String word) {
        return Long.parseLong(word.replaceFirst("[A-Za-z]$", ""));
    }

    private ObjectNode comparison() {
        String key = unquoted(tokens.take());
        String operator = tokens.take().toLowerCase(Locale.ROOT).replace("=>", ">=");
        return node(operator).put("name", key).put("value", unquoted(tokens.take()));
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text;
    }
}
