// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports.page;

import io.vavr.collection.Vector;

/** A piece of a page: an element, a text, or some of them. Texts and the values of attributes are escaped where they enter, and there is no other way in. */
final class Markup {
    private static final Vector<String> WITHOUT_END = Vector.of("meta", "link", "br");

    private final String name;
    private final String attributes;
    private final String inside;

    private Markup(String name, String attributes, String inside) {
        this.name = name;
        this.attributes = attributes;
        this.inside = inside;
    }

    /** An element. Its name is ours. */
    static Markup el(String name) {
        return new Markup(name, "", "");
    }

    /** An element that holds a text. */
    static Markup el(String name, String text) {
        return el(name).with(text(text));
    }

    /** A text. */
    static Markup text(String text) {
        return new Markup("", "", escaped(text));
    }

    /** A text of somebody else's, which may be written in the other direction. */
    static Markup said(String text) {
        return el("bdi", text);
    }

    /** One after the other. */
    static Markup all(Markup... pieces) {
        return all(Vector.of(pieces));
    }

    /** One after the other. */
    static Markup all(Iterable<Markup> pieces) {
        return new Markup("", "", Vector.ofAll(pieces).map(Markup::html).mkString());
    }

    /** Nothing. */
    static Markup none() {
        return new Markup("", "", "");
    }

    /** Our own style sheet, which is no text. */
    static Markup style(String sheet) {
        return new Markup("style", "", sheet);
    }

    Markup attr(String attribute, String value) {
        return new Markup(name, attributes + " " + attribute + "=\"" + escaped(value) + "\"", inside);
    }

    Markup attr(String attribute, double value) {
        return attr(attribute, Figures.coordinate(value));
    }

    Markup of(String styleClass) {
        return attr("class", styleClass);
    }

    Markup with(Markup... children) {
        return with(Vector.of(children));
    }

    Markup with(Iterable<Markup> children) {
        return new Markup(name, attributes, inside + all(children).inside);
    }

    boolean isNothing() {
        return name.isEmpty() && inside.isEmpty();
    }

    String html() {
        if (name.isEmpty()) {
            return inside;
        }
        String start = "<" + name + attributes + ">";
        return WITHOUT_END.contains(name) ? start : start + inside + "</" + name + ">";
    }

    private static String escaped(String text) {
        return PlainText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
