// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.regex.Pattern;

/**
 * Whether the lists of segments of a row have elements.
 *
 * @param text as the template shows it
 * @param alternatives one of them must hold; in each all terms must
 */
record TemplateCondition(String text, Seq<Seq<TemplateCondition.Term>> alternatives) {
    private static final Pattern TERM = Pattern.compile("!?\\s*(REMOVED_)?SEGMENT_LIST");

    /** Reads {@code (SEGMENT_LIST && !REMOVED_SEGMENT_LIST)} and its like; {@code &&} binds more than {@code ||}. */
    static Either<String, TemplateCondition> parse(String bracketed) {
        String text = bracketed.replaceAll("^\\(|\\)$", "");
        Seq<Seq<String>> terms = Vector.of(text.split("\\|\\|", -1))
                .map(alternative -> Vector.of(alternative.split("&&", -1)).map(String::strip));
        return terms.forAll(all -> all.forAll(term -> TERM.matcher(term).matches()))
                ? Either.right(new TemplateCondition(text, terms.map(all -> all.map(Term::read))))
                : Either.left("<if(" + text
                        + ")> asks for something else than SEGMENT_LIST and REMOVED_SEGMENT_LIST, joined by && and ||");
    }

    boolean holds(boolean current, boolean removed) {
        return alternatives.exists(all -> all.forAll(term -> term.holds(current, removed)));
    }

    /**
     * Whether one list has elements.
     *
     * @param negated whether it must have none
     * @param removed whether it is the list of segments left
     */
    record Term(boolean negated, boolean removed) {
        private static Term read(String text) {
            return new Term(text.startsWith("!"), text.contains("REMOVED_"));
        }

        private boolean holds(boolean currentHas, boolean removedHas) {
            return negated != (removed ? removedHas : currentHas);
        }
    }
}
