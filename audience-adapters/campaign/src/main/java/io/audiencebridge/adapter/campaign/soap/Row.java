// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One row of an answer, flattened: an attribute of the row is {@code id}, one of a linked element {@code folder/label}, a text element {@code desc}. The
 * same object is filled with one row after the other; nothing of it may be kept. Attributes that nobody asked for are there, too.
 */
public final class Row {
    private String[] paths = new String[16];
    private String[] values = new String[16];
    private int size;

    Row() {}

    /** Values of the row. */
    public int size() {
        return size;
    }

    /** Where the value at {@code index} stands. */
    public String path(int index) {
        return paths[index];
    }

    /** The value at {@code index}. */
    public String value(int index) {
        return values[index];
    }

    /** The first value at {@code path}; empty text when there is none, as Campaign makes no difference between the two. */
    public String text(String path) {
        for (int i = 0; i < size; i++) {
            if (paths[i].equals(path)) {
                return values[i];
            }
        }
        return "";
    }

    /** Whether the value at {@code path} is Campaign's true. */
    public boolean isTrue(String path) {
        String value = text(path);
        return value.equals("1") || value.equals("true");
    }

    /** Fills itself with the element that begins here; ends at its end. */
    Row fill(XMLStreamReader xml) throws XMLStreamException {
        size = 0;
        read(xml, "");
        return this;
    }

    private void read(XMLStreamReader xml, String prefix) throws XMLStreamException {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            add(prefix.isEmpty() ? xml.getAttributeLocalName(i) : prefix + xml.getAttributeLocalName(i), xml, i);
        }
        while (true) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> read(xml, prefix + xml.getLocalName() + "/");
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text(xml, prefix);
                case XMLStreamReader.END_ELEMENT -> {
                    return;
                }
                case XMLStreamReader.ENTITY_REFERENCE -> throw new XMLStreamException("An undeclared entity");
                default -> {
                    // comments say nothing
                }
            }
        }
    }

    /** Text counts inside an element of its own; a long one may come in pieces. */
    private void text(XMLStreamReader xml, String prefix) {
        if (prefix.isEmpty() || xml.isWhiteSpace()) {
            return;
        }
        String path = prefix.substring(0, prefix.length() - 1);
        if (size > 0 && paths[size - 1].equals(path)) {
            values[size - 1] += xml.getText();
        } else {
            put(path, xml.getText());
        }
    }

    private void add(String path, XMLStreamReader xml, int attribute) {
        put(path, xml.getAttributeValue(attribute));
    }

    private void put(String path, String value) {
        if (size == paths.length) {
            paths = Arrays.copyOf(paths, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        paths[size] = path;
        values[size++] = value;
    }
}
