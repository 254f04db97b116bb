// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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

    private static void addConjuncts(Expression expression, List<Expression> conjuncts) {
        if (expression instanceof Expression.And and) {
            addConjuncts(and.left(), conjuncts);
            addConjuncts(and.right(), conjuncts);
        } else {
            conjuncts.add(expression);
        }
    }
}
