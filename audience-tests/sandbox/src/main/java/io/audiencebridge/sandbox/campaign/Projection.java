// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a row of a result becomes XML: columns as attributes, memos as elements, links as elements around their columns. */
final class Projection {
    private final List<Cell> attributes = new ArrayList<>();
    private final List<Cell> elements = new ArrayList<>();
    private final Map<String, Projection> links = new LinkedHashMap<>();

    private record Cell(String name, Path path) {}

    void add(Path path, String alias) {
        if (!alias.isEmpty()) {
            boolean attribute = alias.startsWith("@");
            (attribute ? attributes : elements).add(new Cell(attribute ? alias.substring(1) : alias, path));
            return;
        }
        Projection at = this;
        for (String link : path.links()) {
            at = at.links.computeIfAbsent(link, name -> new Projection());
        }
        boolean attribute = path.column().startsWith("@");
        (attribute ? at.attributes : at.elements)
                .add(new Cell(attribute ? path.column().substring(1) : path.column(), path));
    }

    void write(String element, Tuple tuple, StringBuilder out) {
        out.append('<').append(element);
        attributes.forEach(cell -> out.append(' ')
                .append(cell.name())
                .append("='")
                .append(Texts.escaped(cell.path().valueIn(tuple)))
                .append('\''));
        if (elements.isEmpty() && links.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        elements.forEach(cell -> out.append('<')
                .append(cell.name())
                .append('>')
                .append(Texts.escaped(cell.path().valueIn(tuple)))
                .append("</")
                .append(cell.name())
                .append('>'));
        links.forEach((name, inner) -> inner.write(name, tuple, out));
        out.append("</").append(element).append('>');
    }
}
