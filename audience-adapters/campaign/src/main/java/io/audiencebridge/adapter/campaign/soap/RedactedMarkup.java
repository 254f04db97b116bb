// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A document as it may be shown: every name, and of values their length or, if asked for and no secret, themselves. Not thread-safe. */
final class RedactedMarkup {
    /** Attributes by which a record is known: is one of them the name of a secret, the rest of the record is its value. */
    private static final Set<String> NAMING = Set.of("name", "internalName", "key", "code", "id", "option");

    private final SecretText secrets;
    private final boolean values;
    private final StringBuilder shown = new StringBuilder(256);
    private boolean namesSecret;

    RedactedMarkup(SecretText secrets, boolean values) {
        this.secrets = secrets;
        this.values = values;
    }

    /** Shows {@code document} as far as it is XML. */
    String show(byte[] document) {
        try {
            XMLStreamReader xml = Pull.over(new ByteArrayInputStream(document));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element(xml, false);
                }
            }
        } catch (XMLStreamException broken) {
            shown.append("[the rest of ").append(document.length).append(" bytes is cut or no XML]");
        }
        return shown.toString();
    }

    /** Whether a value in it was the name of a secret, so that the answer may hold that secret under any name. */
    boolean namesSecret() {
        return namesSecret;
    }

    private void element(XMLStreamReader xml, boolean secretAbove) throws XMLStreamException {
        boolean secret = secretAbove || SecretText.names(xml.getLocalName()) || recordIsSecret(xml);
        String name = name(xml.getPrefix(), xml.getLocalName());
        shown.append('<').append(name);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(xml, i, secret);
        }
        shown.append('>');
        content(xml, secret);
        shown.append("</").append(name).append('>');
    }

    private void attribute(XMLStreamReader xml, int index, boolean secretElement) {
        String local = xml.getAttributeLocalName(index);
        String value = xml.getAttributeValue(index);
        boolean protocol = !xml.getAttributePrefix(index).isEmpty();
        boolean secret = !protocol && ((secretElement && !NAMING.contains(local)) || SecretText.names(local));
        shown.append(' ').append(name(xml.getAttributePrefix(index), local)).append('=');
        shown.append(values ? '"' + value(value, secret) + '"' : value(value, secret));
        namesSecret |= !protocol && SecretText.names(value);
    }

    private void content(XMLStreamReader xml, boolean secret) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text(text, secret);
                    element(xml, secret);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    text(text, secret);
                    return;
                }
                default -> {
                    // comments and instructions are not shown
                }
            }
        }
    }

    private void text(StringBuilder text, boolean secret) {
        String found = text.toString();
        text.setLength(0);
        if (!found.isBlank()) {
            shown.append(value(found, secret));
            namesSecret |= SecretText.names(found);
        }
    }

    private String value(String value, boolean secret) {
        if (secret) {
            return value.isEmpty() ? "" : SecretText.HIDDEN;
        }
        return values ? secrets.scrubbed(value) : "[" + value.length() + "]";
    }

    private static boolean recordIsSecret(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (NAMING.contains(xml.getAttributeLocalName(i)) && SecretText.names(xml.getAttributeValue(i))) {
                return true;
            }
        }
        return false;
    }

    private static String name(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }
}
