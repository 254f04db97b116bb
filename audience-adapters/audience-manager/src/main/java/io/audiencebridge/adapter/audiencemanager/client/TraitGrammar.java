// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.adapter.audiencemanager.client.TraitRule.AllOf;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.AnyOf;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Not;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Operand;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Operator;
import io.audiencebridge.adapter.audiencemanager.client.TraitRule.Signal;
import io.audiencebridge.adapter.audiencemanager.rules.Formula;
import io.audiencebridge.adapter.audiencemanager.rules.RuleText;
import io.audiencebridge.adapter.audiencemanager.rules.Shape;
import io.audiencebridge.adapter.audiencemanager.rules.Token;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Reads trait rules. A mistake inside a comparison is told and read over, so that all of them come at once; values are never quoted, they may be a person's. */
final class TraitGrammar {
    static final String SUBJECT = "traitRule";

    static final Shape<TraitRule> SHAPE = new Shape<>() {
        @Override
        public TraitRule all(Seq<TraitRule> parts) {
            return new AllOf(parts);
        }

        @Override
        public TraitRule any(Seq<TraitRule> parts) {
            return new AnyOf(parts);
        }

        @Override
        public TraitRule not(TraitRule rule) {
            return new Not(rule);
        }
    };

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final String OPERATORS = "== != >= <= > < contains matcheswords startswith endswith matchesregex";
    /** Stand for what could not be read; a rule with a complaint is never given out. */
    private static final String UNREAD_KEY = "unread";

    private static final Operand UNREAD = new TraitRule.Text("");

    private final RuleText text;

    private TraitGrammar(String text) {
        this.text = new RuleText(SUBJECT, text);
    }

    static Either<BridgeError, Read> read(String text) {
        var grammar = new TraitGrammar(text);
        Option<TraitRule> rule = new Formula<>(grammar.text, SHAPE, all -> grammar.comparison(), true).read();
        return rule.<Either<BridgeError, Read>>map(tree -> Either.right(new Read(tree, grammar.text.objections())))
                .getOrElse(() -> Either.left(SegmentGrammar.invalid(grammar.text.complaints())));
    }

    /** The operator that is spelled so, in any letter case; {@code =>} is one of the two ways in which Adobe spells {@code >=}. */
    static Option<Operator> operator(String spelling) {
        String usual = spelling.equals("=>") ? ">=" : spelling;
        return Option.ofOptional(Arrays.stream(Operator.values())
                .filter(operator -> operator.sign().equalsIgnoreCase(usual))
                .findFirst());
    }

    private Option<TraitRule> comparison() {
        Option<String> key = key();
        Option<Operator> operator = key.flatMap(read -> operator());
        int column = text.peek().column();
        Option<Operand> operand = operator.flatMap(read -> operand());
        return operand.map(value -> {
            if (operator.get() == Operator.MATCHES_REGEX) {
                pattern(column, value);
            }
            return Signal.builder()
                    .key(key.get())
                    .operator(operator.get())
                    .operand(value)
                    .build();
        });
    }

    private Option<String> key() {
        Token token = text.peek();
        return switch (token.kind()) {
            case QUOTED ->
                sound(
                        text.take(),
                        TraitKey.carriable(token.text()),
                        "a key in quotes has a character or more, and no quotes or control characters inside");
            case WORD ->
                sound(
                        text.take(),
                        TraitKey.plain(token.text()),
                        "'" + shown(token.text()) + "' is no key: digits, a letter, then letters, digits, - and _");
            case UNCLOSED -> missing("the closing quote is missing");
            default -> missing("a key such as c_price or a parenthesis is missing here");
        };
    }

    private Option<String> sound(Token token, boolean isSound, String otherwise) {
        if (!isSound) {
            text.complain(token.column(), otherwise);
            return Option.some(UNREAD_KEY);
        }
        if (TraitKey.reserved(token.text())) {
            text.object(token.column(), token.text() + " is a key that Audience Manager keeps for itself");
        }
        return Option.some(token.text());
    }

    private Option<Operator> operator() {
        Token token = text.peek();
        boolean mayBeOne = token.kind() == Token.Kind.OPERATOR || token.kind() == Token.Kind.WORD;
        if (!mayBeOne) {
            return missing("a comparison is missing here, one of " + OPERATORS);
        }
        Option<Operator> found = operator(text.take().text());
        if (found.isEmpty()) {
            text.complain(token.column(), "no comparison; use one of " + OPERATORS);
        }
        return found.orElse(Option.some(Operator.EQUAL));
    }

    private Option<Operand> operand() {
        Token token = text.peek();
        return switch (token.kind()) {
            case QUOTED -> quoted(text.take());
            case WORD -> Option.some(number(text.take()));
            case UNCLOSED -> missing("the closing quote is missing");
            default -> missing("a value is missing here: a number, or a text in double quotes");
        };
    }

    private Option<Operand> quoted(Token token) {
        if (!TraitRule.Text.carriable(token.text())) {
            text.complain(token.column(), "a text has no control characters and no backslash at its end");
            return Option.some(UNREAD);
        }
        return Option.some(new TraitRule.Text(token.text()));
    }

    private Operand number(Token token) {
        boolean readable = token.text().length() <= TraitRule.Decimal.LONGEST
                && NUMBER.matcher(token.text()).matches();
        if (!readable) {
            text.complain(
                    token.column(),
                    "a value is a number of " + TraitRule.Decimal.LONGEST
                            + " digits at most, or a text in double quotes");
            return UNREAD;
        }
        return new TraitRule.Decimal(new BigDecimal(token.text()));
    }

    private void pattern(int column, Operand operand) {
        Option<String> objection = operand instanceof TraitRule.Text pattern
                ? TraitPattern.objection(pattern.value())
                : Option.some("a pattern is a text in double quotes");
        objection.forEach(why -> text.object(column, why));
    }

    private <T> Option<T> missing(String what) {
        text.complain(text.peek().column(), what);
        return Option.none();
    }

    private static String shown(String word) {
        return word.length() <= TraitRule.Decimal.LONGEST ? word : word.substring(0, TraitRule.Decimal.LONGEST) + "...";
    }

    /**
     * A rule that was read.
     *
     * @param rule itself
     * @param objections why Audience Manager would refuse it
     */
    record Read(TraitRule rule, Seq<Violation> objections) {
        Either<BridgeError, TraitRule> checked() {
            return objections.isEmpty() ? Either.right(rule) : Either.left(SegmentGrammar.invalid(objections));
        }
    }
}
