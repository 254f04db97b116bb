// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

/** A function over a term, or over nothing; only {@link Term} makes them. */
record FunctionCall(String expression) implements Term {
    FunctionCall(String name, Term argument) {
        this(name + "(" + argument.expression() + ")");
    }

    static FunctionCall of(String name) {
        return new FunctionCall(name + "()");
    }

    @Override
    public String toString() {
        return expression;
    }
}
