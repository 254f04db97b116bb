// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import com.ctc.wstx.exc.WstxEOFException;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** A SOAP answer while it is read off the wire. Not thread-safe; must be closed, which frees the connection. */
final class Reply implements AutoCloseable {
    private final Incoming incoming;
    private final Line line;
    private final XMLStreamReader2 xml;

    Reply(Incoming incoming, Line line) throws XMLStreamException {
        this.incoming = incoming;
        this.line = line;
        this.xml = Pull.over(line);
    }

    HttpAnswer.Streaming http() {
        return incoming.http();
    }

    /** Goes into the body. Right: the method's response begins. Left: the fault that came instead, read to its end. */
    Either<Fault, Reply> enter() throws XMLStreamException {
        return Answer.enter(xml).map(entered -> this);
    }

    XMLStreamReader2 xml() {
        return xml;
    }

    /** Right: this, when its status is 2xx. Left: what the status means; it is closed then. */
    Either<BridgeError, Reply> accepted() {
        return http().accepted().map(accepted -> this);
    }

    /** Says that a record has been read to its end. */
    void record() {
        line.record();
    }

    /** Reads to the end of the document: it must end as it should, and nothing may come behind it. The connection can be used again then. */
    void finish() throws XMLStreamException {
        while (xml.hasNext()) {
            xml.next();
        }
    }

    /** Whether the answer ended before its time, so that the same request again may bring the rest. */
    boolean isCut(XMLStreamException broken) {
        return line.failure() != null || broken instanceof WstxEOFException;
    }

    /** What the end of the reading means. */
    BridgeError error(XMLStreamException broken) {
        IOException failure = line.failure();
        return failure != null ? failed(http().broken(failure)) : breach(reason(broken));
    }

    /** That it is not what was asked for. */
    BridgeError breach(String what) {
        return failed(incoming.breach(what));
    }

    private BridgeError failed(BridgeError error) {
        incoming.watch().failed(error);
        return error;
    }

    /** Never the parser's own words, which quote what was sent. */
    static String reason(XMLStreamException broken) {
        Throwable cause = broken.getNestedException();
        if (broken instanceof Answer.Unfit unfit) {
            return unfit.reason();
        }
        if (broken instanceof WstxEOFException) {
            return "XML that ends in the middle";
        }
        if (cause instanceof Line.Endless) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof CharConversionException || cause instanceof UnsupportedEncodingException) {
            return "bytes that are not of the encoding that it declares";
        }
        Location at = broken.getLocation();
        return "XML that is broken or beyond all measure"
                + (at == null ? "" : " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")");
    }

    @Override
    public void close() {
        incoming.close();
    }
}
