// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rules;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads AND, OR, NOT and parentheses around whatever a grammar's leaves are. AND binds closer than OR, NOT closer than AND. Depth is bounded, time linear.
 *
 * <p>Source: Audience Manager, "Segment code syntax" and "Precedence of operators".
 *
 * @param <T> the tree
 */
public final class Formula<T> {
    private final RuleText text;
    private final Shape<T> shape;
    private final Function<RuleText, Option<T>> leaf;
    private final boolean notJoins;

    /**
     * A reader.
     *
     * @param text what is read
     * @param shape puts the tree together
     * @param leaf reads a leaf; none if it cannot be read on behind it, which it has complained about
     * @param notJoins whether {@code a NOT b} is read as {@code a AND NOT b}
     */
    public Formula(RuleText text, Shape<T> shape, Function<RuleText, Option<T>> leaf, boolean notJoins) {
        this.text = text;
        this.shape = shape;
        this.leaf = leaf;
        this.notJoins = notJoins;
    }

    /** The whole text as one rule; none if it is no rule, see {@link RuleText#complaints()}. */
    public Option<T> read() {
        Option<Tall<T>> rule = text.complaints().isEmpty() ? alternatives(0) : Option.none();
        if (rule.isDefined() && text.peek().kind() != Token.Kind.END) {
            Token stray = text.peek();
            text.complain(
                    stray.column(),
                    stray.isMark(")") ? "a closing parenthesis has no opening one" : "AND or OR is missing here");
        }
        return text.complaints().isEmpty() ? rule.map(Tall::tree) : Option.none();
    }

    private Option<Tall<T>> alternatives(int depth) {
        Vector<Tall<T>> parts = Vector.empty();
        do {
            Option<Tall<T>> part = conjunction(depth);
            if (part.isEmpty()) {
                return part;
            }
            parts = parts.append(part.get());
        } while (text.takeWord("OR"));
        return row(parts, shape::any);
    }

    private Option<Tall<T>> conjunction(int depth) {
        Vector<Tall<T>> parts = Vector.empty();
        do {
            Option<Tall<T>> part = negation(depth);
            if (part.isEmpty()) {
                return part;
            }
            parts = parts.append(part.get());
        } while (text.takeWord("AND") || (notJoins && text.peek().isWord("NOT")));
        return row(parts, shape::all);
    }

    private Option<Tall<T>> negation(int depth) {
        if (!text.takeWord("NOT")) {
            return primary(depth);
        }
        return primary(depth).flatMap(inner -> above(inner.height(), () -> shape.not(inner.tree())));
    }

    private Option<Tall<T>> primary(int depth) {
        Token open = text.peek();
        return text.takeMark("(")
                ? inParentheses(open.column(), depth)
                : leaf.apply(text).map(tree -> new Tall<>(tree, 1));
    }

    private Option<Tall<T>> inParentheses(int column, int depth) {
        if (depth == Shape.DEEPEST) {
            text.complain(column, "more than " + Shape.DEEPEST + " parentheses stand inside one another");
            return Option.none();
        }
        Option<Tall<T>> inside = alternatives(depth + 1);
        if (inside.isDefined() && !text.takeMark(")")) {
            boolean end = text.peek().kind() == Token.Kind.END;
            text.complain(
                    text.peek().column(),
                    end
                            ? "the parenthesis of column " + column + " is not closed"
                            : "AND, OR or a closing parenthesis is missing here");
            return Option.none();
        }
        return inside;
    }

    private Option<Tall<T>> row(Vector<Tall<T>> parts, Function<Seq<T>, T> joined) {
        if (parts.size() == 1) {
            return parts.headOption();
        }
        int height = parts.map(Tall::height).max().get();
        return above(height, () -> joined.apply(parts.map(Tall::tree)));
    }

    private Option<Tall<T>> above(int height, Supplier<T> node) {
        if (height >= Shape.DEEPEST) {
            text.complain(text.peek().column(), "more than " + Shape.DEEPEST + " nodes stand above one another");
            return Option.none();
        }
        return Option.some(new Tall<>(node.get(), height + 1));
    }

    /** A tree and how many nodes of it stand above one another. */
    private record Tall<T>(T tree, int height) {}
}
