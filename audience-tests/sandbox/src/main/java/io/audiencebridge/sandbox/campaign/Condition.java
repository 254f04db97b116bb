// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads the {@code where} of a query: expressions, nested conditions, {@code EXISTS} over a collection or link, {@code IN} over another query. */
final class Condition {
    /** What a server evaluates in the query's own document, or hands to the database as it is: the emulator does neither. */
    private static final List<String> REFUSED = List.of("sql", "enabledIf");

    private final CampaignData data;
    private final Schema schema;
    private final Instant now;

    private Condition(CampaignData data, Schema schema) {
        this.data = data;
        this.schema = schema;
        now = data.now();
    }

    /** Reads the conditions below {@code where}; no condition holds for every row. */
    static Expression.Condition of(Element where, Schema schema, CampaignData data) {
        return new Condition(data, schema).all(where);
    }

    /** What must hold for every row of the result, taken apart. */
    static List<Expression.Condition> conjuncts(Expression.Condition condition) {
        List<Expression.Condition> conjuncts = new ArrayList<>();
        collect(condition, conjuncts);
        return conjuncts;
    }

    private static void collect(Expression.Condition condition, List<Expression.Condition> conjuncts) {
        if (condition instanceof Expression.And and) {
            collect(and.left(), conjuncts);
            collect(and.right(), conjuncts);
        } else if (!(condition instanceof Expression.Always)) {
            conjuncts.add(condition);
        }
    }

    private Expression.Condition all(Element where) {
        Expression.Condition all = new Expression.Always();
        boolean first = true;
        for (Element condition : Dom.children(where, "condition")) {
            if (isTrue(condition.getAttribute("ignore"))) {
                continue;
            }
            Expression.Condition one = one(condition);
            String operator = condition.getAttribute("boolOperator") + condition.getAttribute("bool-operator");
            if (!Set.of("", "AND", "OR").contains(operator.toUpperCase(Locale.ROOT))) {
                throw SoapFault.badExpression("boolOperator " + operator);
            }
            boolean or = operator.equalsIgnoreCase("OR");
            all = first ? one : or ? new Expression.Or(all, one) : new Expression.And(all, one);
            first = false;
        }
        return all;
    }

    private Expression.Condition one(Element condition) {
        REFUSED.forEach(name -> {
            if (condition.hasAttribute(name)) {
                throw SoapFault.badExpression(name + " " + condition.getAttribute(name));
            }
        });
        String set = condition.getAttribute("setOperator").toUpperCase(Locale.ROOT);
        String expression = condition.getAttribute("expr");
        return switch (set) {
            case "IN" -> among(condition, expression);
            case "NOT IN" -> new Expression.Not(among(condition, expression));
            case "EXISTS" -> exists(condition, expression);
            case "NOT EXISTS" -> new Expression.Not(exists(condition, expression));
            case "" -> expression.isEmpty() ? all(condition) : ExpressionParser.condition(expression, schema, now);
            default -> throw SoapFault.badExpression(set + " " + expression);
        };
    }

    private Expression.Condition exists(Element condition, String collection) {
        Schema of = schema.collections().getOrDefault(collection, schema.links().get(collection));
        if (of == null) {
            throw SoapFault.unknownPath(collection, schema.id());
        }
        return new Expression.Exists(collection, of(condition, of, data), data);
    }

    /** Values of another query, read once. */
    private Expression.Condition among(Element condition, String expression) {
        Element inner = Dom.child(condition, "subQuery");
        Element select = inner == null ? null : Dom.child(inner, "select");
        List<Element> nodes = select == null ? List.of() : Dom.children(select, "node");
        if (inner == null || nodes.size() != 1) {
            throw SoapFault.badExpression(expression + " IN a query without exactly one column");
        }
        From from = From.named(inner.getAttribute("schema"), data);
        Expression selected = ExpressionParser.value(nodes.get(0).getAttribute("expr"), from.schema(), now);
        Element where = Dom.child(inner, "where");
        Expression.Condition nested = of(where == null ? inner : where, from.schema(), data);
        return Expression.Among.of(
                ExpressionParser.value(expression, schema, now),
                new Candidates(data, from, conjuncts(nested))
                        .rows(Candidates.Order.KEY)
                        .flatMap(row -> Tuples.of(row, selected, data))
                        .filter(nested::test)
                        .map(selected::valueIn));
    }

    static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }
}
