// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * An element of a document that Campaign takes or gives: attributes in order, elements in it, and its own text. Immutable; each step gives a new one:
 *
 * <pre>{@code XmlElement.of("variables").with("listId", "1872").with(XmlElement.of("note").withText("by night"))}</pre>
 *
 * <p>Everything is escaped when it is written. Names must be plain XML names and text must hold no character that XML cannot carry; a call with others is
 * refused before it is sent. Prefixes and namespaces of what Campaign sends are left out. Its text form shows names and sizes alone, since the values may be
 * a person's.
 *
 * @param name its name
 * @param attributes the values by name
 * @param children the elements in it
 * @param text its own text, without that of elements in it
 */
public record XmlElement(String name, Map<String, String> attributes, Seq<XmlElement> children, String text) {
    /** An empty element. */
    public static XmlElement of(String name) {
        return new XmlElement(name, LinkedHashMap.empty(), Vector.empty(), "");
    }

    /** This with an attribute, in place of one of that name. */
    public XmlElement with(String attribute, String value) {
        return new XmlElement(name, attributes.put(attribute, value), children, text);
    }

    /** This with one more element at the end. */
    public XmlElement with(XmlElement child) {
        return new XmlElement(name, attributes, children.append(child), text);
    }

    /** This with that text. */
    public XmlElement withText(String newText) {
        return new XmlElement(name, attributes, children, newText);
    }

    /** The value of an attribute. */
    public Option<String> attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The first element in it of that name. */
    public Option<XmlElement> child(String childName) {
        return children.find(child -> child.name.equals(childName));
    }

    /** All elements in it of that name. */
    public Seq<XmlElement> children(String childName) {
        return children.filter(child -> child.name.equals(childName));
    }

    @Override
    public String toString() {
        return "XmlElement[" + name + ", attributes " + attributes.keySet().mkString(" ") + ", " + children.size()
                + " elements, " + text.length() + " characters]";
    }
}
