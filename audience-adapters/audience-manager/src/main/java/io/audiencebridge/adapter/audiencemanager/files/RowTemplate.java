// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * A destination's row template, taken apart into the shapes that its rows can have.
 *
 * @param shapes one to four
 * @param pairs the data sources that {@code DPUUIDS} lists, if the template has it
 */
record RowTemplate(Seq<RowShape> shapes, Set<Long> pairs) {
    static final String CURRENT = "SEGMENT_LIST";
    static final String REMOVED = "REMOVED_SEGMENT_LIST";

    private static final int LONGEST = 4096;

    /** Reads a template. Left: {@code InvalidRequest} saying why rows of it could not be read without doubt. */
    static Either<BridgeError, RowTemplate> of(String text) {
        return parts(text)
                .flatMap(parts -> new TemplateShapes(parts)
                        .all()
                        .map(shapes -> new RowTemplate(shapes.distinct(), TemplateShapes.pairs(parts))))
                .flatMap(RowTemplate::told)
                .mapLeft(why -> BridgeError.InvalidRequest.of("rows", "the row template cannot be read: " + why));
    }

    private static Either<String, Seq<TemplatePart>> parts(String text) {
        return text.length() > LONGEST
                ? Either.left("it is " + text.length() + " characters long; a template has at most " + LONGEST)
                : TemplateText.parse(text);
    }

    boolean has(String macro) {
        return shapes.exists(shape -> shape.has(macro));
    }

    /**
     * The bytes at which {@code piece} ends, in whichever shape: what ends an id under one condition must not become a part of it under another. A list ends at
     * whatever ends anything, but for what stands in it.
     */
    Set<Integer> ends(RowPiece piece) {
        Set<Integer> all = HashSet.ofAll(
                shapes.flatMap(shape -> shape.pieces().zip(shape.pieces().drop(1)))
                        .filter(pair -> piece.isList() || pair._1().name().equals(piece.name()))
                        .filter(pair -> !pair._1().isFixed())
                        .map(pair -> pair._2().first()));
        return piece.isList() ? all.reject(end -> piece.separating().indexOf(end) >= 0) : all;
    }

    /** Characters that an alias must not hold, since they end a value or a list. */
    String reserved() {
        return shapes.flatMap(RowShape::pieces)
                .map(piece -> piece.isFixed() ? piece.name().substring(0, 1) : piece.separating())
                .mkString();
    }

    /** Control characters that rows have by their template. */
    Set<Character> controls() {
        return HashSet.ofAll(shapes.flatMap(RowShape::pieces)
                .flatMap(piece -> Vector.ofAll(piece.separating().toCharArray()))
                .filter(character -> character < ' '));
    }

    private static Either<String, RowTemplate> told(RowTemplate template) {
        if (!template.has(CURRENT)) {
            return Either.left("it has no <SEGMENT_LIST>, so its rows do not say who is in a segment");
        }
        Option<RowShape> anonymous = template.shapes()
                .find(shape -> (shape.has(CURRENT) || shape.has(REMOVED)) && !RowIds.ALL.exists(shape::has));
        if (anonymous.isDefined()) {
            return Either.left("it lists segments without an id; add one of " + RowIds.ALL.mkString("<", ">, <", ">"));
        }
        return template.shapes().map(RowShape::outline).distinct().size()
                        == template.shapes().size()
                ? Either.right(template)
                : Either.left(
                        "under its conditions a row of somebody who left looks like one of somebody who is in; tell them apart by a column");
    }
}
