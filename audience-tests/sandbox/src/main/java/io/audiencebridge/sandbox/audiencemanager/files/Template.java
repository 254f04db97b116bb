// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template of a destination: text with macros {@code <NAME; option="value">}, lists {@code <NAME:{item|...}; separator=",">}
 * and conditions {@code <if(A && !B)>...<else>...<endif>}. Source: audience-manager.md, section 5.3.
 */
final class Template {
    private static final Pattern CONDITION = Pattern.compile("if\\s*\\((.*)\\)");
    private static final Pattern OPTION = Pattern.compile(";\\s*(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|(\\w+))");
    private static final Pattern MACRO = Pattern.compile("\\s*([A-Za-z_.]+)\\s*((?:;.*)?)", Pattern.DOTALL);
    private static final Pattern LIST =
            Pattern.compile("\\s*([A-Z_]+)\\s*:\\s*\\{\\s*(\\w+)\\s*\\|(.*)\\}\\s*((?:;.*)?)", Pattern.DOTALL);

    private final String text;
    private final Macros macros;
    private int at;

    private Template(String text, Macros macros) {
        this.text = text;
        this.macros = macros;
    }

    /** A part of a template that is ready to be written. */
    @FunctionalInterface
    interface Part {
        void write(OutboundRow row, RowBuffer out);
    }

    /** What macros mean. Each answers with {@link IllegalArgumentException} for a macro that it does not know. */
    interface Macros {
        /** A macro with its options. */
        Part macro(String name, Map<String, String> options);

        /** A list whose items are written with a template of their own. */
        Part list(String name, Part item, Map<String, String> options);

        /** What is written of an item of a list. */
        Part item(String attribute);

        /** Whether there is something of that name in a row. */
        Function<OutboundRow, Boolean> condition(String name);
    }

    /** Reads a template; {@link IllegalArgumentException} if it cannot be read. */
    static Part parse(String text, Macros macros) {
        Template template = new Template(text, macros);
        Part part = template.parts("");
        if (template.at < text.length()) {
            throw template.wrong("<endif> or <else> without <if(...)>");
        }
        return part;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("Template '" + text + "': " + what);
    }

    /** Everything up to the end, or to an {@code else} or {@code endif}, which is left. */
    private Part parts(String variable) {
        List<Part> parts = new ArrayList<>();
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            int plainEnd = open < 0 ? text.length() : open;
            if (plainEnd > at) {
                byte[] plain = text.substring(at, plainEnd).getBytes(StandardCharsets.UTF_8);
                parts.add((row, out) -> out.put(plain));
                at = plainEnd;
            }
            if (open < 0 || startsWith("<else>") || startsWith("<endif>")) {
                break;
            }
            parts.add(bracket(variable));
        }
        return joined(parts);
    }

    private boolean startsWith(String word) {
        return text.startsWith(word, at);
    }

    private static Part joined(List<Part> parts) {
        Part[] all = parts.toArray(new Part[0]);
        return (row, out) -> {
            for (Part part : all) {
                part.write(row, out);
            }
        };
    }

    private Part bracket(String variable) {
        String inner = text.substring(at + 1, close());
        at += inner.length() + 2;
        Matcher condition = CONDITION.matcher(inner);
        if (condition.matches()) {
            return conditional(condition.group(1), variable);
        }
        Matcher list = LIST.matcher(inner);
        if (list.matches()) {
            Template item = new Template(list.group(3), macros);
            return macros.list(list.group(1), item.parts(list.group(2)), options(list.group(4)));
        }
        Matcher macro = MACRO.matcher(inner);
        if (!macro.matches()) {
            throw wrong("'<" + inner + ">' is no macro");
        }
        String name = macro.group(1);
        return !variable.isEmpty() && name.startsWith(variable + ".")
                ? macros.item(name.substring(variable.length() + 1))
                : macros.macro(name, options(macro.group(2)));
    }

    /** The bracket that closes the one at hand: those of a list's items lie within it. */
    private int close() {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            depth += text.charAt(i) == '<' ? 1 : text.charAt(i) == '>' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw wrong("a '<' is not closed");
    }

    private Part conditional(String condition, String variable) {
        Function<OutboundRow, Boolean> test = either(condition);
        Part then = parts(variable);
        Part otherwise = (row, out) -> {};
        if (startsWith("<else>")) {
            at += "<else>".length();
            otherwise = parts(variable);
        }
        if (!startsWith("<endif>")) {
            throw wrong("<if(" + condition + ")> has no <endif>");
        }
        at += "<endif>".length();
        Part last = otherwise;
        return (row, out) -> (test.apply(row) ? then : last).write(row, out);
    }

    private Function<OutboundRow, Boolean> either(String condition) {
        return List.of(condition.split("\\|\\|")).stream()
                .map(this::both)
                .reduce((left, right) -> row -> left.apply(row) || right.apply(row))
                .orElseThrow();
    }

    private Function<OutboundRow, Boolean> both(String condition) {
        return List.of(condition.split("&&")).stream()
                .map(String::strip)
                .map(this::one)
                .reduce((left, right) -> row -> left.apply(row) && right.apply(row))
                .orElseThrow();
    }

    private Function<OutboundRow, Boolean> one(String name) {
        if (name.startsWith("!")) {
            Function<OutboundRow, Boolean> inner =
                    macros.condition(name.substring(1).strip());
            return row -> !inner.apply(row);
        }
        return macros.condition(name);
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new HashMap<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            options.put(option.group(1), option.group(2) == null ? word(option.group(3)) : option.group(2));
        }
        return options;
    }

    private static String word(String name) {
        return switch (name) {
            case "TAB" -> "\t";
            case "COMMA" -> ",";
            case "NEW_LINE" -> "\n";
            case "ASCII_SOH" -> "\u0001";
            default -> name;
        };
    }
}
