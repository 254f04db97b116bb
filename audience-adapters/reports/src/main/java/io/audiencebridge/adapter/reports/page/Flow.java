// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * What was read and what became of it: the branches add up to the whole.
 *
 * @param title what is counted
 * @param unit in what: {@code people}, {@code rows}
 * @param source what the whole is called
 * @param branches what became of it
 */
record Flow(String title, String unit, String source, Seq<Branch> branches) {
    Flow(String title, String unit, String source, Branch... branches) {
        this(title, unit, source, Vector.of(branches));
    }

    long total() {
        return branches.map(Branch::count).sum().longValue();
    }

    /** What the whole is called, with its unit. */
    String called() {
        return source.equals(unit) ? source : unit + " " + source;
    }

    /** The sum as a sentence. */
    String sum() {
        return Figures.count(total()) + " " + source + " = "
                + branches.map(branch -> Figures.count(branch.count()) + " " + branch.name())
                        .mkString(" + ");
    }

    /** The names of what nobody went into. */
    Seq<String> empty() {
        return branches.flatMap(Branch::leaves)
                .filter(branch -> branch.count() <= 0)
                .map(Branch::name);
    }

    /**
     * A part of what was read.
     *
     * @param name what it is called, short enough for a drawing
     * @param meaning what that means, for the table; possibly empty
     * @param count how many
     * @param tone whether that is as it should be
     * @param parts into which it divides; possibly none
     */
    record Branch(String name, String meaning, long count, Tone tone, Seq<Branch> parts) {
        static Branch of(String name, long count, Tone tone) {
            return new Branch(name, "", count, tone, Vector.empty());
        }

        static Branch of(String name, String meaning, long count, Tone tone) {
            return new Branch(name, meaning, count, tone, Vector.empty());
        }

        /** A branch that is the sum of its parts. */
        static Branch of(String name, Tone tone, Seq<Branch> parts) {
            return new Branch(name, "", parts.map(Branch::count).sum().longValue(), tone, parts);
        }

        Seq<Branch> leaves() {
            return parts.isEmpty() ? Vector.of(this) : parts;
        }
    }

    /** How a branch is drawn; names tell it as well. */
    enum Tone {
        /** What was wanted. */
        WANTED,
        /** What was there already. */
        KNOWN,
        /** What could not be. */
        LOST,
        /** What is wrong with the data. */
        WRONG;

        String styleClass() {
            return switch (this) {
                case WANTED -> "wanted";
                case KNOWN -> "known";
                case LOST -> "lost";
                case WRONG -> "wrong";
            };
        }
    }
}
