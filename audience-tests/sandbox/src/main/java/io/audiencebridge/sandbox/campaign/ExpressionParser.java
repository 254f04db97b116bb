// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of Campaign's expression language that audience work needs; anything else, macros and SQL among it, is a fault, so that an injection shows.
 * Source: campaign.md, section 3.2.
 */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");

    private final Schema schema;
    private final Instant now;
    private final Tokens tokens;

    private ExpressionParser(String text, Schema schema, Instant now) {
        this.schema = schema;
        this.now = now;
        tokens = new Tokens(text);
    }

    /** Reads a condition; a value that is none is a fault. */
    static Expression.Condition condition(String text, Schema schema, Instant now) {
        ExpressionParser parser = new ExpressionParser(text, schema, now);
        Expression.Condition condition = parser.holds(parser.or());
        parser.tokens.expectEnd();
        return condition;
    }

    /** Reads a value: a column, or something made of columns. */
    static Expression value(String text, Schema schema, Instant now) {
        ExpressionParser parser = new ExpressionParser(text, schema, now);
        Expression value = parser.or();
        parser.tokens.expectEnd();
        return value;
    }

    private Expression.Condition holds(Expression expression) {
        if (expression instanceof Expression.Condition condition) {
            return condition;
        }
        if (expression instanceof Expression.Call call && call.type() == ColumnType.FLAG) {
            return new Expression.Comparison(call, "=", new Expression.Literal("1", ColumnType.FLAG));
        }
        throw tokens.unreadable();
    }

    private Expression or() {
        Expression left = and();
        while (tokens.took("OR")) {
            left = new Expression.Or(holds(left), holds(and()));
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.took("AND")) {
            left = new Expression.And(holds(left), holds(not()));
        }
        return left;
    }

    private Expression not() {
        return tokens.took("NOT") ? new Expression.Not(holds(not())) : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        if (tokens.took("IS")) {
            boolean not = tokens.took("NOT");
            tokens.expect("NULL");
            return negated(not, new Expression.IsNull(left));
        }
        boolean not = tokens.took("NOT");
        if (tokens.took("IN")) {
            return negated(not, in(left, list()));
        }
        if (tokens.took("LIKE")) {
            return negated(not, new Expression.Like(left, like()));
        }
        String operator = tokens.peek().text();
        if (not) {
            throw tokens.unreadable();
        }
        if (!tokens.peek().kind().equals("operator") || !COMPARISONS.contains(operator)) {
            return left;
        }
        tokens.take();
        return new Expression.Comparison(left, operator, sum());
    }

    private static Expression.Condition in(Expression value, List<Expression> among) {
        return among.stream().allMatch(Expression.Literal.class::isInstance)
                ? Expression.Among.of(value, among.stream().map(one -> ((Expression.Literal) one).value()))
                : new Expression.In(value, among);
    }

    private List<Expression> list() {
        tokens.expect("(");
        List<Expression> values = new ArrayList<>();
        do {
            values.add(sum());
        } while (tokens.took(","));
        tokens.expect(")");
        return values;
    }

    private Expression sum() {
        Expression left = product();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            char operator = tokens.take().text().charAt(0);
            left = new Expression.Arithmetic(left, operator, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = operand();
        while (tokens.peek().is("*") || tokens.peek().is("/")) {
            char operator = tokens.take().text().charAt(0);
            left = new Expression.Arithmetic(left, operator, operand());
        }
        return left;
    }

    private Expression operand() {
        if (tokens.took("(")) {
            Expression inner = or();
            tokens.expect(")");
            return inner;
        }
        Tokens.Token token = tokens.take();
        return switch (token.kind()) {
            case "text" -> new Expression.Literal(unescaped(token.inner()), ColumnType.TEXT);
            case "date" -> date(token.inner());
            case "number" -> new Expression.Literal(token.text(), ColumnType.NUMBER);
            case "path" -> new Expression.Column(Path.of(token.text(), schema));
            case "word" -> word(token.text());
            default -> negative(token);
        };
    }

    private Expression negative(Tokens.Token token) {
        if (!token.is("-") || !tokens.peek().kind().equals("number")) {
            throw tokens.unreadable();
        }
        return new Expression.Literal("-" + tokens.take().text(), ColumnType.NUMBER);
    }

    private Expression date(String text) {
        if (Times.read(text) == null) {
            throw tokens.unreadable();
        }
        return new Expression.Literal(Times.normal(text), ColumnType.TIME);
    }

    private Expression word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (tokens.peek().is("(")) {
            return function(lower);
        }
        if (lower.equals("true") || lower.equals("false")) {
            return new Expression.Literal(lower.equals("true") ? "1" : "0", ColumnType.FLAG);
        }
        return new Expression.Column(Path.of(word, schema));
    }

    private Expression function(String name) {
        if (name.equals("iif") || name.equals("case")) {
            return name.equals("iif") ? iif() : choice();
        }
        List<Expression> values = arguments();
        if (Expression.Aggregate.NAMES.contains(name)) {
            return aggregate(name, values);
        }
        Function function = Functions.named(name, now);
        if (function == null || values.size() < function.least() || values.size() > function.most()) {
            // RowId() is the key of the row, whatever the schema calls it.
            if (name.equals("rowid") && values.isEmpty() && schema.has("@id")) {
                return new Expression.Column(Path.of("@id", schema));
            }
            throw tokens.unreadable();
        }
        return new Expression.Call(function, values);
    }

    private Expression aggregate(String name, List<Expression> values) {
        boolean all = name.equals("countall") || (name.equals("count") && values.isEmpty());
        if (values.size() != (all ? 0 : 1)) {
            throw tokens.unreadable();
        }
        return new Expression.Aggregate(name, all ? null : values.get(0));
    }

    private List<Expression> arguments() {
        tokens.expect("(");
        List<Expression> values = new ArrayList<>();
        if (tokens.took(")")) {
            return values;
        }
        if (tokens.took("*")) {
            tokens.expect(")");
            return values;
        }
        do {
            values.add(or());
        } while (tokens.took(","));
        tokens.expect(")");
        return values;
    }

    private Expression iif() {
        tokens.expect("(");
        Expression.Condition when = holds(or());
        tokens.expect(",");
        Expression then = or();
        tokens.expect(",");
        Expression otherwise = or();
        tokens.expect(")");
        return new Expression.Choice(List.of(new Expression.Choice.Branch(when, then)), otherwise);
    }

    /** {@code Case(When(condition, value), …, Else(value))}. */
    private Expression choice() {
        tokens.expect("(");
        List<Expression.Choice.Branch> branches = new ArrayList<>();
        @Nullable Expression otherwise = null;
        do {
            if (tokens.took("When")) {
                tokens.expect("(");
                Expression.Condition when = holds(or());
                tokens.expect(",");
                branches.add(new Expression.Choice.Branch(when, or()));
            } else {
                tokens.expect("Else");
                tokens.expect("(");
                otherwise = or();
            }
            tokens.expect(")");
        } while (otherwise == null && tokens.took(","));
        tokens.expect(")");
        if (branches.isEmpty()) {
            throw tokens.unreadable();
        }
        Expression none = new Expression.Literal("", ColumnType.TEXT);
        return new Expression.Choice(List.copyOf(branches), otherwise == null ? none : otherwise);
    }

    /** Texts and characters put together, read before their escapes are taken away: {@code \%} is no wildcard. */
    private Pattern like() {
        StringBuilder pattern = new StringBuilder();
        do {
            Tokens.Token token = tokens.take();
            if (token.kind().equals("text")) {
                appendLike(token.inner(), pattern);
            } else if (token.is("Char")) {
                tokens.expect("(");
                pattern.append(Pattern.quote(character(tokens.take())));
                tokens.expect(")");
            } else {
                throw tokens.unreadable();
            }
        } while (tokens.took("+"));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    private String character(Tokens.Token code) {
        String digits = code.kind().equals("text") ? code.inner() : code.text();
        if (!digits.matches("\\d{1,6}") || !Character.isValidCodePoint(Integer.parseInt(digits))) {
            throw tokens.unreadable();
        }
        return Character.toString(Integer.parseInt(digits));
    }

    /** By code points: half an emoji matches nothing. */
    private static void appendLike(String body, StringBuilder pattern) {
        boolean escaped = false;
        for (int character : body.codePoints().toArray()) {
            if (!escaped && character == '\\') {
                escaped = true;
                continue;
            }
            String itself = Pattern.quote(Character.toString(character));
            pattern.append(escaped ? itself : character == '%' ? ".*" : character == '_' ? "." : itself);
            escaped = false;
        }
    }

    private static String unescaped(String inner) {
        return inner.replaceAll("(?s)\\\\(.)", "$1");
    }

    private static Expression.Condition negated(boolean not, Expression.Condition condition) {
        return not ? new Expression.Not(condition) : condition;
    }
}
