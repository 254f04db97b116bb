// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** How a row of a result becomes XML: columns as attributes, memos as elements, links as elements around their columns. Source: campaign.md, section 3.1. */
final class Projection {
    private final CampaignData data;
    private final Branch root = new Branch();
    private final List<Expression> values = new ArrayList<>();
    private final List<Expression> keys = new ArrayList<>();

    /** An element's attributes, texts and inner elements. */
    private static final class Branch {
        private final List<Cell> attributes = new ArrayList<>();
        private final List<Cell> elements = new ArrayList<>();
        private final Map<String, Branch> branches = new LinkedHashMap<>();
        private final List<Nested> nested = new ArrayList<>();
    }

    /** A value, and the markup around it. */
    private record Cell(String before, Expression value, String after) {
        static Cell attribute(String name, Expression value) {
            return new Cell(" " + name + "='", value, "'");
        }

        static Cell element(String name, Expression value) {
            return new Cell("<" + name + ">", value, "</" + name + ">");
        }

        void write(Tuple tuple, StringBuilder out) {
            String text = value.valueIn(tuple);
            if (value.type() == ColumnType.XML && !text.isEmpty()) {
                out.append(text);
            } else {
                out.append(before).append(Texts.escaped(text)).append(after);
            }
        }
    }

    /** The records of a collection, each an element. */
    private record Nested(String collection, Projection of, Expression.Condition where) {}

    private Projection(CampaignData data) {
        this.data = data;
    }

    /** What {@code select} asks for; without one, every column of the schema. */
    static Projection of(@Nullable Element select, Schema schema, CampaignData data) {
        Projection projection = new Projection(data);
        List<Element> nodes = select == null ? List.of() : Dom.children(select, "node");
        nodes.forEach(node -> projection.addNode(node, schema));
        if (nodes.isEmpty()) {
            schema.columns()
                    .forEach(column ->
                            projection.add(new Expression.Column(Path.of("[" + column + "]", schema)), "", false));
        }
        return projection;
    }

    /** Every value that it takes from a tuple. */
    List<Expression> values() {
        return values;
    }

    /** Those by which the result is grouped. */
    List<Expression> keys() {
        return keys;
    }

    private void addNode(Element node, Schema schema) {
        if (node.hasAttribute("sql")) {
            throw SoapFault.badExpression("sql " + node.getAttribute("sql"));
        }
        String text = node.getAttribute("expr");
        Schema collection = schema.collections().get(text);
        if (collection != null) {
            addNested(node, text, collection);
            return;
        }
        Schema link = schema.links().get(text);
        Expression value = link == null
                ? ExpressionParser.value(text, schema, data.now())
                : ExpressionParser.value("[" + text + "/@_cs]", schema, data.now());
        add(value, node.getAttribute("alias"), Condition.isTrue(node.getAttribute("analyze")));
        if (Condition.isTrue(node.getAttribute("groupBy"))) {
            keys.add(value);
        }
    }

    private void addNested(Element node, String collection, Schema of) {
        Element where = Dom.child(node, "where");
        root.nested.add(new Nested(
                collection,
                of(node, of, data),
                where == null ? new Expression.Always() : Condition.of(where, of, data)));
    }

    private void add(Expression value, String alias, boolean analyse) {
        values.add(value);
        String name = alias.isEmpty() ? ownName(value) : alias.replaceAll("[\\[\\]]", "");
        String[] parts = name.split("/", -1);
        Branch at = root;
        for (int i = 0; i < parts.length - 1; i++) {
            at = at.branches.computeIfAbsent(parts[i], absent -> new Branch());
        }
        String last = parts[parts.length - 1];
        if (!last.startsWith("@")) {
            at.elements.add(Cell.element(last, value));
            return;
        }
        at.attributes.add(Cell.attribute(last.substring(1), value));
        if (analyse
                && value instanceof Expression.Column column
                && Enumeration.has(column.path().schema(), column.path().column())) {
            at.attributes.add(Cell.attribute(last.substring(1) + "Name", new Expression.Word(column.path(), false)));
            at.attributes.add(Cell.attribute(last.substring(1) + "Label", new Expression.Word(column.path(), true)));
        }
    }

    private String ownName(Expression value) {
        if (value instanceof Expression.Column column) {
            return String.join("/", column.path().links())
                    + (column.path().links().isEmpty() ? "" : "/")
                    + column.path().column();
        }
        return "@expr" + values.size();
    }

    void write(String element, Tuple tuple, StringBuilder out) {
        write(root, element, tuple, out);
    }

    private void write(Branch branch, String element, Tuple tuple, StringBuilder out) {
        out.append('<').append(element);
        for (Cell cell : branch.attributes) {
            cell.write(tuple, out);
        }
        if (branch.elements.isEmpty() && branch.branches.isEmpty() && branch.nested.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        branch.elements.forEach(cell -> cell.write(tuple, out));
        branch.branches.forEach((name, inner) -> write(inner, name, tuple, out));
        branch.nested.forEach(nested -> write(nested, tuple, out));
        out.append("</").append(element).append('>');
    }

    private void write(Nested nested, Tuple tuple, StringBuilder out) {
        Joins.rows(tuple.base(), nested.collection(), data).stream()
                .map(row -> new Tuple(row, null))
                .filter(nested.where()::test)
                .forEach(row -> nested.of().write(nested.collection(), row, out));
    }
}
