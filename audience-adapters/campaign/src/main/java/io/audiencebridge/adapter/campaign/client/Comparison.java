// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A condition that is one expression. Only {@link Condition} makes them, out of terms and literals. */
record Comparison(String text) implements Condition {
    /** UNVERIFIED: how many values a server takes in one {@code IN}. */
    static final int MOST_IN_ONE_LIST = 500;

    static Comparison of(Term term, String operator, Literal value) {
        return new Comparison(term.expression() + " " + operator + " " + value.expression());
    }

    /** Long lists become several short ones. */
    static Comparison among(Term term, List<Literal> values) {
        String path = term.expression();
        if (values.isEmpty()) {
            return new Comparison(path + " IS NULL AND " + path + " IS NOT NULL");
        }
        int lists = (values.size() - 1) / MOST_IN_ONE_LIST + 1;
        return new Comparison(IntStream.range(0, lists)
                .mapToObj(list ->
                        values.subList(list * MOST_IN_ONE_LIST, Math.min((list + 1) * MOST_IN_ONE_LIST, values.size())))
                .map(part ->
                        path + " IN (" + part.stream().map(Literal::expression).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(" OR ")));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.expression(text);
    }

    @Override
    public String toString() {
        return "Condition[hidden]";
    }
}
