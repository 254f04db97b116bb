// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a row template into its parts. Left: what cannot be read, in a sentence. Source: Audience Manager, "Outbound template macros", "Outbound macro examples". */
final class TemplateText {
    private static final Pattern MACRO = Pattern.compile(
            "\\s*(?<name>[A-Za-z_][A-Za-z_.]*)\\s*(?::\\s*\\{(?<item>.*)})?\\s*(?<options>;.*)?", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("\\s*(?<variable>[A-Za-z]+)\\s*\\|(?<body>.*)", Pattern.DOTALL);
    private static final Pattern OPTION =
            Pattern.compile("\\s*;\\s*(?<name>[a-z]+)\\s*=\\s*(?:\"(?<text>[^\"]*)\"|(?<macro>[A-Z_]+))\\s*");
    private static final Map<String, String> CHARACTERS = HashMap.of(
            "TAB", "\t",
            "COMMA", ",",
            "ASCII_SOH", "\u0001",
            "NEW_LINE", "\n",
            "OPEN_CURLY_BRACKET", "{",
            "CLOSE_CURLY_BRACKET", "}",
            "OPEN_BRACKET", "[",
            "CLOSE_BRACKET", "]");

    private final String text;
    private int at;

    private TemplateText(String text) {
        this.text = text;
    }

    static Either<String, Seq<TemplatePart>> parse(String template) {
        TemplateText reader = new TemplateText(template);
        return reader.parts(Option.none());
    }

    /** The parts up to the end, or up to the end of the condition {@code inside}, which is read over by its owner. */
    private Either<String, Seq<TemplatePart>> parts(Option<TemplateCondition> inside) {
        Vector<TemplatePart> parts = Vector.empty();
        while (at < text.length()) {
            Either<String, Option<TemplatePart>> next =
                    text.charAt(at) == '<' ? macro(inside) : Either.right(Option.of(literal()));
            if (next.isLeft()) {
                return Either.left(next.getLeft());
            }
            if (next.get().isEmpty()) {
                return Either.right(parts);
            }
            parts = parts.append(next.get().get());
        }
        return inside.isEmpty()
                ? Either.right(parts)
                : Either.left("<if(" + inside.get().text() + ")> has no <endif>");
    }

    private TemplatePart literal() {
        StringBuilder literal = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '<') {
            boolean escaped = text.charAt(at) == '\\' && at + 1 < text.length();
            at += escaped ? 1 : 0;
            literal.append(escaped ? escape(text.charAt(at)) : text.charAt(at));
            at++;
        }
        return new TemplatePart.Literal(literal.toString());
    }

    private static char escape(char letter) {
        return switch (letter) {
            case 't' -> '\t';
            case 'n' -> '\n';
            default -> letter;
        };
    }

    /** A macro; none at the words that end a branch, which stay unread. */
    private Either<String, Option<TemplatePart>> macro(Option<TemplateCondition> inside) {
        int end = closing();
        if (end < 0) {
            return Either.left("'" + text.substring(at) + "' has no closing >; write \\< for the character itself");
        }
        String content = text.substring(at + 1, end).strip();
        if (content.equals("endif") || content.equals("else")) {
            return inside.isDefined()
                    ? Either.right(Option.none())
                    : Either.left("<" + content + "> stands outside a condition");
        }
        at = end + 1;
        return content.startsWith("if(") || content.startsWith("if (")
                ? condition(content).map(Option::of)
                : named(content).map(Option::of);
    }

    private Either<String, TemplatePart> condition(String content) {
        return TemplateCondition.parse(content.substring(2).strip())
                .flatMap(condition -> parts(Option.of(condition)).flatMap(then -> {
                    boolean hasElse = skipWord().equals("else");
                    Either<String, Seq<TemplatePart>> otherwise = hasElse
                            ? parts(Option.of(condition)).peek(read -> skipWord())
                            : Either.right(Vector.empty());
                    return otherwise.map(rest -> new TemplatePart.Choice(condition, then, rest));
                }));
    }

    private String skipWord() {
        int end = closing();
        String word = text.substring(at + 1, end).strip();
        at = end + 1;
        return word;
    }

    private static Either<String, TemplatePart> named(String content) {
        Matcher macro = MACRO.matcher(content);
        if (!macro.matches()) {
            return Either.left("<" + content + "> is no macro");
        }
        String name = macro.group("name");
        Option<String> character = CHARACTERS.get(name);
        if (character.isDefined()) {
            return Either.right(new TemplatePart.Literal(character.get()));
        }
        return options(content, macro.group("options"))
                .flatMap(options -> macro.group("item") == null
                        ? Either.right(new TemplatePart.Macro(name, Option.none(), Vector.empty(), options))
                        : item(name, macro.group("item"), options));
    }

    private static Either<String, TemplatePart> item(String name, String text, Map<String, String> options) {
        Matcher item = ITEM.matcher(text);
        return item.matches()
                ? parse(item.group("body"))
                        .map(parts -> new TemplatePart.Macro(name, Option.of(item.group("variable")), parts, options))
                : Either.left("{" + text + "} has no variable; begin it with seg|");
    }

    private static Either<String, Map<String, String>> options(
            String content, @org.jspecify.annotations.Nullable String text) {
        Map<String, String> options = HashMap.empty();
        if (text == null) {
            return Either.right(options);
        }
        Matcher option = OPTION.matcher(text);
        while (option.lookingAt()) {
            String value = option.group("text") == null
                    ? CHARACTERS.getOrElse(option.group("macro"), "")
                    : option.group("text").replace("\\t", "\t");
            options = options.put(option.group("name"), value);
            option.region(option.end(), text.length());
        }
        return option.regionStart() == text.length()
                ? Either.right(options)
                : Either.left("the options of <" + content + "> cannot be read; write them as in separator=\",\"");
    }

    /** Where the macro that begins here ends, past braces, quotation marks and macros inside; negative when it does not. */
    private int closing() {
        int depth = 0;
        boolean quoted = false;
        for (int i = at; i < text.length(); i++) {
            char next = text.charAt(i);
            quoted ^= next == '"' && depth == 1;
            if (next == '<' && !quoted) {
                depth++;
            } else if (next == '>' && !quoted && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
