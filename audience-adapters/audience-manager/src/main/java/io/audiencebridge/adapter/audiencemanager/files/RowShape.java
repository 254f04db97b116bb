// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * One way in which rows of a template can look: a template without conditions has one, another up to four, one for each combination of lists with and without
 * elements.
 *
 * @param pieces in the order of a row's bytes; no two values side by side
 */
record RowShape(Seq<RowPiece> pieces) {
    /** Checks that bytes can be told apart: each value ends at what follows it. Left: why they cannot, in a sentence. */
    static Either<String, RowShape> of(Seq<RowPiece> pieces) {
        Seq<Option<RowPiece>> behind = pieces.drop(1).map(Option::of).append(Option.none());
        return RowPiece.beside(pieces)
                .orElse(() -> pieces.zip(behind)
                        .flatMap(pair -> pair._1().wrong(pair._2()))
                        .headOption())
                .<Either<String, RowShape>>map(Either::left)
                .getOrElse(() -> Either.right(new RowShape(pieces)));
    }

    boolean has(String macro) {
        return pieces.exists(piece -> !piece.isFixed() && piece.name().equals(macro));
    }

    /** The shape without what its lists say, to find two that nobody can tell apart. */
    Seq<RowPiece> outline() {
        return pieces.map(RowPiece::outline);
    }
}
