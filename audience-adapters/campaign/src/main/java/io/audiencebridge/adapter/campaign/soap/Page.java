// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import javax.xml.stream.XMLStreamException;

/** The rows of one answer, straight off the wire. One thread; must be closed. */
public final class Page implements AutoCloseable {
    private static final Either<BridgeError, Boolean> ANOTHER = Either.right(true);
    private static final Either<BridgeError, Boolean> DONE = Either.right(false);
    private final Reply reply;
    private final int asked;
    private final Row row = new Row();
    private int seen;
    private boolean cut;

    private Page(Reply reply, int asked) {
        this.reply = reply;
        this.asked = asked;
    }

    /**
     * A page before its first row. The result wraps a collection element, whose name is the server's own affair.
     *
     * @param asked rows that were asked for
     */
    static Either<Cut, Page> of(Reply reply, int asked) {
        try {
            Answer.parameter(reply.xml());
            Answer.parameter(reply.xml());
            return Either.right(new Page(reply, asked));
        } catch (XMLStreamException broken) {
            reply.close();
            return Either.left(Cut.of(reply, broken));
        }
    }

    /**
     * Right: whether there is another row, which {@link #row()} shows from now on. False once the answer has been read to its end and was whole. Left: it
     * was not; {@link #isCut()} tells whether to ask again.
     */
    public Either<BridgeError, Boolean> next() {
        try {
            if (Pull.child(reply.xml())) {
                row.fill(reply.xml());
                reply.record();
                return ++seen > asked ? tooMany() : ANOTHER;
            }
            reply.finish();
            return DONE;
        } catch (XMLStreamException broken) {
            Cut end = Cut.of(reply, broken);
            cut = end.again();
            return Either.left(end.error());
        }
    }

    /** The row that {@link #next()} went to; always the same object. */
    public Row row() {
        return row;
    }

    /** Rows seen so far. */
    public int seen() {
        return seen;
    }

    /** Whether the left that {@link #next()} gave came of an answer that was cut on its way. */
    public boolean isCut() {
        return cut;
    }

    @Override
    public void close() {
        reply.close();
    }

    private Either<BridgeError, Boolean> tooMany() {
        return Either.left(reply.breach("more rows than the " + asked + " asked for"));
    }
}
