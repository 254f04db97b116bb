// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.vavr.collection.Seq;
import java.nio.charset.StandardCharsets;

/** A list of segments: whether the audience is among its elements. */
final class SegmentsStep implements RowStep {
    private final RowPiece.Segments list;
    private final Ends ends;
    private final byte[] separator;
    private final Part[] parts;
    private boolean named;

    /**
     * A step.
     *
     * @param ends where the list ends
     */
    SegmentsStep(RowPiece.Segments list, Ends ends, MappedSegment segment) {
        this.list = list;
        this.ends = ends;
        this.separator = list.item().separator().getBytes(StandardCharsets.UTF_8);
        Seq<RowPiece> pieces = list.item().pieces();
        this.parts = new Part[pieces.size()];
        for (int i = 0; i < parts.length; i++) {
            int behind = i + 1 < parts.length ? pieces.get(i + 1).first() : separator[0] & 0xff;
            parts[i] = part(pieces.get(i), behind, list.item().isNumbered(), segment);
        }
    }

    @Override
    public int read(byte[] line, int from, int length, RowMatch match) {
        int to = ends.next(line, from, length);
        if (from == to) {
            return list.needed() ? NO : to;
        }
        int at = from;
        while (true) {
            named = false;
            at = element(line, at, to);
            if (at == NO) {
                return NO;
            }
            if (named) {
                match.named(list.removed());
            }
            if (at == to) {
                return to;
            }
            if (!RowStep.stands(separator, line, at, to)) {
                return NO;
            }
            at += separator.length;
            if (at == to) {
                return list.item().trailing() ? to : NO;
            }
        }
    }

    private int element(byte[] line, int from, int to) {
        int at = from;
        for (Part part : parts) {
            if (part.fixed.length > 0) {
                if (!RowStep.stands(part.fixed, line, at, to)) {
                    return NO;
                }
                at += part.fixed.length;
            } else {
                int stop = RowStep.find(line, at, to, part.behind);
                for (byte[] name : part.names) {
                    named |= MappedSegment.same(name, line, at, stop);
                }
                at = stop;
            }
        }
        return at;
    }

    private static Part part(RowPiece piece, int behind, boolean numbered, MappedSegment segment) {
        return piece.isFixed()
                ? new Part(piece.name().getBytes(StandardCharsets.UTF_8), behind, new byte[0][])
                : new Part(new byte[0], behind, names(piece.name(), numbered, segment));
    }

    /** The number decides where an element shows both: another segment's name may be our number. */
    private static byte[][] names(String field, boolean numbered, MappedSegment segment) {
        return switch (field) {
            case SegmentItem.SID -> new byte[][] {segment.number()};
            case SegmentItem.ALIAS -> numbered ? new byte[0][] : new byte[][] {segment.name()};
            case SegmentItem.PLAIN -> new byte[][] {segment.number(), segment.name()};
            default -> new byte[0][];
        };
    }

    /** One part of an element: characters, or a value. */
    private static final class Part {
        private final byte[] fixed;
        private final int behind;
        private final byte[][] names;

        private Part(byte[] fixed, int behind, byte[][] names) {
            this.fixed = fixed;
            this.behind = behind;
            this.names = names;
        }
    }
}
