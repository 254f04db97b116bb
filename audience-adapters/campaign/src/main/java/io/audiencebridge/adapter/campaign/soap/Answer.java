// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.vavr.control.Either;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads the body of an answer.
 *
 * @param <T> what is read out of it
 */
@FunctionalInterface
interface Answer<T> {
    /** Reads the parameters; {@code xml} stands at the start of the method's response element. */
    T read(XMLStreamReader2 xml) throws XMLStreamException;

    /**
     * Goes to the start of the response. Left: the fault that came instead.
     *
     * @throws XMLStreamException if it is no SOAP 1.1 envelope
     */
    static Either<Fault, Boolean> enter(XMLStreamReader xml) throws XMLStreamException {
        require(Pull.child(xml) && isSoap(xml, "Envelope"), "something else than a SOAP answer");
        while (Pull.child(xml)) {
            if (isSoap(xml, "Body")) {
                require(Pull.child(xml), "an empty SOAP body");
                return isSoap(xml, "Fault") ? Either.left(fault(xml)) : Either.right(true);
            }
            Pull.skip(xml);
        }
        throw new Unfit("an envelope without a body");
    }

    /** Goes into the next parameter of the response. */
    static void parameter(XMLStreamReader xml) throws XMLStreamException {
        require(Pull.child(xml), "fewer values than the method returns");
    }

    /** Reads nothing: for methods without a result. */
    static Boolean nothing(XMLStreamReader xml) throws XMLStreamException {
        Pull.skip(xml);
        return true;
    }

    private static Fault fault(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder words = new StringBuilder();
        while (Pull.child(xml)) {
            boolean telling = !xml.getLocalName().equals("faultcode");
            String text = Pull.text(xml);
            words.append(telling ? text + "\n" : "");
        }
        return Fault.of(words.toString());
    }

    private static boolean isSoap(XMLStreamReader xml, String name) {
        return name.equals(xml.getLocalName()) && Envelope.NAMESPACE.equals(xml.getNamespaceURI());
    }

    private static void require(boolean sound, String otherwise) throws XMLStreamException {
        if (!sound) {
            throw new Unfit(otherwise);
        }
    }

    /** An answer that is no answer to what was asked. */
    final class Unfit extends XMLStreamException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        /** With what the answer came instead; in our words, never in those of the other side. */
        Unfit(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
