// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file names of a destination: literals and macros. Names are read by the template and not by a fixed pattern, since names of destinations and audiences
 * may hold whatever stands between macros. Immutable. Source: Experience Platform, "Activate audiences to file-based destinations".
 */
public final class FileNameTemplate {
    /** What Platform proposes. */
    public static final String DEFAULT = "%DESTINATION_NAME%_segment%SEGMENT_ID%_%DATETIME(YYYYMMddHHmmss)%";

    /** UNVERIFIED: the endings of compressed and encrypted files and their order; so any order is taken. */
    private static final String ENDINGS = "(?:\\.(?:csv|txt))?(?:\\.(?:gz|gpg|pgp))*";

    private static final int LONGEST = 4096;
    private static final String PART = "(?:_(?<part>[2-9]|[1-9][0-9]{1,4}))?";

    private final String text;
    private final Vector<NamePiece> pieces;

    private FileNameTemplate(String text, Vector<NamePiece> pieces) {
        this.text = text;
        this.pieces = pieces;
    }

    /** Left: {@code InvalidRequest} for a macro that is unknown or never ends, or a time that cannot be read back. */
    public static Either<BridgeError, FileNameTemplate> parse(String template) {
        if (template.length() > LONGEST) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "fileNames", "is " + template.length() + " characters long; a template has at most " + LONGEST));
        }
        if (template.isBlank() || template.indexOf('/') >= 0) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "fileNames",
                    "'" + template + "' must be a name without a slash; put folders into the destination"));
        }
        return NamePiece.parse(template).map(pieces -> new FileNameTemplate(template, pieces));
    }

    /** The template's text. */
    public String text() {
        return text;
    }

    /** What is risky about it, a sentence each. */
    public Seq<String> warnings() {
        Vector<String> none = Vector.empty();
        return none.appendAll(unless(
                        pieces.exists(NamePiece::isTime),
                        "has no time, so that each export overwrites the one before; exports that nobody reads"
                                + " in between are lost"))
                .appendAll(unless(
                        pieces.exists(piece -> piece.isMacro("SEGMENT_ID") || piece.isMacro("SEGMENT_NAME")),
                        "names no audience, so that every file of the folder is taken for the one asked for"));
    }

    private Vector<String> unless(boolean sound, String warning) {
        return sound ? Vector.empty() : Vector.of("File name template '" + text + "' " + warning);
    }

    /** Whether it has that macro, such as {@code SEGMENT_ID}. */
    public boolean has(String macro) {
        return pieces.exists(piece -> piece.isMacro(macro));
    }

    /** The name of the first file of an export, with {@code .csv}. */
    public String name(String destination, ExportAudience audience, Instant time) {
        return pieces.map(piece -> piece.write(destination, audience, time)).mkString() + ".csv";
    }

    /** What a file's name, without folders, says; none when it is not of this template. */
    public Option<ExportFileName> read(String name) {
        return match(name, pieces.map(NamePiece::pattern).mkString());
    }

    /** As {@link #read(String)}, of that destination and audience only. */
    public Option<ExportFileName> read(String name, String destination, ExportAudience audience) {
        return match(
                name, pieces.map(piece -> piece.pattern(destination, audience)).mkString());
    }

    private Option<ExportFileName> match(String name, String pattern) {
        Matcher found =
                Pattern.compile("(?<stem>" + pattern + ")" + PART + ENDINGS).matcher(new PatientText(name));
        try {
            return found.matches() ? Option.of(named(found)) : Option.none();
        } catch (PatientText.Exhausted | StackOverflowError hostile) {
            return Option.none();
        }
    }

    private ExportFileName named(Matcher found) {
        Option<String> part = Option.of(found.group("part"));
        return ExportFileName.builder()
                .stem(found.group("stem"))
                .destination(value(found, "DESTINATION_NAME").toJavaOptional())
                .audience(value(found, "SEGMENT_ID").toJavaOptional())
                .audienceName(value(found, "SEGMENT_NAME").toJavaOptional())
                .time(pieces.flatMap(piece -> piece.time(found)).headOption().toJavaOptional())
                .part(part.map(Integer::parseInt).getOrElse(1))
                .build();
    }

    private Option<String> value(Matcher found, String macro) {
        return pieces.find(piece -> piece.isMacro(macro)).map(piece -> found.group(piece.group()));
    }
}
