// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

/** Reads lines of one shape, from left to right and never back. Not thread-safe. */
final class ShapeReader {
    private final RowStep[] steps;
    private final RowMatch match = new RowMatch();

    /** A reader of {@code audience} in rows of one shape of {@code template}. */
    ShapeReader(RowShape shape, RowTemplate template, RowAudience audience) {
        this.steps = shape.pieces()
                .map(piece -> piece.step(new Ends(template.ends(piece)), audience))
                .toJavaArray(RowStep[]::new);
    }

    /** Whether {@code line[0, length)} has this shape; {@link #match()} then says what it says. */
    boolean reads(byte[] line, int length) {
        match.begin();
        int at = 0;
        for (RowStep step : steps) {
            at = step.read(line, at, length, match);
            if (at == RowStep.NO) {
                return false;
            }
        }
        return at == length;
    }

    /** What the last line said. */
    RowMatch match() {
        return match;
    }
}
