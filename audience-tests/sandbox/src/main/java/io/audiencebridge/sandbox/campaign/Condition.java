// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The {@code where} of a query: expressions, nested conditions and {@code EXISTS} over a collection. */
final class Condition {
    private final Predicate<Tuple> test;
    private final List<Expression> conjuncts;

    private Condition(Predicate<Tuple> test, List<Expression> conjuncts) {
        this.test = test;
        this.conjuncts = conjuncts;
    }

    /** Reads the conditions below {@code where}; no condition holds for every row. */
    static Condition of(Element where, Schema schema, CampaignData data) {
        Predicate<Tuple> all = tuple -> true;
        List<Expression> conjuncts = new ArrayList<>();
        boolean first = true;
        boolean onlyAnd = true;
        for (Element condition : Dom.children(where, "condition")) {
            if (condition.getAttribute("ignore").equals("true")) {
                continue;
            }
            Predicate<Tuple> one = one(condition, schema, data, conjuncts);
            String operator = condition.getAttribute("boolOperator") + condition.getAttribute("bool-operator");
            boolean or = !first && operator.equalsIgnoreCase("OR");
            onlyAnd &= !or;
            all = first ? one : or ? all.or(one) : all.and(one);
            first = false;
        }
        return new Condition(all, onlyAnd ? conjuncts : List.of());
    }

    boolean test(Tuple tuple) {
        return test.test(tuple);
    }

    /** Expressions all of which hold for every row of the result. */
    List<Expression> conjuncts() {
        return conjuncts;
    }

    private static Predicate<Tuple> one(
            Element condition, Schema schema, CampaignData data, List<Expression> conjuncts) {
        String set = condition.getAttribute("setOperator");
        String expression = condition.getAttribute("expr");
        if (set.equalsIgnoreCase("IN") || set.equalsIgnoreCase("NOT IN")) {
            return among(condition, schema, data, set.equalsIgnoreCase("NOT IN"));
        }
        if (!set.isEmpty()) {
            return exists(condition, schema, data, set, expression);
        }
        if (expression.isEmpty()) {
            Condition nested = of(condition, schema, data);
            conjuncts.addAll(nested.conjuncts);
            return nested.test;
        }
        Expression parsed = ExpressionParser.parse(expression, schema);
        addConjuncts(parsed, conjuncts);
        return parsed::test;
    }

    private static Predicate<Tuple> exists(
            Element condition, Schema schema, CampaignData data, String operator, String collection) {
        Schema of = schema.collections().get(collection);
        boolean not = operator.equalsIgnoreCase("NOT EXISTS");
        if (of == null || !(not || operator.equalsIgnoreCase("EXISTS"))) {
            throw SoapFault.badExpression(operator + " " + collection);
        }
        Condition nested = of(condition, of, data);
        return tuple ->
                not != Joins.rows(tuple.base(), collection, data).anyMatch(row -> nested.test(new Tuple(row, null)));
    }

    /** Values of another query, read once. */
    private static Predicate<Tuple> among(Element condition, Schema schema, CampaignData data, boolean not) {
        Path path = Path.of(condition.getAttribute("expr"), schema);
        Element inner = Dom.child(condition, "subQuery");
        Element select = inner == null ? null : Dom.child(inner, "select");
        Element node = select == null ? null : Dom.child(select, "node");
        if (inner == null || node == null || path.collection() != null) {
            throw SoapFault.badExpression(condition.getAttribute("expr") + " IN a query without a column");
        }
        Schema of = Schema.named(inner.getAttribute("schema"));
        Path selected = Path.of(node.getAttribute("expr"), of);
        Element where = Dom.child(inner, "where");
        Condition nested = of(where == null ? inner : where, of, data);
        if (selected.collection() != null) {
            throw SoapFault.badExpression("IN over a collection of " + of.id());
        }
        Set<String> values = new Candidates(data, of, nested.conjuncts)
                .rows(false)
                .map(row -> new Tuple(row, null))
                .filter(nested::test)
                .map(selected::valueIn)
                .collect(Collectors.toSet());
        return tuple -> not != values.contains(path.valueIn(tuple));
    }

    private static void addConjuncts(Expression expression, List<Expression> conjuncts) {
        if (expression instanceof Expression.And and) {
            addConjuncts(and.left(), conjuncts);
            addConjuncts(and.right(), conjuncts);
        } else {
            conjuncts.add(expression);
        }
    }
}
