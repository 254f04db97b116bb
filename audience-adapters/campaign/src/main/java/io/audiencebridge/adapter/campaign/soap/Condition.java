// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** A condition of a query. Conditions side by side must all hold. */
public sealed interface Condition {
    /**
     * An expression; values in it are written by {@link Literal}.
     *
     * @param text such as {@code @id > 7}
     */
    record Expression(String text) implements Condition {}

    /**
     * At least one of the linked records meets all of {@code conditions}.
     *
     * @param link the link's name, such as {@code rcpGrpRel}
     */
    record Exists(String link, Seq<Condition> conditions) implements Condition {}

    /** An expression. */
    static Condition of(String text) {
        return new Expression(text);
    }

    /** One of the records behind {@code link} meets {@code condition}. */
    static Condition exists(String link, Condition condition) {
        return new Exists(link, Vector.of(condition));
    }

    /** Writes {@code conditions} as the children of {@code where}. */
    static void write(Seq<Condition> conditions, MarkupWriter out) {
        for (Condition condition : conditions) {
            out.open("condition").attribute("boolOperator", "AND");
            if (condition instanceof Exists exists) {
                out.attribute("expr", exists.link()).attribute("setOperator", "EXISTS");
                write(exists.conditions(), out);
            } else {
                out.attribute("expr", ((Expression) condition).text());
            }
            out.close();
        }
    }
}
