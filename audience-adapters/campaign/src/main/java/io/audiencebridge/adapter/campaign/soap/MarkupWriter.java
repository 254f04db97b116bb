// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements and their attributes, everything escaped. What XML 1.0 cannot carry is refused rather than dropped. Not thread-safe. */
public final class MarkupWriter {
    private final XMLStreamWriter out;

    MarkupWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /** Opens an element. */
    public MarkupWriter open(String name) {
        return attempt(() -> out.writeStartElement(name));
    }

    /** An attribute of the element just opened. */
    public MarkupWriter attribute(String name, String value) {
        String carried = carriable(value);
        return attempt(() -> out.writeAttribute(name, carried));
    }

    /** Closes the element opened last. */
    public MarkupWriter close() {
        return attempt(out::writeEndElement);
    }

    /** A whole element that holds text alone. */
    public MarkupWriter text(String name, String value) {
        open(name);
        return characters(value).close();
    }

    MarkupWriter characters(String value) {
        String carried = carriable(value);
        return attempt(() -> out.writeCharacters(carried));
    }

    private static String carriable(String value) {
        int position = uncarriable(value);
        if (position >= 0) {
            throw new Uncarriable(position);
        }
        return value;
    }

    /** Where {@code value} holds what XML cannot carry; -1 if nowhere. Source: XML 1.0, production 2 (Char). */
    static int uncarriable(String value) {
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            boolean carried = character == '\t'
                    || character == '\n'
                    || character == '\r'
                    || (character >= ' ' && character < 0xD800)
                    || (character > 0xDFFF && character < 0xFFFE)
                    || character > 0xFFFF;
            if (!carried) {
                return i;
            }
            i += Character.charCount(character);
        }
        return -1;
    }

    private MarkupWriter attempt(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }

    /** A character that XML cannot carry. */
    static final class Uncarriable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Uncarriable(int position) {
            super("has a character at position " + (position + 1) + " that XML cannot carry; take it out");
        }
    }
}
