// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.List;

/** What an expression is made of. The inner condition of an {@code EXISTS} is about other rows and so no part. */
final class Parts {
    private Parts() {}

    static List<Expression> of(Expression expression) {
        if (expression instanceof Expression.Condition condition) {
            return ofCondition(condition);
        }
        if (expression instanceof Expression.Call call) {
            return call.of();
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            return List.of(arithmetic.left(), arithmetic.right());
        }
        if (expression instanceof Expression.Aggregate aggregate) {
            return aggregate.of() == null ? List.of() : List.of(aggregate.of());
        }
        if (expression instanceof Expression.Choice choice) {
            List<Expression> parts = new ArrayList<>(List.of(choice.otherwise()));
            choice.branches().forEach(branch -> parts.addAll(List.of(branch.when(), branch.then())));
            return parts;
        }
        return List.of();
    }

    private static List<Expression> ofCondition(Expression.Condition condition) {
        if (condition instanceof Expression.And and) {
            return List.of(and.left(), and.right());
        }
        if (condition instanceof Expression.Or or) {
            return List.of(or.left(), or.right());
        }
        if (condition instanceof Expression.Not not) {
            return List.of(not.inner());
        }
        if (condition instanceof Expression.Comparison comparison) {
            return List.of(comparison.left(), comparison.right());
        }
        if (condition instanceof Expression.In in) {
            List<Expression> parts = new ArrayList<>(in.among());
            parts.add(in.value());
            return parts;
        }
        if (condition instanceof Expression.Among among) {
            return List.of(among.value());
        }
        if (condition instanceof Expression.Like like) {
            return List.of(like.value());
        }
        return condition instanceof Expression.IsNull nothing ? List.of(nothing.value()) : List.of();
    }

    /** The aggregates in an expression, outermost only. */
    static List<Expression.Aggregate> aggregates(Expression expression) {
        if (expression instanceof Expression.Aggregate aggregate) {
            return List.of(aggregate);
        }
        return of(expression).stream()
                .flatMap(part -> aggregates(part).stream())
                .toList();
    }
}
