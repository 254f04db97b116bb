// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * The values of an element's attributes where the parser keeps them, so that no String is made of each. The parser cuts white space off the ends of what it
 * shows to a decoder; but it keeps values one right behind the other. So a value that does not begin where the one before ended, or that white space
 * follows, may be shortened, and is asked for as a String instead. Not thread-safe.
 */
final class AttributeText extends TypedValueDecoder {
    private static final char[] NONE = {};
    private static final int UNKNOWN = -1;
    private boolean plain;
    private int expected;
    private char[] kept = NONE;
    private char[] chars = NONE;
    private int start;
    private int end;

    /** Turns to the element that begins here. Declarations of namespaces stand among the values, where they cannot be told from them. */
    void begin(XMLStreamReader2 xml) {
        plain = xml.getNamespaceCount() == 0;
        kept = NONE;
        expected = 0;
    }

    /** Goes to the attribute at {@code index}, which must be the one behind the last. */
    void next(XMLStreamReader2 xml, int index) throws XMLStreamException {
        if (plain) {
            xml.getAttributeAs(index, this);
        }
        if (plain && start == expected && isWhole()) {
            chars = kept;
            expected = end;
        } else {
            chars = xml.getAttributeValue(index).toCharArray();
            start = 0;
            end = chars.length;
            expected += end;
        }
    }

    /** The array that holds the value, until the next one is asked for. */
    char[] chars() {
        return chars;
    }

    /** Where it begins. */
    int start() {
        return start;
    }

    /** Where it ends, exclusive. */
    int end() {
        return end;
    }

    @Override
    public void decode(char[] buffer, int from, int to) {
        kept = buffer;
        start = from;
        end = to;
    }

    @Override
    public void decode(String value) {
        start = UNKNOWN;
    }

    /** Comes without a place; unless it is white space, that is the one where the value before ended. */
    @Override
    public void handleEmptyValue() {
        start = kept == NONE ? UNKNOWN : expected;
        end = expected;
    }

    private boolean isWhole() {
        return end >= kept.length || kept[end] > ' ';
    }
}
