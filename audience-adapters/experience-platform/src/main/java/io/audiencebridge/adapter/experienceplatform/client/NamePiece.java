// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A literal or a macro of a file name template.
 *
 * @param macro the macro's name; empty for a literal
 * @param text the literal, or the pattern of {@code DATETIME}
 * @param number its place in the template
 */
record NamePiece(String macro, String text, int number) {
    private static final Pattern MACRO = Pattern.compile("%([A-Z_]+)(?:\\(([^)%]*)\\))?%");
    private static final Set<String> KNOWN = Set.of(
            "DESTINATION_NAME",
            "SEGMENT_ID",
            "SEGMENT_NAME",
            "DATETIME",
            "TIMESTAMP",
            "DESTINATION",
            "DESTINATION_INSTANCE_ID",
            "DESTINATION_INSTANCE_NAME",
            "ORGANIZATION_NAME",
            "SANDBOX_NAME");
    private static final String SECONDS = "[0-9]{10}";
    private static final String ID = "[0-9A-Za-z-]+";

    static Either<BridgeError, Vector<NamePiece>> parse(String template) {
        Vector<NamePiece> pieces = Vector.empty();
        Matcher macro = MACRO.matcher(template);
        int from = 0;
        while (macro.find()) {
            pieces = literal(pieces, template.substring(from, macro.start()));
            String pattern = macro.group(2) == null ? "" : macro.group(2);
            pieces = pieces.append(new NamePiece(macro.group(1), pattern, pieces.size()));
            from = macro.end();
        }
        return checked(template, literal(pieces, template.substring(from)));
    }

    private static Vector<NamePiece> literal(Vector<NamePiece> pieces, String text) {
        return text.isEmpty() ? pieces : pieces.append(new NamePiece("", text, pieces.size()));
    }

    private static Either<BridgeError, Vector<NamePiece>> checked(String template, Vector<NamePiece> pieces) {
        return pieces.flatMap(NamePiece::mistake)
                .headOption()
                .map(mistake -> Either.<BridgeError, Vector<NamePiece>>left(
                        BridgeError.InvalidRequest.of("fileNames", "'" + template + "' " + mistake)))
                .getOrElse(() -> Either.right(pieces));
    }

    private Option<String> mistake() {
        if (macro.isEmpty()) {
            return text.indexOf('%') < 0
                    ? Option.none()
                    : Option.of("has a % that begins no macro; use macros such as %SEGMENT_ID%");
        }
        if (!KNOWN.contains(macro)) {
            return Option.of("has the unknown macro %" + macro + "%; there are "
                    + Vector.ofAll(KNOWN).sorted().mkString(", "));
        }
        return macro.equals("DATETIME") && NameTime.parse(text).isEmpty()
                ? Option.of("has the time '" + text + "', which holds no year, month and day in digits")
                : Option.none();
    }

    boolean isTime() {
        return macro.equals("DATETIME") || macro.equals("TIMESTAMP");
    }

    boolean isMacro(String name) {
        return macro.equals(name);
    }

    String group() {
        return "g" + number;
    }

    /** What it matches in a name. */
    String pattern() {
        return switch (macro) {
            case "" -> Pattern.quote(text);
            case "SEGMENT_ID" -> grouped(ID);
            case "TIMESTAMP" -> grouped(SECONDS);
            case "DATETIME" -> grouped(NameTime.parse(text).get().pattern());
            default -> grouped(".+?");
        };
    }

    /** What it matches in a name of that destination and audience. */
    String pattern(String destination, ExportAudience audience) {
        return switch (macro) {
            case "DESTINATION_NAME" -> grouped(Pattern.quote(destination));
            case "SEGMENT_ID" -> grouped(Pattern.quote(audience.id()));
            case "SEGMENT_NAME" ->
                audience.name().map(Pattern::quote).map(this::grouped).orElseGet(this::pattern);
            default -> pattern();
        };
    }

    private String grouped(String pattern) {
        return "(?<" + group() + ">" + pattern + ")";
    }

    /** What it becomes in a name; macros that only Platform can fill stay as they are. */
    String write(String destination, ExportAudience audience, Instant time) {
        return switch (macro) {
            case "" -> text;
            case "DESTINATION_NAME" -> destination;
            case "SEGMENT_ID" -> audience.id();
            case "SEGMENT_NAME" -> audience.name().orElse("%SEGMENT_NAME%");
            case "TIMESTAMP" -> Long.toString(time.getEpochSecond());
            case "DATETIME" -> NameTime.parse(text).get().write(time);
            default -> "%" + macro + "%";
        };
    }

    /** The time that it holds in a name; none when it holds none, or one that no calendar has. */
    Option<Instant> time(Matcher found) {
        return switch (macro) {
            case "TIMESTAMP" -> Option.of(Instant.ofEpochSecond(Long.parseLong(found.group(group()))));
            case "DATETIME" -> NameTime.parse(text).flatMap(time -> time.read(found.group(group())));
            default -> Option.none();
        };
    }
}
