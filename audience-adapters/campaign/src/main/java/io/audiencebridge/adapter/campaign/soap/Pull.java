// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads XML that may be hostile: no document type, no entity but the five of XML, limits on depth and sizes. */
final class Pull {
    private static final int DEEPEST = 64;
    private static final int MOST_ATTRIBUTES = 512;
    private static final int LONGEST_ATTRIBUTE = 64 << 10;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int BUFFER = 16 << 10;
    private static final WstxInputFactory FACTORY = factory();

    private Pull() {}

    /** A reader before the first event of {@code document}, which is read as it is needed. */
    static XMLStreamReader2 over(InputStream document) throws XMLStreamException {
        return (XMLStreamReader2) FACTORY.createXMLStreamReader(document);
    }

    /**
     * Goes to the next child of the element that {@code xml} stands in: right after its start, or after the end of the child before. False at its end.
     */
    static boolean child(XMLStreamReader xml) throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Answer.Unfit("a document type or an entity, which have no place in an answer");
                default -> {
                    // text and comments between elements say nothing
                }
            }
        }
    }

    /** From the start of an element to its end. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        while (child(xml)) {
            skip(xml);
        }
    }

    /** The text of the element that begins here; ends at its end. Elements inside are passed over. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                case XMLStreamConstants.START_ELEMENT -> skip(xml);
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString();
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new Answer.Unfit("an undeclared entity");
                default -> {
                    // comments say nothing
                }
            }
        }
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGEST_TEXT);
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER);
        // a lazy parser reads on while it shows a text, and fails there with an exception that nobody declared
        factory.getConfig().doParseLazily(false);
        return factory;
    }
}
