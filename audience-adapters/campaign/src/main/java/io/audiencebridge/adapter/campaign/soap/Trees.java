// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.campaign.client.XmlElement;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Small documents as trees. What has many rows is read by {@link Row} instead. */
final class Trees {
    private Trees() {}

    /** The element that begins here; ends at its end. Its depth and sizes are bounded by the parser. */
    static XmlElement read(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        Map<String, String> attributes = attributes(xml);
        Seq<XmlElement> children = Vector.empty();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> children = children.append(read(xml));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlElement(name, attributes, children, own(text, children));
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("An undeclared entity");
                default -> {
                    // comments say nothing
                }
            }
        }
    }

    /** Writes {@code element}, and at its root the schema that Campaign finds it by. */
    static Markup markup(XmlElement element, String schema) {
        XmlElement named = schema.isEmpty() || element.attribute("xtkschema").isDefined()
                ? element
                : element.with("xtkschema", schema);
        return out -> write(named, out);
    }

    private static void write(XmlElement element, MarkupWriter out) {
        out.open(element.name());
        element.attributes().forEach(out::attribute);
        if (!element.text().isEmpty()) {
            out.characters(element.text());
        }
        element.children().forEach(child -> write(child, out));
        out.close();
    }

    /** White space around elements is layout, as Campaign's own clients hold it. */
    private static String own(StringBuilder text, Seq<XmlElement> children) {
        return children.isEmpty() ? text.toString() : text.toString().strip();
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> found = LinkedHashMap.empty();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            found = found.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return found;
    }
}
