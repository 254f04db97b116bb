// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;

/** A piece of a row, in the order of its bytes. */
sealed interface RowPiece {
    /** The macro's name, for messages; the characters of a literal. */
    String name();

    /** Whether it is the same in every row. */
    boolean isFixed();

    /** Characters that separate inside of it, or that it is. */
    String separating();

    /** Reads it up to one of {@code ends}. */
    RowStep step(Ends ends, RowAudience audience);

    /** Whether it ends at whatever ends any value of the row: a list names segments, and what follows the list must not become a name. */
    default boolean isList() {
        return false;
    }

    /** Why it cannot be read, in a sentence; {@code next} is the piece behind it. */
    default Option<String> wrong(Option<RowPiece> next) {
        return Option.none();
    }

    /** The piece without what a list says. */
    default RowPiece outline() {
        return this;
    }

    /** The byte that ends what stands before this piece. */
    default int first() {
        return name().getBytes(StandardCharsets.UTF_8)[0] & 0xff;
    }

    /** Why the elements of a list cannot be told apart. */
    static Option<String> inseparable(String name, String separator, String separating, Option<RowPiece> next) {
        if (separator.isEmpty()) {
            return Option.of("the elements of " + name + " run into each other; give the macro a separator");
        }
        return next.map(following -> following.name().substring(0, 1))
                .filter(separating::contains)
                .map(end -> "'" + end + "' stands behind " + name
                        + " and also among its elements, so nobody can tell where the list ends; change one of them");
    }

    /**
     * Characters that stand there as they are.
     *
     * @param name the characters, at least one
     */
    record Literal(String name) implements RowPiece {
        @Override
        public boolean isFixed() {
            return true;
        }

        @Override
        public String separating() {
            return name;
        }

        @Override
        public RowStep step(Ends ends, RowAudience audience) {
            return new RowStep.Fixed(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * One value.
     *
     * @param name the macro that puts it there
     */
    record Value(String name) implements RowPiece {
        @Override
        public boolean isFixed() {
            return false;
        }

        @Override
        public String separating() {
            return "";
        }

        @Override
        public RowStep step(Ends ends, RowAudience audience) {
            return new RowStep.Value(ends, audience.wants(name));
        }
    }

    /**
     * Several ids.
     *
     * @param name the macro that puts them there
     * @param separating what stands between them
     */
    record Ids(String name, String separating) implements RowPiece {
        @Override
        public boolean isFixed() {
            return false;
        }

        @Override
        public RowStep step(Ends ends, RowAudience audience) {
            return new RowStep.Ids(ends, separating.getBytes(StandardCharsets.UTF_8), audience.wants(name));
        }

        @Override
        public Option<String> wrong(Option<RowPiece> next) {
            return inseparable(name, separating, separating, next);
        }
    }

    /**
     * Ids of several data sources, as pairs in JSON.
     *
     * @param name the macro that puts them there
     */
    record Pairs(String name) implements RowPiece {
        @Override
        public boolean isFixed() {
            return false;
        }

        @Override
        public String separating() {
            return "";
        }

        @Override
        public RowStep step(Ends ends, RowAudience audience) {
            return new PairsStep(audience.dataSource(), audience.wants(name));
        }
    }

    /**
     * A list of segments.
     *
     * @param removed whether it lists those that the user left
     * @param needed whether it has elements for sure
     * @param item how an element looks
     */
    record Segments(boolean removed, boolean needed, SegmentItem item) implements RowPiece {
        @Override
        public String name() {
            return removed ? RowTemplate.REMOVED : RowTemplate.CURRENT;
        }

        @Override
        public boolean isFixed() {
            return false;
        }

        @Override
        public String separating() {
            return item.separating();
        }

        @Override
        public RowStep step(Ends ends, RowAudience audience) {
            return new SegmentsStep(this, ends, audience.segment());
        }

        @Override
        public boolean isList() {
            return true;
        }

        @Override
        public Option<String> wrong(Option<RowPiece> next) {
            return item.wrong(name()).orElse(() -> inseparable(name(), item.separator(), item.separating(), next));
        }

        @Override
        public RowPiece outline() {
            return new Segments(false, needed, item);
        }
    }

    /** Why a value cannot be told from what follows it. */
    static Option<String> beside(Seq<RowPiece> pieces) {
        return pieces.zip(pieces.drop(1))
                .find(pair -> !pair._1().isFixed() && !pair._2().isFixed())
                .map(pair -> "nothing stands between " + pair._1().name() + " and "
                        + pair._2().name() + ", so nobody can tell where one ends; put a separator there");
    }
}
