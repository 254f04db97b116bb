// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of Campaign's expression language that audience work needs; anything else is a fault, so that an injection shows. Source: campaign.md, section 3.2. */
final class ExpressionParser {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<text>'(?:[^'\\\\]|\\\\.)*')"
            + "|(?<date>#[^#]*#)"
            + "|(?<number>-?\\d+(?:\\.\\d+)?)(?![A-Za-z_])"
            + "|(?<path>\\[[^\\]]*\\]|@[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<operator><=|>=|!=|<>|=|<|>|\\(|\\)|,)"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_/@]*))");
    private static final Set<String> FUNCTIONS = Set.of("lower", "upper", "length");
    private static final Set<String> COMPARISONS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");
    private static final Token END = new Token("end", "");

    private final String text;
    private final Schema schema;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private record Token(String kind, String text) {
        boolean is(String word) {
            return (kind.equals("word") || kind.equals("operator")) && text.equalsIgnoreCase(word);
        }
    }

    private ExpressionParser(String text, Schema schema) {
        this.text = text;
        this.schema = schema;
        tokenise();
    }

    static Expression parse(String text, Schema schema) {
        ExpressionParser parser = new ExpressionParser(text, schema);
        Expression expression = parser.or();
        if (!parser.peek().equals(END)) {
            throw parser.unreadable();
        }
        return expression;
    }

    private void tokenise() {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        int end = text.stripTrailing().length();
        while (at < end) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw unreadable();
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
    }

    private static Token token(Matcher matcher) {
        for (String kind : List.of("text", "date", "number", "path", "operator", "word")) {
            if (matcher.group(kind) != null) {
                return new Token(kind, matcher.group(kind));
            }
        }
        throw new IllegalStateException("A token of no kind");
    }

    private Expression or() {
        Expression left = and();
        while (took("OR")) {
            left = new Expression.Or(left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (took("AND")) {
            left = new Expression.And(left, not());
        }
        return left;
    }

    private Expression not() {
        return took("NOT") ? new Expression.Not(not()) : primary();
    }

    private Expression primary() {
        if (took("(")) {
            Expression inner = or();
            expect(")");
            return inner;
        }
        return condition(operand());
    }

    private Expression condition(Expression.Operand left) {
        if (took("IS")) {
            boolean not = took("NOT");
            expect("NULL");
            return negated(not, new Expression.IsNull(left));
        }
        boolean not = took("NOT");
        if (took("IN")) {
            return negated(not, new Expression.In(left, list()));
        }
        if (took("LIKE")) {
            return negated(not, new Expression.Like(left, like(take())));
        }
        Token operator = take();
        if (not || !COMPARISONS.contains(operator.text())) {
            throw unreadable();
        }
        return new Expression.Comparison(left, operator.text(), operand());
    }

    private List<Expression.Operand> list() {
        expect("(");
        List<Expression.Operand> values = new ArrayList<>();
        do {
            values.add(operand());
        } while (took(","));
        expect(")");
        return values;
    }

    private Expression.Operand operand() {
        Token token = take();
        return switch (token.kind()) {
            case "text" -> new Expression.Literal(unescaped(token.text()), false);
            case "date" -> new Expression.Literal(date(token.text()), false);
            case "number" -> new Expression.Literal(token.text(), true);
            case "path" -> new Expression.Column(Path.of(token.text(), schema));
            case "word" -> word(token.text());
            default -> throw unreadable();
        };
    }

    private Expression.Operand word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false")) {
            return new Expression.Literal(lower.equals("true") ? "1" : "0", true);
        }
        if (peek().is("(")) {
            if (!FUNCTIONS.contains(lower)) {
                throw unreadable();
            }
            expect("(");
            Expression.Operand inner = operand();
            expect(")");
            return new Expression.Function(lower, inner);
        }
        return new Expression.Column(Path.of(word, schema));
    }

    private Pattern like(Token token) {
        if (!token.kind().equals("text")) {
            throw unreadable();
        }
        String body = token.text().substring(1, token.text().length() - 1);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < body.length(); i++) {
            char character = body.charAt(i);
            if (character == '\\' && i + 1 < body.length()) {
                pattern.append(Pattern.quote(body.substring(++i, i + 1)));
            } else {
                pattern.append(
                        character == '%' ? ".*" : character == '_' ? "." : Pattern.quote(body.substring(i, i + 1)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    private static String unescaped(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replaceAll("(?s)\\\\(.)", "$1");
    }

    private static String date(String literal) {
        return literal.substring(1, literal.length() - 1).replace('T', ' ');
    }

    private static Expression negated(boolean not, Expression expression) {
        return not ? new Expression.Not(expression) : expression;
    }

    private Token peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    private Token take() {
        Token token = peek();
        if (token.equals(END)) {
            throw unreadable();
        }
        next++;
        return token;
    }

    private boolean took(String word) {
        if (!peek().is(word)) {
            return false;
        }
        next++;
        return true;
    }

    private void expect(String word) {
        if (!took(word)) {
            throw unreadable();
        }
    }

    private SoapFault unreadable() {
        return SoapFault.badExpression(text);
    }
}
