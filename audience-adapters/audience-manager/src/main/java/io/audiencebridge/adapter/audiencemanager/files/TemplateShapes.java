// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** From the parts of a template to the shapes of its rows. */
final class TemplateShapes {
    private static final String PAIRS = "DPUUIDS";
    private static final Set<String> LISTS = HashSet.of(RowTemplate.CURRENT, RowTemplate.REMOVED);
    private static final Set<String> VALUES = HashSet.of(
            "UUID",
            "MCID",
            "DP_UUID",
            "DPID",
            "MASTER_DPID",
            "ORDER_ID",
            "PID",
            "PIDALIAS",
            "PID_ALIAS",
            "SYNC_MODE",
            "SYNC_TYPE",
            "TIMESTAMP",
            "SET_ATTRIBUTES",
            "OPT_OUT",
            "OUTPUT_ATTRIBUTE_TYPE",
            "OUTPUT_ATTRIBUTE_VALUE",
            "TRAIT_LIST");

    private final Seq<TemplatePart> parts;

    TemplateShapes(Seq<TemplatePart> parts) {
        this.parts = parts;
    }

    /** Every shape; left: what is wrong, in a sentence. */
    Either<String, Seq<RowShape>> all() {
        return conditional(parts)
                ? Either.sequenceRight(Vector.of(true, false)
                        .flatMap(current ->
                                Vector.of(true, false).map(removed -> shape(Option.of(new Lists(current, removed))))))
                : shape(Option.none()).map(Vector::of);
    }

    /** The data sources that the macro for pairs lists. */
    static Set<Long> pairs(Seq<TemplatePart> parts) {
        return HashSet.ofAll(parts.flatMap(part -> part instanceof TemplatePart.Choice choice
                ? pairs(choice.then()).addAll(pairs(choice.otherwise()))
                : part instanceof TemplatePart.Macro macro && macro.name().equals(PAIRS)
                        ? listed(macro)
                        : HashSet.<Long>empty()));
    }

    private static Set<Long> listed(TemplatePart.Macro macro) {
        return HashSet.of(macro.options().getOrElse("format", "").split("\\|"))
                .filter(option -> option.strip().startsWith("dpids="))
                .flatMap(option ->
                        Vector.of(option.strip().substring("dpids=".length()).split(",")))
                .map(String::strip)
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static boolean conditional(Seq<TemplatePart> parts) {
        return parts.exists(TemplatePart.Choice.class::isInstance);
    }

    private Either<String, RowShape> shape(Option<Lists> lists) {
        return Either.sequenceRight(chosen(parts, lists).map(part -> piece(part, lists)))
                .map(pieces -> joined(pieces.flatMap(piece -> piece)))
                .flatMap(TemplateShapes::oneLine)
                .flatMap(RowShape::of);
    }

    private static Seq<TemplatePart> chosen(Seq<TemplatePart> parts, Option<Lists> lists) {
        return parts.flatMap(part -> part instanceof TemplatePart.Choice choice
                ? chosen(
                        lists.exists(has -> choice.condition().holds(has.current(), has.removed()))
                                ? choice.then()
                                : choice.otherwise(),
                        lists)
                : Vector.of(part));
    }

    private static Either<String, Option<RowPiece>> piece(TemplatePart part, Option<Lists> lists) {
        if (part instanceof TemplatePart.Macro macro) {
            return LISTS.contains(macro.name())
                    ? list(macro, lists)
                    : value(macro).map(Option::of);
        }
        return Either.right(
                part instanceof TemplatePart.Literal literal
                        ? Option.of(new RowPiece.Literal(literal.text()))
                        : Option.none());
    }

    private static Either<String, RowPiece> value(TemplatePart.Macro macro) {
        if (macro.name().equals("DP_UUID_LIST")) {
            return Either.right(new RowPiece.Ids(macro.name(), macro.options().getOrElse("separator", "")));
        }
        if (macro.name().equals(PAIRS)) {
            return listed(macro).isEmpty()
                            || !macro.options().getOrElse("format", "").contains("format=json")
                    ? Either.left("<DPUUIDS> needs format=\"dpids=...|maxMappings=...|format=json\"")
                    : Either.right(new RowPiece.Pairs(PAIRS));
        }
        return VALUES.contains(macro.name())
                ? Either.right(new RowPiece.Value(macro.name()))
                : Either.left("<" + macro.name() + "> is no macro of a row; use "
                        + VALUES.toSortedSet().mkString(", ")
                        + ", DP_UUID_LIST, DPUUIDS, SEGMENT_LIST and REMOVED_SEGMENT_LIST");
    }

    private static Either<String, Option<RowPiece>> list(TemplatePart.Macro macro, Option<Lists> lists) {
        boolean removed = macro.name().equals(RowTemplate.REMOVED);
        boolean absent = lists.exists(has -> removed ? !has.removed() : !has.current());
        return absent
                ? Either.right(Option.none())
                : SegmentItem.of(macro).map(item -> Option.of(new RowPiece.Segments(removed, lists.isDefined(), item)));
    }

    private static Either<String, Seq<RowPiece>> oneLine(Seq<RowPiece> pieces) {
        Seq<RowPiece> line = pieces.nonEmpty() && pieces.last() instanceof RowPiece.Literal end
                ? pieces.init().appendAll(without(end.name().replaceAll("\\r?\\n$", "")))
                : pieces;
        return line.exists(piece -> piece instanceof RowPiece.Literal literal
                        && literal.name().contains("\n"))
                ? Either.left("a row of it would stand on several lines")
                : Either.right(line);
    }

    private static Option<RowPiece> without(String text) {
        return text.isEmpty() ? Option.none() : Option.of(new RowPiece.Literal(text));
    }

    /** Literals side by side become one. */
    static Seq<RowPiece> joined(Seq<RowPiece> pieces) {
        return pieces.foldLeft(
                Vector.<RowPiece>empty(),
                (before, next) -> next instanceof RowPiece.Literal end
                                && before.nonEmpty()
                                && before.last() instanceof RowPiece.Literal start
                        ? before.init().append(new RowPiece.Literal(start.name() + end.name()))
                        : before.append(next));
    }

    /** Which lists have elements. */
    private record Lists(boolean current, boolean removed) {}
}
