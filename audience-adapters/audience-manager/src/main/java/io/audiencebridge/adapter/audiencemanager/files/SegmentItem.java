// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * How an element of a list of segments looks.
 *
 * @param pieces literals and values
 * @param separator between elements
 * @param trailing whether the separator may stand behind the last one too
 */
record SegmentItem(Seq<RowPiece> pieces, String separator, boolean trailing) {
    /** The segment's number. */
    static final String SID = "sid";

    /** The name of the segment's mapping. */
    static final String ALIAS = "alias";

    /** An element without a form of its own; whether it shows number or name depends on the mapping. */
    static final String PLAIN = "plain";

    private static final Set<String> FIELDS =
            HashSet.of(SID, ALIAS, "type", "csegid", "segmentId", "lastUpdateTime", "lastRealizationTime");

    private static final Set<String> NAMES = HashSet.of(SID, ALIAS, PLAIN);

    static Either<String, SegmentItem> of(TemplatePart.Macro macro) {
        String separator = macro.options().getOrElse("separator", "");
        if (macro.variable().isEmpty()) {
            return Either.right(new SegmentItem(Vector.of(new RowPiece.Value(PLAIN)), separator, true));
        }
        String variable = macro.variable().get() + ".";
        return Either.sequenceRight(macro.item().map(part -> field(part, variable)))
                .map(pieces -> ended(TemplateShapes.joined(pieces), separator));
    }

    /** Characters that separate elements or stand in them. */
    String separating() {
        return separator + pieces.map(RowPiece::separating).mkString();
    }

    /** Whether elements show the segment's number. */
    boolean isNumbered() {
        return pieces.exists(piece -> !piece.isFixed() && piece.name().equals(SID));
    }

    /** Why an element cannot be read, in a sentence. */
    Option<String> wrong(String list) {
        return pieces.exists(piece -> !piece.isFixed() && NAMES.contains(piece.name()))
                ? RowPiece.beside(pieces)
                : Option.of("the elements of " + list + " show neither seg.sid nor seg.alias; show one of them");
    }

    private static Either<String, RowPiece> field(TemplatePart part, String variable) {
        if (part instanceof TemplatePart.Literal literal) {
            return Either.right(new RowPiece.Literal(literal.text()));
        }
        String name = part instanceof TemplatePart.Macro macro ? macro.name() : "if";
        boolean own = name.startsWith(variable) && FIELDS.contains(name.substring(variable.length()));
        if (own) {
            return Either.right(new RowPiece.Value(name.substring(variable.length())));
        }
        return name.startsWith("OUTPUT_ATTRIBUTE_")
                ? Either.right(new RowPiece.Value(name))
                : Either.left("<" + name + "> is nothing that an element of a list shows; use "
                        + FIELDS.toSortedSet().map(field -> variable + field).mkString(", "));
    }

    /** Without a separator the literal at an element's end separates; a document's sample leaves the last one out. */
    private static SegmentItem ended(Seq<RowPiece> pieces, String separator) {
        return separator.isEmpty() && pieces.nonEmpty() && pieces.last() instanceof RowPiece.Literal end
                ? new SegmentItem(pieces.init(), end.name(), true)
                : new SegmentItem(pieces, separator, false);
    }
}
